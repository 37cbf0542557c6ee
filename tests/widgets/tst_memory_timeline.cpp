// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The memory timeline: sums by hand, the peak and the layers that set it, mouse and keys.
#include "core/hardware/cost.h"
#include "core/hardware/memory/arena_plan.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "tests/support/network_builder.h"
#include "tests/widgets/screenshot.h"
#include "widgets/memory_timeline.h"
#include "widgets/memory_view.h"

#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>

#include <algorithm>

using namespace paretoscope;

namespace {

dnas::Runtime eightBits()
{
    dnas::Runtime runtime;
    runtime.activationBits = 8;
    return runtime;
}

/// 3 × 4 × 4 → a: 8 × 4 × 4 → (normalised in place) → b: 4 × 4 × 4 → concatenation with a → dense 10.
dnas::Network small()
{
    dnas::test::NetworkBuilder build({3, 4, 4});
    const dnas::Layer conv{
        .name = "a", .op = "conv", .channels = 8, .kernel = {1, 1}, .stride = {1, 1}, .dilation = {1, 1}};
    build.add(conv);
    const int a = build.add("a_bn", "batch_norm");
    dnas::Layer b = conv;
    b.name = "b";
    b.channels = 4;
    const int second = build.add(b);
    build.add("both", "concat", {a, second});
    build.add("flat", "flatten");
    build.add({.name = "dense", .op = "dense", .channels = 10});
    return build.network();
}

dnas::Network resnet8()
{
    auto network = dnas::loadNetwork("resnet8");
    return network.ok() ? *network : dnas::Network{};
}

QStringList names(const std::vector<QString> &list) { return {list.begin(), list.end()}; }

} // namespace

class TestMemoryTimeline : public QObject {
    Q_OBJECT
private slots:
    void sumsByHand()
    {
        const MemoryLifetimes m = memoryLifetimes(small(), eightBits());
        // The normalisation and flatten work in place.
        QCOMPARE(names(m.steps).join(u' '), QStringLiteral("input a b both dense"));
        // 48 | 48+128 | 128+64 | 128+64+192 | 192+10
        QCOMPARE(m.bytes, (std::vector<double>{48, 176, 192, 384, 202}));
        QCOMPARE(m.peakStep, 3);
        QCOMPARE(m.peakInput, 1);       // of a (128 bytes) and b (64) the larger
        QCOMPARE(m.tensors[1].last, 3); // a waits for the concatenation
        QCOMPARE(m.tensors[0].last, 1);
        QCOMPARE(m.tensors[3].last, 4);
        QCOMPARE(m.lowerBound(), 384.0);
        QCOMPARE(m.peakBytes(), 384.0);
        // a, b and both are alive together in 384 bytes: they fill them without a gap.
        std::vector<std::pair<double, double>> places;
        for (const int tensor : {1, 2, 3})
            places.emplace_back(m.tensors[static_cast<std::size_t>(tensor)].offset,
                                m.tensors[static_cast<std::size_t>(tensor)].bytes);
        std::sort(places.begin(), places.end());
        QCOMPARE(places[0].first, 0.0);
        QCOMPARE(places[1].first, places[0].second);
        QCOMPARE(places[2].first + places[2].second, 384.0);
        // 16-bit activations of one layer count twice.
        dnas::Network wide = small();
        wide.layers[1].activationBits = 16;
        QCOMPARE(memoryLifetimes(wide, eightBits()).peakBytes(), 384.0 + 128);
        QVERIFY(memoryLifetimes(dnas::Network{}, eightBits()).steps.empty());
    }

    /// 48 KiB: conv0, s1a and s1b, each 16 × 32 × 32 bytes.
    void resnet8OnTheBoard()
    {
        const auto board = dnas::loadBoard("nucleo-h743zi2");
        QVERIFY(board.ok());
        const auto setup = dnas::selectSetup(*board, "", "");
        QVERIFY(setup.ok());
        const dnas::Network network = resnet8();
        const MemoryLifetimes m = memoryLifetimes(network, setup->runtime);
        QCOMPARE(m.steps.size(), std::size_t{15});
        QCOMPARE(m.peakBytes(), 3 * 16 * 32 * 32.0);
        QCOMPARE(m.steps[static_cast<std::size_t>(m.peakStep)], QStringLiteral("s1b"));
        QCOMPARE(m.tensors[static_cast<std::size_t>(m.peakInput)].layer, QStringLiteral("s1a"));
        // s2b: s1_add still waits for the skip. 16·32·32 + 2 · 32·16·16
        const auto s2b = std::find(m.steps.begin(), m.steps.end(), QStringLiteral("s2b")) - m.steps.begin();
        QCOMPARE(m.bytes[static_cast<std::size_t>(s2b)], 32768.0);
        // The very figure of the cost model, and the layers that it names.
        const dnas::NetworkCost cost = dnas::costOf(network, *setup);
        QCOMPARE(m.peakBytes(), cost.total.at("ram").value);
        std::vector<std::string> alive;
        for (int tensor = 0; tensor <= m.peakStep; ++tensor)
            if (m.isAlive(tensor, m.peakStep))
                alive.push_back(m.tensors[static_cast<std::size_t>(tensor)].layer.toStdString());
        QCOMPARE(alive, cost.ramPeakLayers);
    }

    void saysWhatItShows()
    {
        MemoryView view;
        view.resize(800, 260);
        view.show();
        MemoryTimeline *timeline = view.timeline();
        QVERIFY(!timeline->accessibleName().isEmpty());
        view.setLifetimes(memoryLifetimes(small(), eightBits()));
        const auto *headline = view.findChild<QLabel *>(QStringLiteral("memoryHeadline"));
        QCOMPARE(headline->text(),
                 QStringLiteral("RAM peak 384 B (the lower bound), set by a and both; still needed: b"));
        QCOMPARE(timeline->accessibleDescription(), headline->text());
        QCOMPARE(timeline->stepText(2), QStringLiteral("b: 192 B = a 128 B + b 64 B"));
        const QString text = timeline->tensorText(1);
        QVERIFY2(text.contains(QStringLiteral("Output of a: 128 B (8 × 4 × 4)")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("from step 2 to 4 of 5, until both has run")), qPrintable(text));
        const double offset = timeline->lifetimes().tensors[1].offset;
        QVERIFY2(text.contains(QStringLiteral("at offset %1 B of the arena, up to %2 B").arg(offset).arg(offset + 128)),
                 qPrintable(text));

        view.setTableVisible(true);
        QCOMPARE(view.tableModel()->rowCount(), 5);
        QCOMPARE(view.tableModel()->index(1, 2).data().toString(), QStringLiteral("128 B"));
        QCOMPARE(view.tableModel()->index(1, 3).data().toString(), QString::number(offset));
        QCOMPARE(view.tableModel()->index(3, 6).data().toString(), QStringLiteral("yes, sets it"));
        QCOMPARE(view.tableModel()->index(4, 6).data().toString(), QString());
    }

    /// The offsets are those of the arena plan, and no two tensors that are alive together share a byte.
    void offsetsOfThePlan()
    {
        const dnas::Network network = resnet8();
        const dnas::Runtime runtime = eightBits();
        const MemoryLifetimes m = memoryLifetimes(network, runtime);
        const auto shapes = dnas::inferShapes(network);
        QVERIFY(shapes.ok());
        const dnas::ArenaPlan plan = dnas::planArena(network, *shapes, runtime.activationBits, runtime.arena);
        QCOMPARE(m.tensors.size(), plan.tensors.size());
        double highest = 0;
        for (std::size_t i = 0; i < m.tensors.size(); ++i) {
            QCOMPARE(m.tensors[i].offset, static_cast<double>(plan.tensors[i].offset));
            highest = std::max(highest, m.tensors[i].offset + m.tensors[i].bytes);
            for (std::size_t j = 0; j < i; ++j) {
                const bool together =
                    m.tensors[i].first <= m.tensors[j].last && m.tensors[j].first <= m.tensors[i].last;
                const bool apart = m.tensors[i].offset >= m.tensors[j].offset + m.tensors[j].bytes ||
                                   m.tensors[j].offset >= m.tensors[i].offset + m.tensors[i].bytes;
                QVERIFY2(!together || apart, qPrintable(m.tensors[i].layer + u' ' + m.tensors[j].layer));
            }
        }
        QCOMPARE(highest, m.peakBytes());
        // Drawn there too: a box's bottom edge follows the offset, its height the bytes.
        MemoryTimeline timeline;
        timeline.resize(1080, 280);
        timeline.setLifetimes(m);
        const QRectF lowest = timeline.boxOf(0, 0);
        const double pixels = lowest.height() / m.tensors[0].bytes; // a byte
        const double ground = lowest.bottom() + m.tensors[0].offset * pixels;
        for (int i = 0; i < static_cast<int>(m.tensors.size()); ++i) {
            const MemoryTensor &t = m.tensors[static_cast<std::size_t>(i)];
            const QRectF box = timeline.boxOf(i, t.last);
            QVERIFY(std::abs(ground - box.bottom() - t.offset * pixels) < 1e-6);
            QVERIFY(std::abs(box.height() - t.bytes * pixels) < 1e-6);
            QCOMPARE(box.top(), timeline.boxOf(i, t.first).top()); // it never moves
        }
    }

    /// A plan above its bound says both.
    void aPlanAboveItsBound()
    {
        MemoryLifetimes m = memoryLifetimes(small(), eightBits());
        m.arenaBytes = 400;
        MemoryTimeline timeline;
        timeline.setLifetimes(m);
        QVERIFY2(timeline.peakText().startsWith(QStringLiteral("RAM peak 400 B (lower bound 384 B), set by")),
                 qPrintable(timeline.peakText()));
    }

    void boxesFillTheArena()
    {
        MemoryTimeline timeline;
        timeline.resize(800, 260);
        timeline.setLifetimes(memoryLifetimes(small(), eightBits()));
        // At step 3 a, b and the concatenation lie on each other in some order; heights as their bytes.
        const QRectF a = timeline.boxOf(1, 3);
        const QRectF b = timeline.boxOf(2, 3);
        const QRectF both = timeline.boxOf(3, 3);
        const double top = std::min({a.top(), b.top(), both.top()});
        const double bottom = std::max({a.bottom(), b.bottom(), both.bottom()});
        QVERIFY(std::abs(bottom - top - a.height() - b.height() - both.height()) < 1e-6);
        QVERIFY(std::abs(a.height() / b.height() - 2) < 1e-6);
        QVERIFY(timeline.boxOf(0, 3).isEmpty());
        QVERIFY(timeline.rect().contains(both.toAlignedRect()));
        // With a larger scale everything shrinks.
        timeline.setLifetimes(memoryLifetimes(small(), eightBits()), 768);
        QVERIFY(timeline.boxOf(1, 3).height() < a.height() * 0.55);
    }

    /// The measured places are kept, but not for another size, font or network.
    void placesFollow()
    {
        MemoryTimeline timeline;
        timeline.resize(800, 260);
        timeline.setLifetimes(memoryLifetimes(small(), eightBits()));
        const QRectF before = timeline.boxOf(1, 3);
        QCOMPARE(timeline.boxOf(1, 3), before);
        timeline.resize(1200, 260);
        const QRectF wider = timeline.boxOf(1, 3);
        QVERIFY(wider.width() > before.width() * 1.4);
        QFont font = timeline.font();
        font.setPointSizeF(font.pointSizeF() * 2);
        timeline.setFont(font);
        QVERIFY(timeline.boxOf(1, 3).height() < wider.height());
        timeline.setFont({});
        QCOMPARE(timeline.boxOf(1, 3), wider);
        timeline.setLifetimes(memoryLifetimes(resnet8(), eightBits()));
        QVERIFY(timeline.boxOf(1, 1).width() < wider.width() / 2); // 15 steps instead of 5
    }

    void paintTime()
    {
        const auto network = dnas::loadNetwork("resnet18-tiny");
        QVERIFY(network.ok());
        MemoryTimeline timeline;
        timeline.resize(1080, 280);
        timeline.setLifetimes(memoryLifetimes(*network, eightBits()));
        QImage picture(timeline.size(), QImage::Format_ARGB32_Premultiplied);
        timeline.render(&picture);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 20; ++i)
            timeline.render(&picture);
        qInfo("resnet18-tiny, %zu steps: %.2f ms a painting", timeline.lifetimes().steps.size(),
              static_cast<double>(timer.nsecsElapsed()) / 20e6);
    }

    void mouseAndKeys()
    {
        MemoryTimeline timeline;
        timeline.resize(800, 260);
        QTest::keyClick(&timeline, Qt::Key_Right); // nothing to choose yet
        QCOMPARE(timeline.currentStep(), -1);
        timeline.setLifetimes(memoryLifetimes(small(), eightBits()));
        timeline.show();
        QSignalSpy chosen(&timeline, &MemoryTimeline::stepSelected);
        QTest::keyClick(&timeline, Qt::Key_Right);
        QCOMPARE(timeline.currentStep(), 3); // the peak first
        QTest::keyClick(&timeline, Qt::Key_Right);
        QTest::keyClick(&timeline, Qt::Key_Right); // the last stays the last
        QCOMPARE(timeline.currentStep(), 4);
        QCOMPARE(timeline.accessibleDescription(), timeline.stepText(4));
        QTest::keyClick(&timeline, Qt::Key_Home);
        QCOMPARE(timeline.currentStep(), 0);
        QTest::keyClick(&timeline, Qt::Key_P);
        QCOMPARE(chosen.last().first().toString(), QStringLiteral("both"));
        QTest::mouseClick(&timeline, Qt::LeftButton, {}, timeline.boxOf(2, 2).center().toPoint());
        QCOMPARE(chosen.last().first().toString(), QStringLiteral("b"));
        const int said = static_cast<int>(chosen.count());
        timeline.setCurrentStep(1);
        QCOMPARE(chosen.count(), said);
        // Hovering names the tensor.
        const QPoint place = timeline.boxOf(1, 1).center().toPoint();
        QHelpEvent help(QEvent::ToolTip, place, timeline.mapToGlobal(place));
        QCoreApplication::sendEvent(&timeline, &help);
        QCOMPARE(QToolTip::text(), timeline.tensorText(1));
        // Another network: the choice is gone.
        timeline.setLifetimes(memoryLifetimes(resnet8(), eightBits()));
        QCOMPARE(timeline.currentStep(), -1);
    }

    void looks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("resnet8") << QStringLiteral("resnet8");
        QTest::newRow("mobilenet") << QStringLiteral("mobilenet-v1-025");
        QTest::newRow("resnet18") << QStringLiteral("resnet18-tiny");
    }
    void looks()
    {
        QFETCH(QString, name);
        const auto network = dnas::loadNetwork(name.toStdString());
        QVERIFY(network.ok());
        MemoryView view;
        view.resize(1080, 280);
        const MemoryLifetimes data = memoryLifetimes(*network, eightBits());
        QVERIFY(data.peakBytes() > 0);
        view.setLifetimes(data, data.peakBytes() * 1.3);
        view.selectLayer(data.steps[static_cast<std::size_t>(data.peakStep + 2)]);
        QCOMPARE(view.timeline()->currentStep(), data.peakStep + 2);
        saveScreenshots(view, QStringLiteral("memory-") + name);
    }
};

QTEST_MAIN(TestMemoryTimeline)
#include "tst_memory_timeline.moc"
