// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Pareto page on a study whose numbers can be added up by hand: limits, knee and hypervolume, the front over
// time, published networks, parallel coordinates; by the mouse where a person would use it.
#include "app/window/pages/pareto_limits.h"
#include "app/window/pages/pareto_page.h"
#include "core/study/database.h"
#include "tests/app/pareto_study.h"
#include "tests/app/window_fixture.h"
#include "widgets/confusion_grid.h"
#include "widgets/parallel_view.h"
#include "widgets/play_button.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QScrollBar>
#include <QTabWidget>

#include <qcustomplot.h>

#include <cmath>
#include <cstring>
#include <set>

namespace {

constexpr const char *kOneLimit = "{metric: weights, target: 60%}";
constexpr const char *kSweep = "{metric: weights, target: [75%, 50%]}";

} // namespace

class TestParetoPage : public QObject, WindowFixture {
    Q_OBJECT

private slots:
    void initTestCase() { nameProgram(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void hypervolumeAndKnee()
    {
        open("demo", kSweep);
        QVERIFY(!find<QCheckBox>("limits")->isChecked()); // a sweep is no limit
        // The box reaches from 5 000 at 90 % to 30 000 at 60 %. The front covers of it
        //   (30 000 - 10 000) · (0.80 - 0.60) = 4 000
        // + (30 000 - 14 000) · (0.84 - 0.80) =   640
        // + (30 000 - 20 000) · (0.88 - 0.84) =   400, together 5 040 of 25 000 · 0.30 = 7 500: 67.2 %
        QVERIFY2(summary().contains(QStringLiteral("67.2 %")), qPrintable(summary()));
        QVERIFY(summary().contains(QStringLiteral("5 of 7")));
        QVERIFY(find<QLabel>("frontSummary")->toolTip().contains(QStringLiteral("60.00 %")));
        // Between (5 000, 0.60) and (30 000, 0.90): 10 000 lies at u = 0.2, v = 0.67, the farthest.
        QVERIFY(summary().contains(QStringLiteral("run 3")));
        QCOMPARE(plot()->figure().notes.size(), std::size_t(1));
        QCOMPARE(plot()->figure().notes[0].x, 10000.0);
        picture("pareto-front");
    }

    void aLimitIsDragged()
    {
        open("demo", kOneLimit);
        // 60 % of the seed's 30 864 weights; 1 and 2 are dearer.
        QVERIFY(find<QCheckBox>("limits")->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::AltModifier);
        QTRY_VERIFY(!seriesNamed("Outside"));
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::AltModifier);
        QTRY_VERIFY(seriesNamed("Outside"));
        auto *spin = find<QDoubleSpinBox>("xLimit");
        QCOMPARE(spin->value(), 0.6 * 30864);
        QVERIFY2(summary().contains(QStringLiteral("5 of 7 are inside")), qPrintable(summary()));
        QCOMPARE(idsOf("Outside"), (std::set<int>{2})); // the seed network keeps its mark
        QCOMPARE(idsOf("Front"), (std::set<int>{5, 3, 7}));
        picture("pareto-limit");

        // To 9 000: 5 and 6 (which is over the limit of its run) are inside.
        drag(verticalPoint(0.6 * 30864), verticalPoint(9000));
        QTRY_VERIFY2(summary().contains(QStringLiteral("2 of 7 are inside")), qPrintable(summary()));
        QVERIFY(std::abs(spin->value() - 9000) < 200); // a pixel or so
        QCOMPARE(idsOf("Front"), (std::set<int>{5}));
        QCOMPARE(idsOf("Outside"), (std::set<int>{2, 3, 4, 7}));

        // The same without a mouse, for the quality: of what is inside, 6 has more than 82 %.
        QTest::mouseClick(find<QCheckBox>("yLimitOn"), Qt::LeftButton, {},
                          QPoint(8, find<QCheckBox>("yLimitOn")->height() / 2));
        auto *low = find<QDoubleSpinBox>("yLimit");
        QVERIFY(low->isEnabled());
        low->setFocus();
        low->selectAll();
        QTest::keyClicks(low, QStringLiteral("82"));
        QTest::keyClick(low, Qt::Key_Return);
        QTRY_VERIFY2(summary().contains(QStringLiteral("1 of 7 are inside")), qPrintable(summary()));
        spin->setValue(17000);
        QTRY_VERIFY2(summary().contains(QStringLiteral("2 of 7 are inside")), qPrintable(summary())); // and 7
        // Up to 86 %: nothing is left.
        drag(horizontalPoint(0.82), horizontalPoint(0.86));
        QTRY_VERIFY2(summary().contains(QStringLiteral("0 of 7 are inside")), qPrintable(summary()));
        QVERIFY(std::abs(low->value() - 86) < 0.5);
        picture("pareto-limits");

        // Without limits everything is as the study says.
        QTest::mouseClick(find<QCheckBox>("limits"), Qt::LeftButton, {},
                          QPoint(8, find<QCheckBox>("limits")->height() / 2));
        QTRY_VERIFY(!summary().contains(QStringLiteral("inside")));
        QVERIFY(summary().contains(QStringLiteral("5 of 7 candidates")));
        QVERIFY(!find<QWidget>("paretoLimits")->isVisible());
        QVERIFY(plot()->figure().rules.empty());
    }

    void aPointIsClicked()
    {
        open("demo", kSweep);
        QTest::mouseClick(plot()->plot(), Qt::LeftButton, {}, pixel(14000, 0.84));
        QTRY_COMPARE(m_window->selection().current().value, 7);
        QVERIFY(find<QLabel>("candidateTitle")->text().contains(QStringLiteral("run 7")));
        QCOMPARE(find<QTableView>("candidateTable")->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(plot()->selectedPoints().size(), std::size_t(1));
    }

    void theFrontOverTime()
    {
        open("demo", kSweep);
        auto *slider = find<QSlider>("historySlider");
        QCOMPARE(slider->maximum(), 7);
        QCOMPARE(slider->value(), 7);
        const PlotView::Range whole = plot()->range(paretoscope::PlotAxis::X);
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QTRY_COMPARE(idsOf("").size(), std::size_t(1));
        QCOMPARE(find<QTableView>("candidateTable")->model()->rowCount(), 1);
        QVERIFY(summary().contains(QStringLiteral("Hypervolume 0.0 %"))); // the dearest alone covers nothing
        QCOMPARE(plot()->range(paretoscope::PlotAxis::X).high, whole.high);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(slider, Qt::Key_Right);
        // 1, 2, 3 and 4: (30 000 - 10 000) · 0.20 + (30 000 - 20 000) · 0.08 = 4 800 of 7 500
        QTRY_VERIFY2(summary().contains(QStringLiteral("64.0 %")), qPrintable(summary()));
        QCOMPARE(idsOf("Front"), (std::set<int>{3, 2, 1}));
        picture("pareto-history");
        QTest::mouseClick(find<QToolButton>("historyPlay"), Qt::LeftButton);
        QVERIFY(find<paretoscope::PlayButton>("historyPlay")->isPlaying());
        QTRY_COMPARE(slider->value(), 7);
        QTRY_VERIFY(summary().contains(QStringLiteral("67.2 %")));
        QTRY_VERIFY(!find<paretoscope::PlayButton>("historyPlay")->isPlaying());
    }

    void publishedNetworks()
    {
        open("demo", kSweep);
        QVERIFY(!find<QCheckBox>("published")->isEnabled());
        open("image-classification", kSweep);
        auto *published = find<QCheckBox>("published");
        QTRY_VERIFY(published->isEnabled());
        QTest::mouseClick(published, Qt::LeftButton, {}, QPoint(8, published->height() / 2));
        QTRY_VERIFY(seriesNamed("Published"));
        QCOMPARE(seriesNamed("Published")->x, std::vector<double>{77360});
        QCOMPARE(seriesNamed("Published")->y, std::vector<double>{0.865});
        QCOMPARE(plot()->figure().notes.size(), std::size_t(2)); // and the knee
        picture("pareto-published");
    }

    void parallelCoordinates()
    {
        open("demo", kSweep);
        auto *tabs = find<QTabWidget>("paretoTabs");
        auto *lines = find<paretoscope::ParallelView>("parallelView");
        m_window->selection().select({dnas::CandidateId{3}});
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        QTRY_COMPARE(tabs->currentIndex(), 1);
        QTRY_COMPARE(lines->selectedRows(), std::vector<int>{2});
        QCOMPARE(lines->brushedRows().size(), std::size_t(7));
        // Weights are the third axis, after both qualities: 2 and 4 lie between 15 000 and 20 000.
        lines->setBrush(2, std::pair{14500.0, 20500.0});
        QCOMPARE(lines->brushedRows(), (std::vector<int>{1, 3}));
        QVERIFY2(summary().contains(QStringLiteral("2 inside the brushes")), qPrintable(summary()));
        picture("pareto-parallel");
        lines->clearBrushes();
        // A click near a line selects its candidate everywhere.
        QTest::mouseClick(lines, Qt::LeftButton, {}, lines->pointAt(0, 0.60).toPoint() + QPoint(6, 0));
        QTRY_COMPARE(m_window->selection().ids(), std::vector<dnas::CandidateId>{dnas::CandidateId{5}});
    }

    void detailsOfQuality()
    {
        // As many samples as the run has a number are taken for the next class; run 4 knows nothing.
        openWith("demo", [](dnas::Candidate &candidate) {
            if (candidate.run.value == 4)
                return;
            candidate.validationDetails.confusion.assign(100, 0);
            for (std::size_t i = 0; i < 10; ++i)
                candidate.validationDetails.confusion[i * 11] = 40;
            candidate.validationDetails.confusion[1] = candidate.run.value;
        });
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::AltModifier);
        auto *grid = find<paretoscope::ConfusionGrid>("confusionGrid");
        auto *empty = find<QLabel>("qualityEmpty");
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(empty->text().contains(QStringLiteral("Click a row")));
        const auto *table = find<QTableView>("candidateTable");
        const auto clickRow = [&](int row) {
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                              table->visualRect(table->model()->index(row, 2)).center());
        };
        clickRow(2);
        QTRY_VERIFY(grid->isVisible());
        QCOMPARE(grid->textOf({0, 1}), QStringLiteral("“ring” is taken for “broken ring”: 3 of 43 (6.98 %)"));
        picture("pareto-quality");
        clickRow(5);
        QTRY_VERIFY(grid->textOf({0, 1}).contains(QStringLiteral("6 of 46")));
        clickRow(3);
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(empty->text().contains(QStringLiteral("Nothing is known beyond its quality")));
        // What was selected elsewhere is there when the tab is opened.
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::AltModifier);
        clickRow(6);
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::AltModifier);
        QTRY_VERIFY(grid->isVisible() && grid->textOf({0, 1}).contains(QStringLiteral("7 of 47")));
        // Measured again, by whatever program: what is shown is what is known now.
        auto file = dnas::Database::open(m_window->document().path(), dnas::Database::Mode::Existing);
        QVERIFY(file.ok());
        QVERIFY(file->execute("UPDATE confusions SET counts = (SELECT counts FROM confusions WHERE candidate = 2) "
                              "WHERE candidate = 7")
                    .ok());
        m_window->document().reload();
        QTRY_VERIFY2(grid->textOf({0, 1}).contains(QStringLiteral("2 of 42")), qPrintable(grid->textOf({0, 1})));
    }

    void scrollingToARowLeavesTheColumnsWhereTheyAre()
    {
        openWith("demo", [](dnas::Candidate &candidate) { candidate.label = std::string(120, 'w'); });
        auto *table = find<QTableView>("candidateTable");
        QTRY_VERIFY(table->horizontalScrollBar()->maximum() > 0);
        const QAbstractItemModel *model = table->model();
        table->scrollTo(model->index(3, 2)); // the label, whose end is cut off
        QCOMPARE(table->horizontalScrollBar()->value(), 0);
        table->scrollTo(model->index(3, model->columnCount() - 1));
        QVERIFY(table->horizontalScrollBar()->value() > 0); // that was not to be seen at all
    }

    /// The selected search beside the simple ways to its targets.
    void baselinesOfASearch()
    {
        openWith("demo", [](const dnas::Candidate &) {});
        {
            const auto study = dnas::Study::open(m_window->document().path(), dnas::StudyAccess::Write);
            QVERIFY(study.ok());
            int run = 2;
            for (const dnas::Method method : {dnas::Method::Search, dnas::Method::WidthMultiplier,
                                              dnas::Method::RandomWidths, dnas::Method::Magnitude}) {
                const dnas::RunOutline outline{method, 1, 3, {{"weights", dnas::TermShape::Hinge, 20000, {}}}};
                QVERIFY((*study)->setOutline(dnas::RunId{run++}, outline).ok());
            }
        }
        m_window->document().reload();
        QTRY_VERIFY(m_window->document().run(dnas::RunId{5})->isBaseline());
        const auto *table = find<QTableView>("candidateTable");
        const auto *text = find<QLabel>("candidateText");
        const auto clickRow = [&](int row) {
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                              table->visualRect(table->model()->index(row, 2)).center());
        };
        clickRow(1);
        QTRY_VERIFY2(
            text->text().endsWith(QStringLiteral("Held against it, on test: width multiplier 79.00 %, magnitude "
                                                 "pruning 59.00 %, random widths 74.00 % (median), 74.00 % "
                                                 "(best of 1).")),
            qPrintable(text->text()));
        clickRow(2);
        QTRY_VERIFY(!text->text().contains(QStringLiteral("Held against")));
    }

    /// An AUC stands nowhere in %, and everywhere as what it is.
    void anomaliesAreMeasuredByAuc()
    {
        openWith("anomaly-detection", [](dnas::Candidate &candidate) {
            candidate.qualityMetric = "AUC";
            for (const char *machine : {"id_01", "id_02", "id_03", "id_04"}) {
                candidate.validationDetails.measures[std::string("AUC ") + machine] = candidate.quality;
                candidate.validationDetails.measures[std::string("pAUC ") + machine] = candidate.quality - 0.2;
            }
            candidate.validationDetails.measures["pAUC"] = candidate.quality - 0.2;
        });
        QCOMPARE(plot()->figure().y.title, std::string("Validation AUC at float32"));
        QVERIFY(!plot()->figure().y.percent);
        QVERIFY2(summary().contains(QStringLiteral("reference: 0.6000 at")), qPrintable(summary()));
        QCOMPARE(find<QComboBox>("yMetric")->itemText(0), QStringLiteral("Validation AUC"));
        const auto *table = find<QTableView>("candidateTable")->model();
        QCOMPARE(table->headerData(3, Qt::Horizontal).toString(), QStringLiteral("Validation AUC"));
        QCOMPARE(table->index(0, 3).data().toString(), QStringLiteral("0.9000"));
        QCOMPARE(table->index(0, 4).data().toString(), QStringLiteral("0.8900"));

        QTest::mouseClick(plot()->plot(), Qt::LeftButton, {}, pixel(14000, 0.84));
        QTRY_COMPARE(m_window->selection().current().value, 7);
        bool title = false, value = false;
        for (const QLabel *label : find<QWidget>("candidateDetails")->findChildren<QLabel *>()) {
            title = title || label->text() == QStringLiteral("Validation AUC");
            value = value || label->text() == QStringLiteral("0.8400");
            QVERIFY2(!label->isVisible() || !label->text().contains(QStringLiteral("84.00")),
                     qPrintable(label->text()));
        }
        QVERIFY(title && value);

        // A limit is set in the same numbers: 0.82 leaves 1, 2, 6 and 7.
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::AltModifier);
        auto *on = find<QCheckBox>("yLimitOn");
        QTRY_VERIFY(on->isVisible());
        QTest::mouseClick(on, Qt::LeftButton, {}, QPoint(8, on->height() / 2));
        auto *low = find<QDoubleSpinBox>("yLimit");
        QVERIFY(low->isEnabled());
        QVERIFY(low->suffix().isEmpty());
        low->setFocus();
        low->selectAll();
        QTest::keyClicks(low, QStringLiteral("0.82"));
        QTest::keyClick(low, Qt::Key_Return);
        QTRY_VERIFY2(summary().contains(QStringLiteral("4 of 7 are inside")), qPrintable(summary()));
        picture("auc-front");

        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::AltModifier);
        auto *machines = find<PlotView>("machinePlot");
        QTRY_VERIFY(machines->isVisible());
        QCOMPARE(machines->figure().series[0].y, (std::vector<double>(4, 0.84)));
        picture("auc-machines");
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        picture("auc-parallel");
        click("navLive");
        QTRY_COMPARE(find<PlotView>("qualityPlot")->figure().y.title, std::string("AUC"));
        QTRY_COMPARE(find<PlotView>("lossPlot")->figure().y.title, std::string("Loss (mean squared error)"));
    }

    /// The number that `dnas show`, exports and messages use.
    void candidatesHaveTheirNumbers()
    {
        open("demo", kSweep);
        const auto *table = find<QTableView>("candidateTable");
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("#"));
        QCOMPARE(table->model()->index(4, 0).data().toString(), QStringLiteral("5"));
        table->model()->sort(0, Qt::DescendingOrder); // as numbers
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("7"));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
        QTRY_VERIFY(find<QLabel>("candidateTitle")->text().contains(QStringLiteral("Candidate 7")));
        // Origins are seen, not only hovered over.
        bool counted = false;
        for (const QLabel *note : m_window->findChildren<QLabel *>(QStringLiteral("note")))
            counted = counted || (note->isVisible() && note->text() == QStringLiteral("counted"));
        QVERIFY(counted);
    }

    /// The texts of points are asked for one by one; what is asked for is the same as ever.
    void textsOfPoints()
    {
        open("demo", kSweep);
        const dnas::Series *front = seriesNamed("Front");
        QVERIFY(front && front->texts.empty());
        const auto *table = plot()->tableModel();
        bool found = false;
        for (int row = 0; row < table->rowCount(); ++row) {
            const QString text = table->index(row, 3).data().toString();
            QVERIFY(!text.isEmpty());
            found = found || text.startsWith(QStringLiteral("run 3: 10.0 k weights, 80.0 % validation"));
        }
        QVERIFY(found);
    }

    void limitsAreMovedByKeys()
    {
        open("demo", kOneLimit);
        auto *spin = find<QDoubleSpinBox>("xLimit");
        const double before = spin->value();
        plot()->setFocus();
        QTest::keyClick(plot(), Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(spin->value() < before);
        for (int i = 0; i < 30 && spin->value() > 9000; ++i)
            QTest::keyClick(plot(), Qt::Key_Left, Qt::ControlModifier);
        QTRY_VERIFY2(summary().contains(QStringLiteral("2 of 7 are inside")), qPrintable(summary()));
    }

    void limitsStayInRange()
    {
        paretoscope::ParetoLimits limits;
        limits.setAxes("weights", "quality", {});
        limits.setXLimit(-500); // the line can be dragged over the left end
        limits.setYLimit(-0.2);
        QCOMPARE(limits.xLimit(), std::optional(0.0));
        QCOMPARE(limits.yLimit(), std::optional(0.0));
        limits.setYLimit(1.5);
        QCOMPARE(limits.yLimit(), std::optional(1.0));
        limits.setXLimit(12345);
        QCOMPARE(limits.xLimit(), std::optional(12345.0));
    }

    void limitsOfNothingFeasible()
    {
        std::vector<dnas::CandidateSummary> candidates = many(3);
        candidates[0].costs["weights"].value = 1000;
        candidates[1].costs["weights"].value = 5000;
        candidates[2].costs["weights"].value = 90000;
        candidates[0].quality = 0.5;
        candidates[1].quality = 0.9;
        candidates[2].state = dnas::CandidateState::Failed;
        for (auto &candidate : candidates)
            candidate.feasible = false;
        const auto start = paretoscope::limitStart(candidates, "weights", "quality");
        QCOMPARE(start.x, 4000.0); // three quarters of the way
        QCOMPARE(start.y, 0.6);
        candidates[0].feasible = true; // the front is this one
        QCOMPARE(paretoscope::limitStart(candidates, "weights", "quality").x, 1000.0);
        QCOMPARE(paretoscope::limitStart({}, "weights", "quality").x, 0.0);
    }

    /// What is tried out changes marks, and neither the current row nor the place in the table.
    void theTableStaysWhereItIs()
    {
        ManyPage page(4000);
        auto *table = page.find<QTableView>("candidateTable");
        QCOMPARE(table->model()->rowCount(), 4000);
        table->setCurrentIndex(table->model()->index(1500, 1));
        QCOMPARE(page.selection.ids(), std::vector<dnas::CandidateId>{dnas::CandidateId{1501}});
        table->verticalScrollBar()->setValue(700);
        QSignalSpy reset(table->model(), &QAbstractItemModel::modelReset);
        const auto unchanged = [&] {
            return table->currentIndex().row() == 1500 && table->currentIndex().column() == 1 &&
                   table->verticalScrollBar()->value() == 700 && page.selection.ids().size() == 1 &&
                   table->selectionModel()->selectedRows().size() == 1;
        };
        page.find<QCheckBox>("limits")->setChecked(true);
        page.find<QCheckBox>("xLimitOn")->setChecked(true);
        page.change([&] { page.find<QDoubleSpinBox>("xLimit")->setValue(20000); });
        QVERIFY(unchanged());
        auto *slider = page.find<QSlider>("historySlider");
        page.change([&] { slider->setValue(3990); }); // row by row
        QCOMPARE(table->model()->rowCount(), 3990);
        QVERIFY(unchanged());
        QCOMPARE(reset.count(), 0);
        page.change([&] { slider->setValue(1600); }); // at once
        QCOMPARE(table->model()->rowCount(), 1600);
        QCOMPARE(table->currentIndex().row(), 1500);
        QCOMPARE(table->verticalScrollBar()->value(), 700);
        page.change([&] { slider->setValue(4000); });
        QCOMPARE(table->currentIndex().row(), 1500);
        QCOMPARE(table->verticalScrollBar()->value(), 700);
        // Another selection scrolls there.
        page.selection.select({dnas::CandidateId{3501}});
        QVERIFY(table->verticalScrollBar()->value() > 3000);
        QCOMPARE(table->selectionModel()->selectedRows().value(0).row(), 3500);
    }

    void selectionOfMany()
    {
        ManyPage page(10000);
        auto *table = page.find<QTableView>("candidateTable");
        QElapsedTimer timer;
        timer.start();
        table->selectAll();
        qInfo("10 000 rows: select all %lld ms", static_cast<long long>(timer.restart()));
        QCOMPARE(page.selection.ids().size(), std::size_t(10000));
        std::vector<dnas::CandidateId> ids;
        for (int id = 1; id <= 10000; id += 3)
            ids.insert(ids.end(), {dnas::CandidateId{id}, dnas::CandidateId{id}}); // each twice
        timer.restart();
        page.selection.select(ids);
        qInfo("10 000 rows: select every third %lld ms", static_cast<long long>(timer.restart()));
        QCOMPARE(page.selection.ids().size(), std::size_t(3334));
        QCOMPARE(table->selectionModel()->selectedRows().size(), 3334);
        QVERIFY(page.selection.contains(dnas::CandidateId{4}));
        QVERIFY(!page.selection.contains(dnas::CandidateId{5}));
    }

    void refreshTimes_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("10 000") << 10000;
        QTest::newRow("100 000") << 100000;
    }
    void refreshTimes()
    {
        QFETCH(int, count);
        QElapsedTimer timer;
        timer.start();
        ManyPage page(count);
        const auto opened = timer.restart();
        page.find<QCheckBox>("limits")->setChecked(true);
        page.find<QCheckBox>("xLimitOn")->setChecked(true);
        auto *limit = page.find<QDoubleSpinBox>("xLimit");
        auto *slider = page.find<QSlider>("historySlider");
        const double dragged = page.change([&] { limit->setValue(20000); });
        const double further = page.change([&] { limit->setValue(19000); });
        const double played = page.change([&] { slider->setValue(count - count / 200); });
        timer.restart();
        page.find<PlotView>("frontPlot")->plot()->replot(QCustomPlot::rpImmediateRefresh);
        const auto painted = timer.elapsed();
        qInfo("%d candidates: shown after %lld ms; a refresh while a limit is dragged %.0f, %.0f ms, while the "
              "history plays %.0f ms; painted in %lld ms",
              count, static_cast<long long>(opened), dragged, further, played, static_cast<long long>(painted));
    }

private:
    static std::vector<dnas::CandidateSummary> many(int count)
    {
        std::vector<dnas::CandidateSummary> candidates(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            dnas::CandidateSummary &candidate = candidates[static_cast<std::size_t>(i)];
            const double size = 5000 + static_cast<double>(i) * 7919 / 13 - std::floor(i * 7919.0 / 13 / 25000) * 25000;
            candidate.id = {i + 1};
            candidate.run = {i + 1};
            candidate.label = "run " + std::to_string(i + 1);
            candidate.quality = 0.6 + 0.3 * size / 30000 - 0.05 * ((i * 31) % 97) / 97;
            candidate.testQuality = candidate.quality - 0.01;
            candidate.qualityMetric = "accuracy";
            candidate.qualityPrecision = "float32";
            for (const char *metric : {"weights", "macs", "flash", "ram"})
                candidate.costs[metric] = {
                    size * (1 + static_cast<double>(std::strlen(metric))), dnas::Origin::Counted, {}};
            candidate.costs["weights"].value = size;
        }
        return candidates;
    }

    /// A page of its own with candidates that no file holds.
    struct ManyPage {
        explicit ManyPage(int count)
        {
            page.resize(1200, 760);
            page.show();
            paretoscope::StudySnapshot snapshot;
            snapshot.candidates = many(count);
            change([&] { document.show(std::move(snapshot)); });
        }
        template <typename T>
        T *find(const char *name) const
        {
            return page.findChild<T *>(QString::fromLatin1(name));
        }
        /// Milliseconds until the summary says something else, without the 40 that the page waits.
        template <typename F>
        double change(F act)
        {
            const auto *summary = page.findChild<QLabel *>(QStringLiteral("frontSummary"));
            const QString before = summary->text();
            QElapsedTimer timer;
            timer.start();
            act();
            while (summary->text() == before && timer.elapsed() < 60000)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            return static_cast<double>(timer.nsecsElapsed()) / 1e6 - 40;
        }
        paretoscope::StudyDocument document;
        paretoscope::Selection selection;
        paretoscope::ParetoPage page{document, selection};
    };

    PlotView *plot() const { return find<PlotView>("frontPlot"); }
    QString summary() const { return find<QLabel>("frontSummary")->text(); }

    void open(const char *benchmark, const char *objective)
    {
        openFile(benchmark, [&](const std::filesystem::path &file) {
            return fakes::writeParetoStudy(file, benchmark, objective);
        });
    }
    template <typename Change>
    void openWith(const char *benchmark, Change change)
    {
        openFile(benchmark, [&](const std::filesystem::path &file) {
            return fakes::writeParetoStudy(file, benchmark, kSweep, change);
        });
    }
    template <typename Write>
    void openFile(const char *benchmark, Write write)
    {
        const QString file = m_folder->filePath(QStringLiteral("%1.pscope").arg(QString::fromLatin1(benchmark)));
        const auto written = write(std::filesystem::path(file.toStdString()));
        QVERIFY2(written.ok(), written.ok() ? "" : written.error().text().c_str());
        m_window->openFile(file);
        QTRY_COMPARE(m_window->document().path(), std::filesystem::path(file.toStdString()));
        click("navPareto");
        QTRY_VERIFY(seriesNamed("Front"));
        QTRY_VERIFY(!summary().isEmpty());
        plot()->plot()->replot(QCustomPlot::rpImmediateRefresh);
    }

    const dnas::Series *seriesNamed(const std::string &name) const
    {
        for (const dnas::Series &series : plot()->figure().series)
            if (series.name == name)
                return &series;
        return nullptr;
    }
    /// Candidates of a series, or of all.
    std::set<int> idsOf(const std::string &name) const
    {
        std::set<int> ids;
        for (const dnas::Series &series : plot()->figure().series)
            if (name.empty() || series.name == name)
                ids.insert(series.ids.begin(), series.ids.end());
        return ids;
    }

    QPoint pixel(double x, double y) const
    {
        return {qRound(plot()->plot()->xAxis->coordToPixel(x)), qRound(plot()->plot()->yAxis->coordToPixel(y))};
    }
    QPoint verticalPoint(double x) const
    {
        const QRect rect = plot()->plot()->axisRect()->rect();
        return {pixel(x, 0.8).x(), rect.top() + rect.height() / 8};
    }
    QPoint horizontalPoint(double y) const
    {
        const QRect rect = plot()->plot()->axisRect()->rect();
        return {rect.right() - rect.width() / 8, pixel(10000, y).y()};
    }
    void drag(const QPoint &from, const QPoint &to) const
    {
        QTest::mousePress(plot()->plot(), Qt::LeftButton, {}, from);
        QTest::mouseMove(plot()->plot(), (from + to) / 2);
        QTest::qWait(60); // the page draws in between
        QTest::mouseMove(plot()->plot(), to);
        QTest::mouseRelease(plot()->plot(), Qt::LeftButton, {}, to);
    }
};

QTEST_MAIN(TestParetoPage)
#include "tst_pareto_page.moc"
