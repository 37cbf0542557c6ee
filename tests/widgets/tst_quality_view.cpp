// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a candidate gets right and wrong, on the screen: cells under the mouse and by keys, lists, machines, files.
#include "tests/widgets/picture_checks.h"
#include "tests/widgets/screenshot.h"
#include "widgets/confusion_grid.h"
#include "widgets/plot_view.h"
#include "widgets/quality_view.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <cmath>
#include <memory>

using namespace paretoscope;
using Cell = ConfusionGrid::Cell;

namespace {

/// Ten keywords; of "go" nearly a third is taken for "no".
dnas::ConfusionMatrix keywords()
{
    std::vector<std::string> names{"down", "go", "left", "no", "off", "on", "right", "stop", "up", "yes"};
    std::vector<std::int64_t> counts(100, 0);
    for (std::size_t i = 0; i < 10; ++i) {
        counts[i * 11] = 90 + static_cast<std::int64_t>(i);
        counts[i * 10 + (i + 3) % 10] = static_cast<std::int64_t>(i % 4);
    }
    counts[1 * 10 + 3] = 40;
    return *dnas::ConfusionMatrix::create(std::move(counts), std::move(names));
}

dnas::ConfusionMatrix numbered(int classes)
{
    const auto side = static_cast<std::size_t>(classes);
    std::vector<std::int64_t> counts(side * side, 0);
    for (std::size_t i = 0; i < side; ++i) {
        counts[i * side + i] = 50;
        counts[i * side + (i * 7 + 1) % side] += static_cast<std::int64_t>(1 + i % 20);
    }
    return *dnas::ConfusionMatrix::create(std::move(counts), {});
}

dnas::SplitQuality split(std::optional<dnas::ConfusionMatrix> matrix)
{
    return {.confusion = std::move(matrix), .machines = {}, .partialAuc = {}, .topFive = {}};
}

struct Shown {
    explicit Shown(QualityView::Content content)
    {
        view.resize(680, 520);
        view.setContent(std::move(content));
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
        view.activateWindow();
        (void)QTest::qWaitForWindowActive(&view);
    }
    template <typename T>
    T *find(const char *name) const
    {
        T *found = view.findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
    ConfusionGrid *grid() const { return find<ConfusionGrid>("confusionGrid"); }
    QString headline() const { return find<QLabel>("qualityHeadline")->text(); }
    QString cell(const char *table, int row, int column) const
    {
        const auto *model = find<QTableView>(table)->model();
        return model->index(row, column).data().toString();
    }
    QualityView view;
};

} // namespace

class TestQualityView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }

    void aMatrixIsRead()
    {
        Shown shown({{split(keywords()), split(numbered(3))}, 0, 0});
        // 90 + … + 99 = 945 right; beside them 0 2 3 0 1 2 3 0 1 and go's 40 (its own 1 lies elsewhere): see the total.
        QVERIFY2(shown.headline().contains(QStringLiteral("“go” taken for “no” (40 samples)")),
                 qPrintable(shown.headline()));
        QVERIFY(shown.grid()->isVisible() && shown.grid()->hasNumbers());
        // What is drawn at a place is what the mouse finds there.
        for (const Cell cell : {Cell{0, 0}, Cell{1, 3}, Cell{9, 0}, Cell{9, 9}})
            QCOMPARE(shown.grid()->cellAt(shown.grid()->rectOf(cell).center()), std::optional(cell));
        QVERIFY(!shown.grid()->cellAt({1, 1}));
        QCOMPARE(shown.grid()->textOf({1, 3}), // 91 + 1 + 40 = 132 samples
                 QStringLiteral("“go” is taken for “no”: 40 of 132 (30.30 %)"));
        QCOMPARE(shown.grid()->textOf({0, 0}), QStringLiteral("“down” is found: 90 of 90 (100.00 %)"));
        QTest::mouseClick(shown.grid(), Qt::LeftButton, {}, shown.grid()->rectOf({1, 3}).center().toPoint());
        QCOMPARE(shown.grid()->current(), std::optional(Cell{1, 3}));
        QVERIFY(shown.grid()->accessibleDescription().contains(QStringLiteral("40 of 132")));
        // A deeper colour for a larger share, and numbers on it that can be read.
        const QImage picture = shown.grid()->grab().toImage();
        const auto ground = [&](Cell cell) {
            return picture.pixelColor(shown.grid()->rectOf(cell).topLeft().toPoint() + QPoint(4, 4)).lightness();
        };
        QVERIFY(ground({0, 0}) < ground({1, 3}));
        QVERIFY(ground({1, 3}) < ground({1, 2}));
        saveScreenshots(shown.view, QStringLiteral("confusion-10"));
    }

    void keysGoThroughCells()
    {
        Shown shown({{split(keywords()), {}}, 0, 0});
        ConfusionGrid *grid = shown.grid();
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Down);
        QCOMPARE(grid->current(), std::optional(Cell{0, 0}));
        QTest::keyClick(grid, Qt::Key_Down);
        QTest::keyClick(grid, Qt::Key_Right);
        QCOMPARE(grid->current(), std::optional(Cell{1, 1}));
        QTest::keyClick(grid, Qt::Key_End);
        QCOMPARE(grid->current(), std::optional(Cell{1, 9}));
        QTest::keyClick(grid, Qt::Key_Right); // the end
        QCOMPARE(grid->current(), std::optional(Cell{1, 9}));
        QTest::keyClick(grid, Qt::Key_Home);
        QCOMPARE(grid->current(), std::optional(Cell{1, 0}));
        QTest::keyClick(grid, Qt::Key_N); // the most confused pair, then 3 samples of the first class that has them
        QCOMPARE(grid->current(), std::optional(Cell{1, 3}));
        QTest::keyClick(grid, Qt::Key_N);
        QCOMPARE(grid->current(), std::optional(Cell{3, 6}));
        QTest::keyClick(grid, Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(grid->current(), std::optional(Cell{1, 3}));
        QTest::keyClick(grid, Qt::Key_Escape);
        QVERIFY(!grid->current());
    }

    void listsAndSplits()
    {
        Shown shown({{split(keywords()), split(numbered(3))}, 0, 0});
        shown.grid()->setFocus();
        QTest::keyClick(shown.grid(), Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(shown.find<QTabWidget>("confusionTables")->isVisible());
        QCOMPARE(shown.cell("confusedPairs", 0, 0), QStringLiteral("go"));
        QCOMPARE(shown.cell("confusedPairs", 0, 1), QStringLiteral("no"));
        QCOMPARE(shown.cell("confusedPairs", 0, 2), QStringLiteral("40"));
        QCOMPARE(shown.cell("confusedPairs", 0, 3), QStringLiteral("30.30 %"));
        QTest::keyClick(&shown.view, Qt::Key_A, Qt::AltModifier);
        auto *classes = shown.find<QTableView>("classTable");
        QTRY_VERIFY(classes->isVisible());
        // go: 91 of 132 are found; of 91 + 1 (up, three on) that are taken for it … precision is counted by column.
        QCOMPARE(shown.cell("classTable", 1, 2), QStringLiteral("91"));
        QCOMPARE(shown.cell("classTable", 1, 3), QStringLiteral("68.94 %"));
        QCOMPARE(shown.cell("classTable", 1, 5), QStringLiteral("no"));
        // A click on the header sorts by the number, not by its text.
        QTest::mouseClick(classes->horizontalHeader()->viewport(), Qt::LeftButton, {},
                          QPoint(classes->horizontalHeader()->sectionViewportPosition(3) + 20, 8));
        QTRY_COMPARE(shown.cell("classTable", 0, 0), QStringLiteral("go"));
        saveScreenshots(shown.view, QStringLiteral("confusion-lists"));
        applyTheme(*qApp, Theme::Light);
        // The test split has three classes without names; the lists stay.
        auto *box = shown.find<QComboBox>("qualitySplit");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QTRY_COMPARE(classes->model()->rowCount(), 3);
        QCOMPARE(shown.cell("classTable", 0, 0), QStringLiteral("class 0"));
        QTest::mouseClick(shown.find<QToolButton>("qualityTable"), Qt::LeftButton);
        QTRY_VERIFY(shown.grid()->isVisible());
    }

    void manyClassesAreListed_data()
    {
        QTest::addColumn<int>("classes");
        QTest::addColumn<bool>("drawn");
        QTest::newRow("two") << 2 << true;
        QTest::newRow("the most that are drawn") << 40 << true;
        QTest::newRow("one more") << 41 << false;
        QTest::newRow("a thousand") << 1000 << false;
    }
    void manyClassesAreListed()
    {
        QFETCH(int, classes);
        QFETCH(bool, drawn);
        Shown shown({{split(numbered(classes)), {}}, 0, 0});
        QCOMPARE(shown.grid()->isVisible(), drawn);
        QCOMPARE(shown.find<QToolButton>("qualityTable")->isEnabled(), drawn);
        if (!drawn) {
            QVERIFY(shown.find<QTabWidget>("confusionTables")->isVisible());
            QCOMPARE(shown.find<QTableView>("classTable")->model()->rowCount(), classes);
            QVERIFY(shown.find<QTableView>("confusedPairs")->model()->rowCount() <= 500);
        }
        saveScreenshots(shown.view, QStringLiteral("confusion-%1").arg(classes));
        applyTheme(*qApp, Theme::Light);
    }

    void machines()
    {
        dnas::SplitQuality quality;
        quality.machines = {{"id_01", 0.91, 0.75}, {"id_02", 0.83, 0.61}, {"id_03", 0.5, std::nan("")}};
        quality.partialAuc = 0.68;
        Shown shown({{{}, quality}, 0.8, 0.7467});
        QVERIFY(shown.find<QLabel>("qualityEmpty")->isVisible()); // nothing is known of the validation split
        auto *box = shown.find<QComboBox>("qualitySplit");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        auto *plot = shown.find<PlotView>("machinePlot");
        QTRY_VERIFY(plot->isVisible());
        QVERIFY2(shown.headline().contains(QStringLiteral("AUC 0.7467, mean of 3 machines")),
                 qPrintable(shown.headline()));
        QVERIFY(shown.headline().contains(QStringLiteral("Partial AUC 0.6800")));
        QVERIFY(!shown.headline().contains(QStringLiteral("74.67")));
        QCOMPARE(plot->figure().series.size(), std::size_t{2});
        QTest::keyClick(plot, Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(plot->isTableVisible());
        QVERIFY(shown.find<QToolButton>("qualityTable")->isChecked());
        QTest::keyClick(&shown.view, Qt::Key_B, Qt::AltModifier);
        QTRY_VERIFY(!plot->isTableVisible());
        saveScreenshots(shown.view, QStringLiteral("machines"));
        applyTheme(*qApp, Theme::Light);
    }

    void files()
    {
        Shown shown({{split(numbered(3)), {}}, 0, 0});
        const QTemporaryDir folder;
        QSignalSpy failed(&shown.view, &QualityView::exportFailed);
        checkPictureFiles(shown.view, folder, failed);
        // 50 of each; 0 → 1: 1, 1 → 2: 2, 2 → 0: 3
        const QString path = folder.filePath(QStringLiteral("m.csv"));
        shown.view.setAskFileName([&](const QString &, const QString &name, const QString &) {
            return name == QStringLiteral("confusion-matrix.csv") ? path : QString();
        });
        const std::unique_ptr<QMenu> menu(shown.view.createContextMenu());
        menu->findChild<QAction *>(QStringLiteral("actionSaveCsv"))->trigger();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), QStringLiteral("true class,class 0,class 1,class 2\n"
                                                                   "class 0,50,1,0\nclass 1,0,50,2\nclass 2,3,0,50\n"));
        QApplication::clipboard()->clear();
        QTest::keyClick(shown.grid(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(!QApplication::clipboard()->image().isNull());
        // Lists are saved as numbers, not as pictures.
        shown.find<QToolButton>("qualityTable")->click();
        const std::unique_ptr<QMenu> lists(shown.view.createContextMenu());
        QVERIFY(!lists->findChild<QAction *>(QStringLiteral("actionSavePng"))->isEnabled());
        QVERIFY(lists->findChild<QAction *>(QStringLiteral("actionSaveCsv"))->isEnabled());
    }

    void nothingToShow()
    {
        Shown shown({});
        shown.view.setEmpty(QStringLiteral("Why."));
        QCOMPARE(shown.find<QLabel>("qualityEmpty")->text(), QStringLiteral("Why."));
        QVERIFY(shown.find<QLabel>("qualityEmpty")->isVisible());
        QVERIFY(shown.headline().isEmpty());
        QVERIFY(!shown.find<QToolButton>("qualityTable")->isEnabled());
        QTest::keyClick(&shown.view, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(!shown.find<QToolButton>("qualityTable")->isChecked());
    }
};

QTEST_MAIN(TestQualityView)
#include "tst_quality_view.moc"
