// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parallel coordinates: geometry, brushes by the mouse, scales, gaps, selection, files.
#include "tests/widgets/picture_checks.h"
#include "tests/widgets/screenshot.h"
#include "widgets/parallel_layout.h"
#include "widgets/parallel_view.h"

#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace paretoscope;
using dnas::Role;
using dnas::Scale;
using Rows = std::vector<int>;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Three axes, five rows; row 3 has no latency, row 4 is the seed.
void fill(ParallelView &view)
{
    std::vector<ParallelAxis> axes;
    axes.push_back({.title = QStringLiteral("Accuracy"),
                    .percent = true,
                    .values = {0.70, 0.80, 0.85, 0.60, 0.90},
                    .best = BestEnd::High});
    axes.push_back({.title = QStringLiteral("Latency (ms)"),
                    .flipped = true,
                    .values = {10, 20, 40, kNaN, 50},
                    .best = BestEnd::Low});
    axes.push_back({.title = QStringLiteral("Weights"),
                    .flipped = true,
                    .values = {1000, 10000, 100000, 0, 70000},
                    .best = BestEnd::Low});
    view.setData(std::move(axes), {{QStringLiteral("a"), Role::Front},
                                   {QStringLiteral("b"), Role::Dominated},
                                   {QStringLiteral("c"), Role::Front},
                                   {QStringLiteral("d, \"gap\""), Role::Infeasible},
                                   {QStringLiteral("seed"), Role::Seed}});
}

void fillMany(ParallelView &view, int rows)
{
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    std::vector<ParallelAxis> axes(6);
    const QStringList titles{QStringLiteral("Accuracy on validation"),
                             QStringLiteral("Latency (ms)"),
                             QStringLiteral("Weights"),
                             QStringLiteral("MACs"),
                             QStringLiteral("Energy (µJ)"),
                             QStringLiteral("Peak memory (bytes)")};
    std::vector<ParallelRow> names;
    for (int row = 0; row < rows; ++row) {
        const double size = normal(random);
        const auto noisy = [&] {
            return size + 0.35 * normal(random);
        };
        axes[0].values.push_back(0.93 - 0.12 * std::exp(-0.6 * noisy()));
        axes[1].values.push_back(12 * std::exp(0.5 * noisy()));
        axes[2].values.push_back(60000 * std::exp(0.9 * noisy()));
        axes[3].values.push_back(6e6 * std::exp(0.7 * noisy()));
        axes[4].values.push_back(row % 7 ? 80 * std::exp(0.5 * noisy()) : kNaN);
        axes[5].values.push_back(24000 * std::exp(0.3 * noisy()));
        names.push_back({QStringLiteral("candidate %1").arg(row), row == 0       ? Role::Seed
                                                                  : row % 5 == 1 ? Role::Infeasible
                                                                  : row % 4 == 0 ? Role::Front
                                                                                 : Role::Dominated});
    }
    for (std::size_t axis = 0; axis < axes.size(); ++axis) {
        axes[axis].title = titles[static_cast<qsizetype>(axis)];
        axes[axis].percent = axis == 0;
        axes[axis].flipped = axis > 0;
        axes[axis].best = axis == 0 ? BestEnd::High : BestEnd::Low;
        axes[axis].scale = axis == 2 || axis == 3 ? Scale::Log : Scale::Linear;
    }
    view.setData(std::move(axes), std::move(names));
}

void showView(ParallelView &view)
{
    view.resize(640, 360);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
}

void move(ParallelView &view, QPointF to, Qt::MouseButtons buttons)
{
    QMouseEvent event(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(&view, &event);
}

void drag(ParallelView &view, QPointF from, QPointF to)
{
    QTest::mousePress(&view, Qt::LeftButton, {}, from.toPoint());
    move(view, (from + to) / 2, Qt::LeftButton);
    move(view, to, Qt::LeftButton);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, to.toPoint());
}

QPoint between(const ParallelView &view, int axis, double left, double right)
{
    return ((view.pointAt(axis, left) + view.pointAt(axis + 1, right)) / 2).toPoint();
}

} // namespace

class TestParallelView : public QObject {
    Q_OBJECT
private slots:
    void scales()
    {
        // 0 … 100 with 4 % of room above; below 0 there is nothing to show.
        const std::vector<double> values{0, 50, 100, kNaN};
        AxisScale linear = axisScale(values, Scale::Linear, false);
        QCOMPARE(linear.low, 0.0);
        QCOMPARE(linear.high, 104.0);
        QCOMPARE(linear.unitOf(26), 0.25);
        QCOMPARE(linear.valueAt(0.25), 26.0);
        QVERIFY(std::isnan(linear.unitOf(kNaN)));
        QCOMPARE(axisScale(values, Scale::Linear, true).unitOf(26), 0.75);
        // log: 1 … 10000, room 10000^0.04 = 1.4454; the middle is 100, and 0 stands at the low end.
        const std::vector<double> decades{0, 1, 10000};
        const AxisScale log = axisScale(decades, Scale::Log, false);
        QVERIFY(qAbs(log.high - 14454.4) < 0.1);
        QCOMPARE(log.unitOf(100), 0.5);
        QCOMPARE(log.unitOf(0), 0.0);
        QCOMPARE(log.valueAt(0), 0.0);
        QVERIFY(log.valueAt(0.01) > 0);
        QCOMPARE(axisScale(std::vector<double>{-1, 0}, Scale::Log, false).scale, Scale::Linear);
        // All alike, nothing at all: still an axis.
        for (const std::vector<double> &same : {std::vector<double>{3, 3}, {0.0}, {-2.0}, {kNaN}, {}}) {
            const AxisScale scale = axisScale(same, Scale::Linear, false);
            QVERIFY(scale.low < scale.high);
        }
    }

    void ticksKeepApart()
    {
        const AxisScale scale = axisScale(std::vector<double>{0, 2, 130, 900}, Scale::Log, true);
        std::vector<double> labelled;
        QStringList texts;
        for (const AxisTick &tick : axisTicks(scale, false, 200, 14)) {
            if (tick.text.isEmpty())
                continue;
            for (const double other : labelled)
                QVERIFY(qAbs(tick.unit - other) * 200 > 13);
            labelled.push_back(tick.unit);
            texts << tick.text;
        }
        QVERIFY(texts.contains(QStringLiteral("≤ 0")));
        QVERIFY(texts.contains(QStringLiteral("100")));
    }

    /// The numbers of a cost carry its unit, in sizes that people read.
    void ticksWithUnits_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<double>("most");
        QTest::addColumn<QString>("label"); // one that must be there
        QTest::newRow("KiB") << "ram" << 100.0 * 1024 << "50 KiB";
        QTest::newRow("MiB") << "flash" << 4.0 * 1024 * 1024 << "2 MiB";
        QTest::newRow("bytes") << "ram" << 1000.0 << "500 B";
        QTest::newRow("µJ") << "energy" << 900.0 << "500 µJ";
        QTest::newRow("mJ") << "energy" << 9000.0 << "5 mJ";
        QTest::newRow("ms") << "latency" << 9.0 << "5 ms";
        QTest::newRow("count") << "macs" << 9e6 << "5 M";
    }
    void ticksWithUnits()
    {
        QFETCH(QString, metric);
        QFETCH(double, most);
        QFETCH(QString, label);
        const AxisScale scale = axisScale(std::vector<double>{most / 10, most}, Scale::Linear, false);
        QStringList texts;
        for (const AxisTick &tick : axisTicks(scale, false, 160, 14, metric))
            texts << tick.text;
        QVERIFY2(texts.contains(label), qPrintable(texts.join(u'|')));
    }

    void longTitlesAreStaggered()
    {
        ParallelView view;
        std::vector<ParallelAxis> axes;
        for (const char *title : {"Validation", "Test", "Weights", "Parameters", "MACs", "Flash", "RAM", "Latency"})
            axes.push_back({.title = QString::fromLatin1(title), .values = {1, 2}});
        view.setData(axes, {{QStringLiteral("a")}, {QStringLiteral("b")}});
        view.resize(640, 300); // 8 axes: about 75 pixels each
        showView(view);
        const QFontMetricsF metrics(view.font());
        for (int axis = 0; axis < 8; ++axis) {
            const QRectF rect = view.titleRect(axis);
            QVERIFY2(rect.width() >= metrics.horizontalAdvance(axes[static_cast<std::size_t>(axis)].title) + 9,
                     qPrintable(axes[static_cast<std::size_t>(axis)].title));
            QVERIFY(rect.bottom() < view.pointAt(axis, 2).y());
            for (int other = 0; other < axis; ++other)
                QVERIFY(!rect.intersects(view.titleRect(other)));
        }
        QVERIFY(view.titleRect(0).top() < view.titleRect(1).top());
        view.resize(1600, 300); // room for all beside each other
        QTRY_COMPARE(view.titleRect(1).top(), view.titleRect(0).top());
    }

    void columns()
    {
        const ParallelFrame frame = parallelFrame({600, 300}, 4, 14, 60, true);
        QCOMPARE(frame.x.size(), std::size_t{4});
        QVERIFY(frame.x.front() >= 60);
        QVERIFY(frame.x.back() < 600);
        QVERIFY(qAbs((frame.x[1] - frame.x[0]) - (frame.x[3] - frame.x[2])) <= 1);
        QCOMPARE(frame.yOf(0.25), frame.bottom - 0.25 * frame.height());
        QCOMPARE(frame.unitAt(frame.yOf(0.25)), 0.25);
        QCOMPARE(frame.nearest(frame.x[2] + 5), 2);
        QCOMPARE(parallelFrame({600, 300}, 0, 14, 60, false).nearest(10), -1);
        // From (0, 0) to (3, 4), the point (4, -3) is at a right angle: distance 5 from the start.
        QCOMPARE(distanceToSegment({4, -3}, {0, 0}, {3, 4}), 5.0);
        QCOMPARE(distanceToSegment({1.5 + 0.8, 2 - 0.6}, {0, 0}, {3, 4}), 1.0);
    }

    void brushByMouse()
    {
        ParallelView view;
        fill(view);
        showView(view);
        QCOMPARE(view.brushedRows(), (Rows{0, 1, 2, 3, 4}));
        QSignalSpy changed(&view, &ParallelView::brushChanged);
        drag(view, view.pointAt(0, 0.75), view.pointAt(0, 0.95));
        QVERIFY(changed.count() >= 1);
        QCOMPARE(view.brushedRows(), (Rows{1, 2, 4}));
        QVERIFY(qAbs(view.brush(0)->first - 0.75) < 0.005);
        QVERIFY(view.brush(0)->second > 0.90); // the axis ends before 0.95
        // A second brush narrows it down, and excludes rows without a value.
        drag(view, view.pointAt(1, 15), view.pointAt(1, 45));
        QCOMPARE(view.brushedRows(), (Rows{1, 2}));
        // Moved by its middle: from 15 … 45 to 5 … 35 (by ten).
        drag(view, view.pointAt(1, 30), view.pointAt(1, 20));
        QVERIFY(view.brush(1)->second < 40);
        QCOMPARE(view.brushedRows(), Rows{1});
        // Taken by an end.
        drag(view, view.pointAt(1, view.brush(1)->second), view.pointAt(1, 42));
        QCOMPARE(view.brushedRows(), (Rows{1, 2}));
        saveScreenshots(view, QStringLiteral("parallel-brushed"));
        // A click removes.
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.pointAt(1, 20).toPoint());
        QVERIFY(!view.brush(1));
        QCOMPARE(view.brushedRows(), (Rows{1, 2, 4}));
        QVERIFY(view.selectedRows().empty());
    }

    void brushStaysWithItsTitle()
    {
        ParallelView view;
        fill(view);
        view.setBrush(1, std::pair{50.0, 15.0}); // in either order
        QCOMPARE(*view.brush(1), (std::pair{15.0, 50.0}));
        view.setScale(2, Scale::Log);
        view.setFlipped(0, true);
        view.setSelectedRows({2, 99, -1});
        QCOMPARE(view.selectedRows(), Rows{2});
        // The axes in another order, one more row before the others.
        view.setData({{.title = QStringLiteral("Weights"), .values = {5, 100, 200, 300}},
                      {.title = QStringLiteral("Energy"), .values = {1, 2, 3, 4}},
                      {.title = QStringLiteral("Latency (ms)"), .values = {5, 20, kNaN, 50}},
                      {.title = QStringLiteral("Accuracy"), .values = {1, 2, 3}}}, // one too few: absent
                     {{QStringLiteral("new")}, {QStringLiteral("a")}, {QStringLiteral("b")}, {QStringLiteral("c")}});
        QVERIFY(!view.brush(1));
        QCOMPARE(*view.brush(2), (std::pair{15.0, 50.0}));
        QCOMPARE(view.brushedRows(), (Rows{1, 3}));
        QCOMPARE(view.scale(0), Scale::Log);
        QVERIFY(view.isFlipped(3));
        QVERIFY(!view.isFlipped(0)); // the data said so, not the user
        QCOMPARE(view.selectedRows(), Rows{3});
        QSignalSpy changed(&view, &ParallelView::brushChanged);
        view.clearBrushes();
        view.clearBrushes();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(view.brushedRows(), (Rows{0, 1, 2, 3}));
    }

    void flipAndLog()
    {
        ParallelView view;
        fill(view);
        showView(view);
        QVERIFY(view.pointAt(0, 0.9).y() < view.pointAt(0, 0.6).y());
        QVERIFY(view.pointAt(1, 10).y() < view.pointAt(1, 50).y()); // flipped by the data: small on top
        QTest::mouseDClick(&view, Qt::LeftButton, {}, view.titleRect(0).center().toPoint());
        QVERIFY(view.isFlipped(0));
        QVERIFY(view.pointAt(0, 0.9).y() > view.pointAt(0, 0.6).y());
        // On a logarithmic axis 10 000 lies half way from 1000 to 100 000.
        view.setScale(2, Scale::Log);
        const double middle = (view.pointAt(2, 1000).y() + view.pointAt(2, 100000).y()) / 2;
        QVERIFY(qAbs(view.pointAt(2, 10000).y() - middle) < 1e-6);
        QVERIFY(view.isFlipped(2)); // by the data: what has no logarithm stands at the low end, which is on top
        QVERIFY(view.pointAt(2, 0).y() < view.pointAt(2, 1000).y());
        // Down to the end of the axis a brush takes in what has no logarithm.
        const QPointF end = view.pointAt(2, 0);
        drag(view, view.pointAt(2, 3000), end - QPointF(0, 3));
        QCOMPARE(view.brushedRows(), (Rows{0, 3}));
        view.setData({{.title = QStringLiteral("Loss"), .values = {0, -1}}}, {{}, {}});
        view.setScale(0, Scale::Log);
        QCOMPARE(view.scale(0), Scale::Linear);
        QScopedPointer<QMenu> menu(view.createContextMenu(0));
        QVERIFY(!menu->findChild<QAction *>(QStringLiteral("actionLog"))->isEnabled());
    }

    void gapsInLines()
    {
        ParallelView view;
        // The only row has no value on the middle axis: nothing is drawn between, only two dots at the ends.
        view.setData({{.title = QStringLiteral("x"), .values = {1}},
                      {.title = QStringLiteral("y"), .values = {kNaN}},
                      {.title = QStringLiteral("z"), .values = {1}}},
                     {{QStringLiteral("gap")}});
        showView(view);
        const auto coloured = [&](QPoint at) {
            const QImage picture = view.grab().toImage();
            int count = 0;
            for (int y = at.y() - 6; y <= at.y() + 6; ++y)
                count += picture.pixelColor(at.x(), y) != drawingColours(themeOf(&view)).background;
            return count;
        };
        const QPoint first = view.pointAt(0, 1).toPoint() + QPoint(40, 0);
        QCOMPARE(coloured(first), 0);
        QVERIFY(coloured(view.pointAt(0, 1).toPoint() + QPoint(1, 0)) > 0);
        view.setData({{.title = QStringLiteral("x"), .values = {1}}, {.title = QStringLiteral("y"), .values = {1}}},
                     {{QStringLiteral("line")}});
        QVERIFY(coloured(view.pointAt(0, 1).toPoint() + QPoint(40, 0)) > 0);
        // Brushing an axis leaves out those that have no value there.
        fill(view);
        view.setBrush(1, std::pair{0.0, 1000.0});
        QCOMPARE(view.brushedRows(), (Rows{0, 1, 2, 4}));
    }

    void selectsByClick()
    {
        ParallelView view;
        fill(view);
        showView(view);
        QSignalSpy selected(&view, &ParallelView::rowsSelected);
        QTest::mouseClick(&view, Qt::LeftButton, {}, between(view, 0, 0.70, 10));
        QCOMPARE(view.selectedRows(), Rows{0});
        QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, between(view, 0, 0.90, 50));
        QCOMPARE(view.selectedRows(), (Rows{0, 4}));
        saveScreenshots(view, QStringLiteral("parallel-selected"));
        QTest::mouseClick(&view, Qt::LeftButton, Qt::ShiftModifier, between(view, 0, 0.70, 10));
        QCOMPARE(view.selectedRows(), Rows{4});
        QCOMPARE(selected.count(), 3);
        QCOMPARE(selected.last().first().value<Rows>(), Rows{4});
        // Rows outside the brushes are not hit.
        view.setBrush(0, std::pair{0.88, 1.0});
        QTest::mouseClick(&view, Qt::LeftButton, {}, between(view, 0, 0.70, 10));
        QVERIFY(view.selectedRows().empty());
        view.setSelectedRows({1});
        QCOMPARE(selected.count(), 4); // that was the click on nothing
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(view.selectedRows().empty());
        QCOMPARE(selected.count(), 5);
    }

    void keys()
    {
        ParallelView view;
        fill(view);
        showView(view);
        QCOMPARE(view.currentAxis(), 0);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.currentAxis(), 0);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.currentAxis(), 2);
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("Weights")));
        QTest::keyClick(&view, Qt::Key_L);
        QCOMPARE(view.scale(2), Scale::Log);
        QTest::keyClick(&view, Qt::Key_F);
        QVERIFY(!view.isFlipped(2));
        view.setBrush(2, std::pair{1.0, 2000.0});
        QTest::keyClick(&view, Qt::Key_Delete);
        QVERIFY(!view.brush(2));
        QApplication::clipboard()->clear();
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->image().size(), view.size() * 2);
        QVERIFY(!view.accessibleName().isEmpty());
        // Without data no key does harm.
        view.setData({}, {});
        QCOMPARE(view.currentAxis(), -1);
        for (const int key : {Qt::Key_Left, Qt::Key_L, Qt::Key_F, Qt::Key_Delete, Qt::Key_Escape})
            QTest::keyClick(&view, static_cast<Qt::Key>(key));
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(100, 100));
        move(view, {120, 120}, Qt::NoButton);
        QCOMPARE(view.accessibleDescription(), QStringLiteral("Nothing to compare yet."));
        QVERIFY(view.brushedRows().empty());
        saveScreenshots(view, QStringLiteral("parallel-empty"));
    }

    void exports()
    {
        QTemporaryDir folder;
        ParallelView view;
        fill(view);
        showView(view);
        view.setBrush(0, std::pair{0.5, 0.75});
        QSignalSpy failed(&view, &ParallelView::exportFailed);
        QString asked;
        view.setAskFileName([&](const QString &, const QString &name, const QString &) {
            asked = name;
            return folder.filePath(QStringLiteral("rows")); // without a suffix: it is added
        });
        QScopedPointer<QMenu> menu(view.createContextMenu(1));
        menu->findChild<QAction *>(QStringLiteral("actionSaveCsv"))->trigger();
        QCOMPARE(asked, QStringLiteral("parallel-coordinates.csv"));
        QFile csv(folder.filePath(QStringLiteral("rows.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll(), QByteArray("name,kind,Accuracy,Latency (ms),Weights\n"
                                           "a,front,0.7,10,1000\n"
                                           "\"d, \"\"gap\"\"\",infeasible,0.6,,0\n"));
        checkPictureFiles(view, folder, failed);
        QCOMPARE(QImage(folder.filePath(QStringLiteral("0"))).size(), view.size() * 2);
        const QString screenshots = qEnvironmentVariable("PARETOSCOPE_SCREENSHOTS");
        if (!screenshots.isEmpty())
            for (const PlotFormat format : {PlotFormat::Png, PlotFormat::Svg, PlotFormat::Pdf})
                view.exportTo(screenshots + QStringLiteral("/parallel-export.") +
                                  QStringList{QStringLiteral("png"), QStringLiteral("svg"),
                                              QStringLiteral("pdf")}[static_cast<int>(format)],
                              format);
    }

    void contextMenu()
    {
        ParallelView view;
        fill(view);
        view.setBrush(1, std::pair{10.0, 20.0});
        QScopedPointer<QMenu> menu(view.createContextMenu(1));
        const auto action = [&](const char *name) {
            return menu->findChild<QAction *>(QLatin1String(name));
        };
        QVERIFY(action("actionFlip")->isChecked());
        action("actionLog")->trigger();
        QCOMPARE(view.scale(1), Scale::Log);
        action("actionFlip")->trigger();
        QVERIFY(!view.isFlipped(1));
        action("actionClearBrush")->trigger();
        QVERIFY(!view.brush(1));
        view.setBrush(0, std::pair{0.0, 1.0});
        action("actionClearBrushes")->trigger();
        QVERIFY(!view.brush(0));
        // Every entry by a letter of its own.
        QStringList letters;
        for (const QAction *entry : menu->actions()) {
            if (entry->isSeparator())
                continue;
            const qsizetype mark = entry->text().indexOf(u'&');
            QVERIFY(mark >= 0);
            letters << entry->text().mid(mark + 1, 1).toLower();
        }
        QCOMPARE(letters.removeDuplicates(), 0);
    }

    void darkIsDark()
    {
        ParallelView view;
        fill(view);
        showView(view);
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            applyTheme(*qApp, theme);
            QTest::qWait(50);
            QCOMPARE(view.grab().toImage().pixelColor(2, view.height() / 2).lightness() < 128, theme == Theme::Dark);
        }
    }

    void manyRows_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("300") << 300;
        QTest::newRow("1500") << 1500;
        QTest::newRow("10000") << 10000;
    }
    void manyRows()
    {
        QFETCH(int, rows);
        ParallelView view;
        showView(view);
        view.resize(900, 420);
        QElapsedTimer timer;
        timer.start();
        fillMany(view, rows);
        const auto filled = timer.restart();
        view.repaint();
        const auto first = timer.restart();
        QTRY_VERIFY(view.isDrawn()); // drawn in slices
        const auto whole = timer.restart();
        view.setBrush(0, std::pair{0.8, 0.9});
        view.repaint();
        QTRY_VERIFY(view.isDrawn());
        const auto brushed = timer.restart();
        // The same by hand, as it feels: press on the end of the brush and pull.
        constexpr int kSteps = 10;
        const QPointF end = view.pointAt(0, 0.8);
        QTest::mousePress(&view, Qt::LeftButton, {}, end.toPoint());
        for (int i = 1; i <= kSteps; ++i) {
            move(view, end + QPointF(0, 5 * i), Qt::LeftButton);
            view.repaint();
        }
        const double step = static_cast<double>(timer.elapsed()) / kSteps;
        QTest::mouseRelease(&view, Qt::LeftButton, {}, (end + QPointF(0, 5 * kSteps)).toPoint());
        qInfo("%d rows: fill %lld ms, first paint %lld ms, all of it %lld ms, first brush %lld ms, a step %.1f ms",
              rows, static_cast<long long>(filled), static_cast<long long>(first),
              static_cast<long long>(first + whole), static_cast<long long>(brushed), step);
        QVERIFY(view.brush(0)->first < 0.79);
        QVERIFY(static_cast<int>(view.brushedRows().size()) < rows);
        QTRY_VERIFY(view.isDrawn());
        saveScreenshots(view, QStringLiteral("parallel-many-%1").arg(rows));
        if (const QString folder = qEnvironmentVariable("PARETOSCOPE_SCREENSHOTS"); !folder.isEmpty())
            view.exportTo(folder + QStringLiteral("/parallel-all-%1.png").arg(rows), PlotFormat::Png);
        view.clearBrushes();
        view.setBrush(2, std::pair{20000.0, 60000.0});
        view.setSelectedRows({4, 8});
        QTRY_VERIFY(view.isDrawn());
        saveScreenshots(view, QStringLiteral("parallel-weights-%1").arg(rows));
    }

    void small()
    {
        ParallelView view;
        fillMany(view, 40);
        view.resize(view.minimumSizeHint());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        // All axes are there, side by side.
        for (int axis = 0; axis < 6; ++axis) {
            const QPointF place = view.pointAt(axis, 1);
            QVERIFY(place.x() > 0 && place.x() < view.width());
            QVERIFY(axis == 0 || place.x() > view.pointAt(axis - 1, 1).x() + 10);
            QVERIFY(!view.titleRect(axis).isEmpty());
        }
        saveScreenshots(view, QStringLiteral("parallel-small"));
        view.resize(760, 320);
        saveScreenshots(view, QStringLiteral("parallel-forty"));
    }
};

QTEST_MAIN(TestParallelView)
#include "tst_parallel_view.moc"
