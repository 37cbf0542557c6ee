// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plot: what is drawn, zoom kept, legend, selection, export, table twin.
#include "tests/widgets/picture_checks.h"
#include "tests/widgets/screenshot.h"
#include "widgets/plot_view.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <QToolTip>

#include <qcustomplot.h>

#include <cmath>
#include <random>

using namespace paretoscope;
using dnas::Mark;
using dnas::Role;

namespace {

dnas::Figure front()
{
    dnas::Figure figure;
    figure.title = "Front of weights and accuracy";
    figure.x = {.title = "Weights"};
    figure.y = {.title = "Accuracy on validation", .percent = true};
    figure.series.push_back({.name = "dominated",
                             .role = Role::Dominated,
                             .marks = {Mark::Circle},
                             .x = {30000, 52000, 41000},
                             .y = {0.79, 0.82, 0.845}});
    figure.series.push_back({.name = "infeasible",
                             .role = Role::Infeasible,
                             .marks = {Mark::Cross},
                             .x = {66000, 71000},
                             .y = {0.868, 0.861}});
    figure.series.push_back({.name = "front",
                             .role = Role::Front,
                             .marks = {Mark::Staircase, Mark::Circle},
                             .x = {9000, 18000, 27000, 45000},
                             .y = {0.72, 0.81, 0.842, 0.866},
                             .texts = {"λ 10\nweights 9 k", "λ 1", "λ 0.1", "λ 0.01"}});
    figure.series.push_back(
        {.name = "seed network", .role = Role::Seed, .marks = {Mark::Diamond}, .x = {77360}, .y = {0.874}});
    figure.series.push_back(
        {.name = "published", .role = Role::Published, .marks = {Mark::Square}, .x = {60000}, .y = {0.85}});
    figure.rules.push_back({.vertical = true, .at = 58000, .text = "limit 75 %", .role = Role::Limit});
    figure.empty = "No candidate yet.";
    return figure;
}

dnas::Figure losses(int epochs = 40)
{
    dnas::Figure figure;
    figure.title = "Losses";
    figure.x = {.title = "Epoch"};
    figure.y = {.title = "Loss", .scale = dnas::Scale::Log};
    for (int c = 0; c < 4; ++c) {
        static const char *const kNames[] = {"task", "weights", "total", "task, validation"};
        dnas::Series series{.name = kNames[c], .category = c, .marks = {c == 3 ? Mark::DashedLine : Mark::Line}};
        for (int i = 0; i < epochs; ++i) {
            series.x.push_back(i);
            series.y.push_back((c + 1) * std::exp(-0.08 * i) + 0.02 * (1 + c) +
                               (c == 3 ? 0.05 * std::sin(i) * std::exp(-0.05 * i) : 0));
        }
        figure.series.push_back(series);
    }
    figure.rules.push_back({.vertical = true, .at = 10, .text = "search", .role = Role::Marker});
    figure.rules.push_back({.vertical = true, .at = 11, .text = "strength.weights 0.1 → 1", .role = Role::Marker});
    figure.rules.push_back({.vertical = true, .at = 30, .text = "fine-tuning", .role = Role::Marker});
    return figure;
}

QPoint pixelOf(const PlotView &view, int series, int point)
{
    const dnas::Series &values = view.figure().series[static_cast<std::size_t>(series)];
    return {static_cast<int>(std::lround(view.plot()->xAxis->coordToPixel(values.x[static_cast<std::size_t>(point)]))),
            static_cast<int>(std::lround(view.plot()->yAxis->coordToPixel(values.y[static_cast<std::size_t>(point)])))};
}

void showReplotted(PlotView &view)
{
    view.resize(700, 450);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.plot()->replot(QCustomPlot::rpImmediateRefresh);
}

} // namespace

class TestPlotView : public QObject {
    Q_OBJECT
private slots:
    /// A perfect network is a whole point, not half of one; but no axis promises more than 100 %.
    void pointsAtTheEdgeAreWhole()
    {
        dnas::Figure figure;
        figure.x = {.title = "Weights"};
        figure.y = {.title = "Quality", .percent = true};
        dnas::Series series{.name = "front", .role = Role::Front, .marks = {Mark::Circle}};
        series.x = {0, 100, 400};
        series.y = {0.4, 0.9, 1.0};
        figure.series.push_back(series);
        PlotView view;
        view.setFigure(figure);
        showReplotted(view);
        const auto room = [&](int point) {
            return view.plot()->axisRect()->rect().adjusted(6, 6, -6, -6).contains(pixelOf(view, 0, point));
        };
        QVERIFY(room(0));
        QVERIFY(room(2));
        for (const double tick : view.plot()->yAxis->tickVector())
            QVERIFY2(tick < 1.000001 || tick > view.range(PlotAxis::Y).high, qPrintable(QString::number(tick)));
        saveScreenshots(view, QStringLiteral("plot-edge"));
        figure.series[0].y = {1.0, 1.0, 1.0};
        view.setFigure(figure, Refit::Fit);
        QVERIFY(view.range(PlotAxis::Y).high > 1.0);
        QVERIFY(view.range(PlotAxis::Y).high < 1.01);
        figure.series[0].marks = {Mark::Line};
        view.setFigure(figure, Refit::Fit);
        QCOMPARE(view.range(PlotAxis::Y).high, 1.0);
    }

    /// Changes by hand lie on no curve: a tick at the upper edge, the text on hover.
    void marksAtTheEdge()
    {
        dnas::Figure figure = losses();
        figure.rules = {{.vertical = true, .at = 12, .text = "λ macs 0.1 → 1", .role = Role::Marker, .atEdge = true},
                        {.vertical = true, .at = 12, .text = "target 5 → 4", .role = Role::Marker, .atEdge = true}};
        PlotView view;
        view.setFigure(figure);
        showReplotted(view);
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("λ macs 0.1 → 1; target 5 → 4")));
        const QRect rect = view.plot()->axisRect()->rect();
        for (int i = 0; i < view.plot()->itemCount(); ++i)
            if (auto *text = qobject_cast<QCPItemText *>(view.plot()->item(i))) {
                QVERIFY(!text->text().contains(QStringLiteral("macs")));
                QVERIFY(text->bottomLeft->pixelPosition().y() < rect.top() + 20);
            }
        const int x = static_cast<int>(std::lround(view.plot()->xAxis->coordToPixel(12)));
        QTest::mouseMove(view.plot(), {x + 60, rect.top() + 5});
        QTest::mouseMove(view.plot(), {x + 1, rect.top() + 5});
        QTRY_COMPARE(QToolTip::text(), QStringLiteral("λ macs 0.1 → 1\ntarget 5 → 4"));
        QTest::mouseMove(view.plot(), pixelOf(view, 0, 12)); // a point is nearer
        QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("task")));
        saveScreenshots(view, QStringLiteral("plot-marks"));
    }

    void drawsEverySeries()
    {
        PlotView view;
        view.setFigure(front());
        QCOMPARE(view.plot()->legend->itemCount(), 5);
        QCOMPARE(view.plot()->plottableCount(), 5 + 1); // and the rings around selected points
        QCOMPARE(view.plot()->graph(2)->lineStyle(), QCPGraph::lsStepLeft);
        QCOMPARE(view.plot()->graph(2)->dataCount(), 4);
        QCOMPARE(view.plot()->xAxis->label(), QStringLiteral("Weights"));
        QVERIFY(!view.findChild<QLabel *>(QStringLiteral("emptyText"))->isVisibleTo(&view));
        QCOMPARE(view.accessibleName(), QStringLiteral("Front of weights and accuracy"));
        view.setFigure(losses());
        QCOMPARE(view.plot()->legend->itemCount(), 4);
        QCOMPARE(view.plot()->yAxis->scaleType(), QCPAxis::stLogarithmic);
        // Lines of categories differ by dash, not only by colour.
        QVERIFY(view.plot()->graph(0)->pen().dashPattern() != view.plot()->graph(1)->pen().dashPattern());
    }

    void saysWhatIsMissing()
    {
        PlotView view;
        dnas::Figure figure;
        figure.empty = "No candidate yet.";
        view.setFigure(figure);
        auto *label = view.findChild<QLabel *>(QStringLiteral("emptyText"));
        QCOMPARE(label->text(), QStringLiteral("No candidate yet."));
        QVERIFY(label->isVisibleTo(&view));
        // Nothing but gaps counts as nothing.
        figure.series.push_back({.name = "gap", .marks = {Mark::Line}, .x = {1}, .y = {std::nan("")}});
        view.setFigure(figure);
        QVERIFY(label->isVisibleTo(&view));
        saveScreenshots(view, QStringLiteral("plot-empty"));
    }

    void aLimitIsDragged_data()
    {
        QTest::addColumn<bool>("vertical");
        QTest::addColumn<dnas::Scale>("scale");
        QTest::newRow("cost") << true << dnas::Scale::Linear;
        QTest::newRow("cost, log") << true << dnas::Scale::Log;
        QTest::newRow("quality") << false << dnas::Scale::Linear;
    }
    void aLimitIsDragged()
    {
        QFETCH(bool, vertical);
        QFETCH(dnas::Scale, scale);
        PlotView view;
        dnas::Figure figure = front();
        figure.x.scale = scale;
        figure.rules = {{.vertical = vertical,
                         .at = vertical ? 58000 : 0.75,
                         .text = "limit",
                         .forbidden = vertical ? dnas::Forbidden::Above : dnas::Forbidden::Below}};
        view.setFigure(figure);
        showReplotted(view);
        const QRect rect = view.plot()->axisRect()->rect();
        const PlotView::Range range = view.range(vertical ? PlotAxis::X : PlotAxis::Y);
        const QPoint from =
            vertical ? QPoint(qRound(view.plot()->xAxis->coordToPixel(58000)), rect.top() + rect.height() / 5)
                     : QPoint(rect.left() + rect.width() * 4 / 5, qRound(view.plot()->yAxis->coordToPixel(0.75)));
        const QPoint to = from + QPoint(-60, 25);
        const auto drag = [&] {
            QTest::mousePress(view.plot(), Qt::LeftButton, {}, from);
            QTest::mouseMove(view.plot(), (from + to) / 2);
            QTest::mouseMove(view.plot(), to);
            QTest::mouseRelease(view.plot(), Qt::LeftButton, {}, to);
        };
        QSignalSpy moved(&view, &PlotView::ruleMoved);
        drag(); // not draggable: the plot is panned instead
        QCOMPARE(moved.count(), 0);
        view.fit();
        figure.rules[0].draggable = true;
        view.setFigure(figure);
        view.plot()->replot(QCustomPlot::rpImmediateRefresh);
        // The receiver sets a figure each time, as a page does; the ranges stay where they are.
        connect(&view, &PlotView::ruleMoved, &view, [&](int rule, double at) {
            QCOMPARE(rule, 0);
            figure.rules[0].at = at;
            view.setFigure(figure);
        });
        drag();
        QVERIFY(moved.count() >= 1);
        const double expected =
            vertical ? view.plot()->xAxis->pixelToCoord(to.x()) : view.plot()->yAxis->pixelToCoord(to.y());
        QCOMPARE(moved.last()[1].toDouble(), expected);
        QCOMPARE(view.range(vertical ? PlotAxis::X : PlotAxis::Y).low, range.low);
        QCOMPARE(view.range(vertical ? PlotAxis::X : PlotAxis::Y).high, range.high);
        // When the release is lost, the line stays where it is as the mouse goes on.
        const QPoint start = vertical ? QPoint(to.x(), from.y()) : QPoint(from.x(), to.y());
        QTest::mousePress(view.plot(), Qt::LeftButton, {}, start);
        QTest::mouseMove(view.plot(), start + QPoint(5, 5));
        const auto dragged = moved.count();
        QVERIFY(dragged >= 2);
        for (const QPoint &place : {start + QPoint(20, 20), start + QPoint(30, 30)}) {
            QMouseEvent lost(QEvent::MouseMove, place, view.plot()->mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                             Qt::NoModifier);
            QCoreApplication::sendEvent(view.plot(), &lost);
        }
        QCOMPARE(moved.count(), dragged);
        QTest::mouseRelease(view.plot(), Qt::LeftButton, {}, start);
        // A point on the line can be clicked still.
        figure.rules[0].at = vertical ? 27000 : 0.842;
        view.setFigure(figure);
        QSignalSpy clicked(&view, &PlotView::pointClicked);
        QTest::mouseClick(view.plot(), Qt::LeftButton, {}, pixelOf(view, 2, 2));
        QCOMPARE(clicked.count(), 1);
    }

    void limitsAreMovedByKeys()
    {
        PlotView view;
        dnas::Figure figure = front();
        figure.rules = {
            {.vertical = true, .at = 40000, .text = "fixed"},
            {.vertical = true, .at = 30000, .text = "cost", .draggable = true},
            {.vertical = false, .at = 0.8, .text = "quality", .forbidden = dnas::Forbidden::Below, .draggable = true}};
        view.setFigure(figure);
        showReplotted(view);
        QSignalSpy moved(&view, &PlotView::ruleMoved);
        connect(&view, &PlotView::ruleMoved, &view, [&](int rule, double at) {
            figure.rules[static_cast<std::size_t>(rule)].at = at;
            view.setFigure(figure);
        });
        const auto pixels = [&] {
            return std::pair{view.plot()->xAxis->coordToPixel(figure.rules[1].at),
                             view.plot()->yAxis->coordToPixel(figure.rules[2].at)};
        };
        const auto [x, y] = pixels();
        QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.last()[0].toInt(), 1);
        QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(std::abs(pixels().first - (x + 9)) < 0.01); // ten to the right, one to the left
        QTest::keyClick(&view, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(moved.last()[0].toInt(), 2);
        QVERIFY(figure.rules[2].at > 0.8);
        QVERIFY(std::abs(pixels().second - (y - 10)) < 0.01);
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(pixels().first >= view.plot()->axisRect()->rect().left() - 0.01); // stays in the plot
        QCOMPARE(figure.rules[0].at, 40000.0);
        // Without a rule to move the keys do nothing.
        const auto count = moved.count();
        figure.rules.clear();
        view.setFigure(figure);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(moved.count(), count);
    }

    void frozenRangesStay()
    {
        PlotView view;
        view.setFigure(front());
        showReplotted(view);
        const double high = view.range(PlotAxis::X).high;
        dnas::Figure part = front();
        part.rules.clear();
        part.series.resize(1);
        view.setFigure(part, Refit::Freeze);
        QCOMPARE(view.range(PlotAxis::X).high, high);
        view.setFigure(part);
        QVERIFY(view.range(PlotAxis::X).high < high);
    }

    void notesStandBesidePoints()
    {
        PlotView view;
        dnas::Figure figure = front();
        figure.notes = {{27000, 0.842, "knee", Role::Front}, {60000, 0.85, "A paper", Role::Published}};
        view.setFigure(figure);
        showReplotted(view);
        const auto note = [&view](const QString &text) {
            for (int i = 0; i < view.plot()->itemCount(); ++i)
                if (auto *item = qobject_cast<QCPItemText *>(view.plot()->item(i)); item && item->text() == text)
                    return item;
            return static_cast<QCPItemText *>(nullptr);
        };
        QVERIFY(note(QStringLiteral("knee"))->visible());
        // Up and left of its point: nothing of a front is there.
        const QPointF place = note(QStringLiteral("knee"))->position->pixelPosition();
        QVERIFY(place.x() < pixelOf(view, 2, 2).x() && place.y() < pixelOf(view, 2, 2).y());
        QVERIFY(note(QStringLiteral("A paper"))->visible());
        view.setSeriesVisible(4, false);
        view.plot()->replot(QCustomPlot::rpImmediateRefresh);
        QVERIFY(!note(QStringLiteral("A paper"))->visible());
    }

    void tableTwin()
    {
        PlotView view;
        QAbstractItemModelTester tester(view.tableModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        view.setFigure(front());
        QCOMPARE(view.tableModel()->rowCount(), 3 + 2 + 4 + 1 + 1);
        QCOMPARE(view.tableModel()->index(5, 1).data().toString(), QStringLiteral("9000"));
        QCOMPARE(view.tableModel()->index(5, 2).data().toString(), QStringLiteral("72.00 %"));
        showReplotted(view);
        QTest::keyClick(&view, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(view.isTableVisible());
        auto *table = view.findChild<QTableView *>(QStringLiteral("table"));
        QSignalSpy selected(&view, &PlotView::pointsSelected);
        table->selectRow(6);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(view.selectedPoints(), (std::vector<PointRef>{{2, 1}}));
        QTest::keyClick(table, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(!view.isTableVisible());
        QCOMPARE(view.selectedPoints(), (std::vector<PointRef>{{2, 1}}));
    }

    void keepsTheUsersZoom()
    {
        PlotView view;
        view.setFigure(losses(10));
        QVERIFY(view.range(PlotAxis::X).high < 12);
        view.setFigure(losses(40)); // follows its data until the user zooms
        QVERIFY(view.range(PlotAxis::X).high > 38);
        showReplotted(view);
        view.setRange(PlotAxis::X, {5, 15});
        view.setFigure(losses(60));
        QCOMPARE(view.range(PlotAxis::X).low, 5.0);
        QCOMPARE(view.range(PlotAxis::X).high, 15.0);
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY(view.range(PlotAxis::X).high > 58);
        QTest::keyClick(&view, Qt::Key_Plus);
        QVERIFY(view.range(PlotAxis::X).high < 58);
        const double zoomed = view.range(PlotAxis::X).high;
        view.setFigure(losses(80));
        QCOMPARE(view.range(PlotAxis::X).high, zoomed);
        view.setFigure(losses(80), Refit::Fit);
        QVERIFY(view.range(PlotAxis::X).high > 78);
        QTest::mouseDClick(view.plot(), Qt::LeftButton, {}, view.plot()->axisRect()->center());
        QVERIFY(view.range(PlotAxis::X).high > 78);
    }

    void wheelZoomsAndDragPans()
    {
        PlotView view;
        view.setFigure(front());
        showReplotted(view);
        const auto before = view.range(PlotAxis::X);
        const QPoint middle = view.plot()->axisRect()->center();
        QWheelEvent wheel(middle, view.plot()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.plot(), &wheel);
        const auto zoomed = view.range(PlotAxis::X);
        QVERIFY(zoomed.high - zoomed.low < before.high - before.low);
        QTest::mousePress(view.plot(), Qt::LeftButton, {}, middle);
        QMouseEvent move(QEvent::MouseMove, middle + QPoint(50, 0), view.plot()->mapToGlobal(middle + QPoint(50, 0)),
                         Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.plot(), &move);
        QTest::mouseRelease(view.plot(), Qt::LeftButton, {}, middle + QPoint(50, 0));
        QVERIFY(view.range(PlotAxis::X).low < zoomed.low);
    }

    void legendClickHides()
    {
        PlotView view;
        view.setFigure(front());
        showReplotted(view);
        QSignalSpy changed(&view, &PlotView::seriesVisibilityChanged);
        QCPAbstractLegendItem *item = view.plot()->legend->item(3);
        QTest::mouseClick(view.plot(), Qt::LeftButton, {}, item->outerRect().center());
        QCOMPARE(changed.count(), 1);
        QVERIFY(!view.isSeriesVisible(3));
        QVERIFY(!view.plot()->graph(3)->visible());
        QVERIFY(view.plot()->legend->item(3)->font().strikeOut());
        QVERIFY(view.range(PlotAxis::X).high < 77000); // the seed was the rightmost point
        view.setFigure(front());                       // stays hidden with new values
        QVERIFY(!view.isSeriesVisible(3));
        // The same by keyboard: through the menu.
        QScopedPointer<QMenu> menu(view.createContextMenu());
        auto *series = menu->findChild<QMenu *>(QStringLiteral("seriesMenu"));
        QCOMPARE(series->actions().size(), 5);
        series->actions().at(3)->trigger();
        QVERIFY(view.isSeriesVisible(3));
    }

    void clickAndBandSelect()
    {
        PlotView view;
        view.setFigure(front());
        showReplotted(view);
        QSignalSpy clicked(&view, &PlotView::pointClicked);
        QSignalSpy selected(&view, &PlotView::pointsSelected);
        QTest::mouseClick(view.plot(), Qt::LeftButton, {}, pixelOf(view, 2, 1));
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.first(), (QVariantList{2, 1}));
        QCOMPARE(view.selectedPoints(), (std::vector<PointRef>{{2, 1}}));
        // Points out of order in x keep their own index.
        QTest::mouseClick(view.plot(), Qt::LeftButton, Qt::ControlModifier, pixelOf(view, 0, 2));
        QCOMPARE(view.selectedPoints(), (std::vector<PointRef>{{2, 1}, {0, 2}}));
        QCOMPARE(clicked.count(), 1);
        QTest::mouseClick(view.plot(), Qt::LeftButton, {}, view.plot()->axisRect()->rect().topLeft() + QPoint(3, 3));
        QVERIFY(view.selectedPoints().empty());

        const QPoint from = pixelOf(view, 2, 1) + QPoint(-8, 8);
        const QPoint to = pixelOf(view, 2, 2) + QPoint(8, -8);
        QTest::mousePress(view.plot(), Qt::LeftButton, Qt::ShiftModifier, from);
        QMouseEvent move(QEvent::MouseMove, to, view.plot()->mapToGlobal(to), Qt::LeftButton, Qt::LeftButton,
                         Qt::ShiftModifier);
        QApplication::sendEvent(view.plot(), &move);
        QTest::mouseRelease(view.plot(), Qt::LeftButton, Qt::ShiftModifier, to);
        QCOMPARE(view.selectedPoints(), (std::vector<PointRef>{{2, 1}, {2, 2}}));
        QCOMPARE(clicked.count(), 1);
        const auto count = selected.count();
        view.setSelectedPoints({{2, 0}, {9, 9}}); // by the program: quiet, and nonsense is dropped
        QCOMPARE(selected.count(), count);
        QCOMPARE(view.selectedPoints(), (std::vector<PointRef>{{2, 0}}));
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(view.selectedPoints().empty());
        view.setSelectedPoints({{2, 2}, {3, 0}});
        saveScreenshots(view, QStringLiteral("plot-front"));
    }

    void selectionFollowsTheNameOfTheSeries()
    {
        PlotView view;
        view.setFigure(front());
        view.setSelectedPoints({{2, 3}, {3, 0}});
        dnas::Figure next = front();
        next.series.erase(next.series.begin()); // "front" is now series 1
        next.series[1].x.pop_back();            // and has lost its last point
        view.setFigure(next);
        QCOMPARE(view.selectedPoints(), (std::vector<PointRef>{{2, 0}}));
    }

    void logarithmicAxis()
    {
        PlotView view;
        dnas::Figure figure = front();
        figure.series[0].x[0] = 0; // has no place on a logarithmic axis
        view.setFigure(figure);
        QScopedPointer<QMenu> menu(view.createContextMenu());
        menu->findChild<QAction *>(QStringLiteral("actionLogX"))->trigger();
        QCOMPARE(view.scale(PlotAxis::X), dnas::Scale::Log);
        QVERIFY(view.range(PlotAxis::X).low > 5000);
        QCOMPARE(view.plot()->graph(0)->dataCount(), 2);
        view.setFigure(figure); // the user's choice holds
        QCOMPARE(view.scale(PlotAxis::X), dnas::Scale::Log);
        saveScreenshots(view, QStringLiteral("plot-log"));
    }

    void exports()
    {
        QTemporaryDir folder;
        PlotView view;
        view.setFigure(front());
        showReplotted(view);
        view.setRange(PlotAxis::X, {0, 20000});
        QSignalSpy failed(&view, &PlotView::exportFailed);
        QString asked;
        view.setAskFileName([&](const QString &, const QString &name, const QString &) {
            asked = name;
            return folder.filePath(QStringLiteral("visible")); // without a suffix: it is added
        });
        QScopedPointer<QMenu> menu(view.createContextMenu());
        menu->findChild<QAction *>(QStringLiteral("actionSaveCsv"))->trigger();
        QCOMPARE(asked, QStringLiteral("front-of-weights-and-accuracy.csv"));
        QFile csv(folder.filePath(QStringLiteral("visible.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll().count("\nfront,"), 2);
        checkPictureFiles(view, folder, failed);
        const QString screenshots = qEnvironmentVariable("PARETOSCOPE_SCREENSHOTS");
        view.fit();
        if (!screenshots.isEmpty())
            view.exportTo(screenshots + QStringLiteral("/export.svg"), PlotFormat::Svg);
    }

    void darkIsDark()
    {
        PlotView view;
        view.setFigure(front());
        showReplotted(view);
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            applyTheme(*qApp, theme);
            QTest::qWait(80);
            const QColor ground = view.grab().toImage().pixelColor(2, view.height() / 2);
            QCOMPARE(ground.lightness() < 128, theme == Theme::Dark);
        }
    }

    void manyPoints()
    {
        PlotView view;
        std::mt19937 random(1);
        std::normal_distribution<double> normal;
        dnas::Figure figure = front();
        dnas::Series &cloud = figure.series[0];
        for (int i = 0; i < 100000; ++i) {
            cloud.x.push_back(40000 + 9000 * normal(random));
            cloud.y.push_back(0.75 + 0.03 * normal(random));
        }
        QElapsedTimer timer;
        timer.start();
        view.setFigure(figure);
        const auto built = timer.restart();
        showReplotted(view);
        const auto shown = timer.restart();
        view.plot()->replot(QCustomPlot::rpImmediateRefresh);
        qInfo("100 000 points: build %lld ms, first show %lld ms, replot %lld ms", static_cast<long long>(built),
              static_cast<long long>(shown), static_cast<long long>(timer.elapsed()));
        QCOMPARE(view.plot()->graph(0)->dataCount(), 100003);
        saveScreenshots(view, QStringLiteral("plot-many"));
    }

    void lines()
    {
        PlotView view;
        view.setFigure(losses());
        view.resize(620, 360);
        saveScreenshots(view, QStringLiteral("plot-losses"));
        QCOMPARE(view.tableModel()->rowCount(), 160);
    }

    void bars()
    {
        dnas::Figure figure;
        figure.title = "Width kept";
        figure.y = {.title = "Channels kept", .percent = true};
        for (int c = 0; c < 2; ++c) {
            dnas::Series series{.name = c ? "candidate 7" : "candidate 3", .category = c, .marks = {Mark::Bar}};
            for (int i = 0; i < 9; ++i) {
                series.x.push_back(i);
                series.y.push_back(std::abs(std::sin(1.0 + i + c)));
            }
            figure.series.push_back(series);
        }
        for (int i = 0; i < 9; ++i)
            figure.categories.push_back("stack" + std::to_string(i / 3) + ".conv" + std::to_string(i));
        PlotView view;
        view.setFigure(figure);
        QCOMPARE(view.plot()->graphCount(), 1); // the rings only
        QCOMPARE(view.plot()->legend->itemCount(), 2);
        QCOMPARE(view.range(PlotAxis::Y).low, 0.0);
        saveScreenshots(view, QStringLiteral("plot-bars"));
    }
};

QTEST_MAIN(TestPlotView)
#include "tst_plot_view.moc"
