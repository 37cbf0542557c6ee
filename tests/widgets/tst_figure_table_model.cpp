// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table twin of a figure, and its CSV.
#include "widgets/figure_table_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>

using namespace paretoscope;

namespace {

dnas::Figure sample()
{
    dnas::Figure figure;
    figure.x = {.title = "Weights"};
    figure.y = {.title = "Accuracy", .percent = true};
    figure.series.push_back({.name = "front", .x = {10000, 20000}, .y = {0.8, 0.9}, .texts = {"small", "large"}});
    figure.series.push_back({.name = "empty"});
    figure.series.push_back({.name = "seed, full", .x = {78666}, .y = {0.8735}});
    return figure;
}

} // namespace

class TestFigureTableModel : public QObject {
    Q_OBJECT
private slots:
    void behavesAsModel()
    {
        FigureTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setFigure(sample());
        QCOMPARE(model.rowCount(), 3); // 2 + 0 + 1 points
        QCOMPARE(model.columnCount(), 4);
        model.setFigure({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 3); // no texts, no column for them
    }

    void cellsAndRows()
    {
        FigureTableModel model;
        model.setFigure(sample());
        const auto text = [&](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(text(0, 0), QStringLiteral("front"));
        QCOMPARE(text(0, 1), QStringLiteral("10 k"));
        QCOMPARE(text(1, 2), QStringLiteral("90.00 %"));
        QCOMPARE(text(1, 3), QStringLiteral("large"));
        QCOMPARE(text(2, 0), QStringLiteral("seed, full"));
        QCOMPARE(model.index(2, 1).data(FigureTableModel::ValueRole).toDouble(), 78666.0);
        QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), QStringLiteral("Accuracy"));
        // The empty series in between owns no row.
        QCOMPARE(model.pointAt(2), (PointRef{2, 0}));
        QCOMPARE(model.rowOf({2, 0}), 2);
        QCOMPARE(model.rowOf({1, 0}), -1);
        QCOMPARE(model.rowOf({0, 2}), -1);
        QCOMPARE(model.pointAt(3), PointRef{});
    }

    void categoriesNameBars()
    {
        dnas::Figure figure;
        figure.categories = {"conv1", "conv2"};
        figure.series.push_back({.name = "kept", .x = {0, 1}, .y = {16, 9}});
        FigureTableModel model;
        model.setFigure(figure);
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("conv2"));
    }

    /// Texts of a hundred thousand points are asked for one by one.
    void textsOnDemand()
    {
        dnas::Figure figure;
        figure.series.push_back({.name = "many", .x = {1, 2}, .y = {3, 4}, .ids = {11, 12}});
        figure.series.push_back({.name = "named", .x = {5}, .y = {6}, .texts = {"own"}});
        int asked = 0;
        const TextOfId textOf = [&asked](int id) {
            ++asked;
            return QStringLiteral("candidate %1").arg(id);
        };
        FigureTableModel model;
        model.setTextOfId(textOf);
        model.setFigure(figure);
        QCOMPARE(asked, 0);
        QCOMPARE(model.columnCount(), 4);
        QCOMPARE(model.index(1, 3).data().toString(), QStringLiteral("candidate 12"));
        QCOMPARE(model.textOf({0, 0}), QStringLiteral("candidate 11"));
        QCOMPARE(model.textOf({1, 0}), QStringLiteral("own"));
        QCOMPARE(model.textOf({0, 2}), QString());
        QCOMPARE(asked, 2);
        QCOMPARE(figureCsv(figure, {}, textOf), QStringLiteral("series,x,y,text\nmany,1,3,candidate 11\n"
                                                               "many,2,4,candidate 12\nnamed,5,6,own\n"));
    }

    void csv()
    {
        QCOMPARE(figureCsv(sample()), QStringLiteral("series,Weights,Accuracy,text\n"
                                                     "front,10000,0.8,small\n"
                                                     "front,20000,0.9,large\n"
                                                     "\"seed, full\",78666,0.8735,\n"));
    }

    void csvOfWindow()
    {
        CsvWindow window{.xLow = 15000, .xHigh = 90000, .yLow = 0, .yHigh = 1, .seriesVisible = {true, true, false}};
        QCOMPARE(figureCsv(sample(), window), QStringLiteral("series,Weights,Accuracy,text\nfront,20000,0.9,large\n"));
        window.seriesVisible.clear();
        window.yHigh = 0.88;
        QCOMPARE(figureCsv(sample(), window),
                 QStringLiteral("series,Weights,Accuracy,text\n\"seed, full\",78666,0.8735,\n"));
    }
};

QTEST_GUILESS_MAIN(TestFigureTableModel)
#include "tst_figure_table_model.moc"
