// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The layer table: rows out of networks, in-place updates, selection.
#include "tests/widgets/screenshot.h"
#include "widgets/layers_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace paretoscope;

namespace {

LayerRow row(const char *name, int width, int widthMax)
{
    LayerRow row{
        .name = QString::fromLatin1(name), .op = QStringLiteral("conv 3×3"), .width = width, .widthMax = widthMax};
    row.weights = 144.0 * width;
    row.macs = 147456.0 * width;
    row.macsShare = 0.03 * width / 4;
    row.flashBytes = 160.0 * width;
    row.latencyMs = 0.11 * width;
    row.energyUj = 35.0 * width;
    return row;
}

} // namespace

class TestLayersView : public QObject {
    Q_OBJECT
private slots:
    void modelShowsRows()
    {
        LayerTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LayerRow bare{.name = QStringLiteral("dense"),
                      .op = QStringLiteral("dense"),
                      .width = 10,
                      .widthMax = 10,
                      .frozen = true,
                      .note = QStringLiteral("reaches the output")};
        model.setRows({row("conv1", 5, 16), bare});
        QCOMPARE(model.index(0, LayerTableModel::WidthColumn).data().toString(), QStringLiteral("5/16"));
        QCOMPARE(model.index(0, LayerTableModel::WidthColumn).data(LayerTableModel::ShareRole).toDouble(), 5.0 / 16);
        QCOMPARE(model.index(0, LayerTableModel::WeightsColumn).data(LayerTableModel::ValueRole).toDouble(), 720.0);
        // What the board does not model is a dash, never 0.
        QCOMPARE(model.index(1, LayerTableModel::LatencyColumn).data().toString(), QStringLiteral("–"));
        QVERIFY(model.index(1, LayerTableModel::WidthColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("reaches the output")));
    }

    void replayUpdatesInPlace()
    {
        LayersView view;
        view.setRows({row("conv1", 16, 16), row("conv2", 32, 32)});
        QSignalSpy selected(&view, &LayersView::layerSelected);
        view.selectLayer(QStringLiteral("conv2"));
        QCOMPARE(selected.count(), 0);
        QSignalSpy reset(view.model(), &QAbstractItemModel::modelReset);
        QSignalSpy changed(view.model(), &QAbstractItemModel::dataChanged);
        view.setRows({row("conv1", 12, 16), row("conv2", 9, 32)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(view.currentLayer(), QStringLiteral("conv2"));
        view.setRows({row("conv1", 12, 16), row("conv2", 9, 32)}); // nothing new
        QCOMPARE(changed.count(), 1);
        QTest::keyClick(view.table(), Qt::Key_Up);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(selected.first().first().toString(), QStringLiteral("conv1"));
        view.setRows({row("other", 1, 2)});
        QCOMPARE(reset.count(), 1);
    }

    void rowsOfNetworks()
    {
        dnas::Network seed;
        dnas::Layer input{.name = "input", .op = "input"};
        dnas::Layer conv{
            .name = "conv1", .op = "conv", .inputs = {0}, .channels = 16, .kernel = {3, 3}, .stride = {2, 2}};
        dnas::Layer depthwise{
            .name = "dw", .op = "conv", .inputs = {1}, .channels = 16, .kernel = {3, 3}, .groups = 16};
        dnas::Layer pool{.name = "pool", .op = "average_pool", .inputs = {2}};
        dnas::Layer dense{.name = "dense", .op = "dense", .inputs = {3}, .channels = 10};
        seed.layers = {input, conv, depthwise, pool, dense};
        dnas::Network derived = seed;
        derived.layers[1].channels = 5;
        derived.layers[2].channels = derived.layers[2].groups = 5;
        dnas::NetworkCost cost;
        cost.total["macs"] = {.value = 4000, .errorPercent = {}};
        cost.layers.push_back(
            {.name = "conv1", .op = "conv", .costs = {{"macs", {.value = 1000, .errorPercent = {}}}}});
        const auto rows = layerRows(seed, derived, cost);
        QCOMPARE(rows.size(), 3u); // input and pooling have no weights
        QCOMPARE(rows[0].op, QStringLiteral("conv 3×3 /2"));
        QCOMPARE(rows[0].width, 5);
        QCOMPARE(rows[0].widthMax, 16);
        QCOMPARE(rows[0].macsShare.value(), 0.25);
        QVERIFY(!rows[0].latencyMs);
        QCOMPARE(rows[1].op, QStringLiteral("depthwise 3×3"));
        QCOMPARE(rows[2].width, 10);
    }

    void looks()
    {
        LayersView view;
        view.resize(860, 300);
        QVERIFY(view.findChild<QLabel *>(QStringLiteral("emptyText"))->isVisibleTo(&view));
        saveScreenshots(view, QStringLiteral("layers-empty"));
        LayerRow dense = row("dense", 10, 10);
        dense.frozen = true;
        dense.op = QStringLiteral("dense");
        dense.latencyMs.reset();
        view.setRows({row("conv1", 16, 16), row("stack1.conv1", 11, 16), row("stack1.conv2", 16, 16),
                      row("stack2.conv1", 23, 32), row("stack2.conv2", 30, 32), row("stack3.conv1", 23, 64),
                      row("stack3.conv2", 51, 64), dense});
        view.selectLayer(QStringLiteral("stack2.conv1"));
        QVERIFY(!view.findChild<QLabel *>(QStringLiteral("emptyText"))->isVisibleTo(&view));
        saveScreenshots(view, QStringLiteral("layers"));
    }
};

QTEST_MAIN(TestLayersView)
#include "tst_layers_view.moc"
