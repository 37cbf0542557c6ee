// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The board card: what it says of boards that ship, of one with nothing, and of a network that does not fit.
#include "core/hardware/cost.h"
#include "core/network/network_yaml.h"
#include "tests/widgets/screenshot.h"
#include "widgets/board_card.h"
#include "widgets/board_texts.h"
#include "widgets/memory_bars.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace paretoscope;

namespace {

dnas::BoardSetup setupOf(const char *board, const char *runtime = "", const char *point = "")
{
    auto loaded = dnas::loadBoard(board);
    if (!loaded.ok())
        qFatal("%s", loaded.error().text().c_str());
    auto setup = dnas::selectSetup(std::move(*loaded), runtime, point);
    if (!setup.ok())
        qFatal("%s", setup.error().text().c_str());
    return std::move(setup).value();
}

dnas::CostSet resnet8On(const dnas::BoardSetup &setup)
{
    const auto network = dnas::loadNetwork("resnet8");
    return network.ok() ? dnas::costOf(*network, setup).total : dnas::CostSet{};
}

} // namespace

class TestBoardCard : public QObject {
    Q_OBJECT

    static QString text(const BoardCard &card, const char *name)
    {
        const auto *label = card.findChild<QLabel *>(QString::fromLatin1(name));
        return label && label->isVisibleTo(&card) ? label->text() : QString();
    }

private slots:
    void whatABoardIs()
    {
        BoardCard card;
        const dnas::BoardSetup setup = setupOf("nucleo-h743zi2");
        card.setSetup(setup, resnet8On(setup));
        QCOMPARE(text(card, "boardTitle"), QStringLiteral("ST NUCLEO-H743ZI2 · Arm Cortex-M7"));
        QCOMPARE(text(card, "boardSupply"), QStringLiteral("linear regulator, 3.3 V"));
        QCOMPARE(text(card, "boardPoint"), QStringLiteral("480 MHz at 1.33 V; 3 further points"));
        QCOMPARE(text(card, "boardRuntime"), QStringLiteral("X-CUBE-AI 9.0, weights of 8 bits"));
        QCOMPARE(text(card, "boardFigures"), QStringLiteral("modelled ± 15 % (energy: error unknown)"));
        // All of the source, however little of it has room.
        const auto *figures = card.findChild<QLabel *>(QStringLiteral("boardFigures"));
        QVERIFY(figures->toolTip().contains(QStringLiteral("Code size: ST model zoo")));
        const auto *memories = card.findChild<MemoryBars *>();
        QCOMPARE(memories->bars().size(), std::size_t(2));
        const MemoryBar &ram = memories->bars()[1];
        QCOMPARE(ram.bytes, 1048576.0);
        QCOMPARE(ram.parts.size(), std::size_t(4));
        QCOMPARE(ram.parts[0].name, QStringLiteral("AXI SRAM"));
        QCOMPARE(ram.parts[0].bytes, 512 * 1024.0);
        // 48 KiB of 1 MiB: 4.7 %
        QCOMPARE(MemoryBars::usedText(ram), QStringLiteral("48.0 KiB, 4.7 %"));
        QVERIFY(memories->barText(ram).contains(QStringLiteral("D2 SRAM: 288 KiB")));
    }

    /// A calibrated one, with both of its errors.
    void calibratedFigures()
    {
        const dnas::BoardSetup setup = setupOf("ek-ra6m4");
        const QString expected = QStringLiteral("calibrated ± %1 % (energy ± %2 %)")
                                     .arg(setup.runtime.latencyErrorPercent)
                                     .arg(setup.runtime.energyErrorPercent);
        QCOMPARE(figuresText(setup), expected);
        BoardCard card;
        card.setSetup(setup);
        QCOMPARE(text(card, "boardFigures"), expected);
        QVERIFY(text(card, "boardSource").startsWith(QStringLiteral("MLPerf Tiny")));
        QCOMPARE(text(card, "boardSupply"), QStringLiteral("linear regulator, 3.3 V"));
        card.setSetup(setupOf("ek-ra8d1"));
        QCOMPARE(text(card, "boardSupply"), QString()); // not stated: no row
    }

    void aTableOfClocks()
    {
        const dnas::BoardSetup setup = setupOf("jetson-agx-xavier", "", "cpu1190.4-gpu522.75-memory1065.6");
        // 29 · 14 · 9
        QCOMPARE(furtherPointsText(setup.board), QStringLiteral("6 further points, 3654 in a table of clocks"));
        QCOMPARE(pointText(setup.point), QStringLiteral("CPU 1190.4 MHz, GPU 522.75 MHz, memory 1065.6 MHz"));
        QVERIFY(clockTableText(setup.board).contains(QStringLiteral("115.2 … 2265.6")));
        QVERIFY(clockTableText(setupOf("nucleo-h743zi2").board).isEmpty());
    }

    void whatIsNotKnownIsNotShown()
    {
        BoardCard card;
        card.setSetup(setupOf("generic"));
        QCOMPARE(text(card, "boardFigures"), QStringLiteral("only what can be counted"));
        QCOMPARE(text(card, "boardPoint"), QString());
        QCOMPARE(text(card, "boardRuntime"), QString());
        QVERIFY(!card.findChild<MemoryBars *>()->isVisibleTo(&card));
        QVERIFY(!card.findChild<QPushButton *>(QStringLiteral("calibrateButton"))->isEnabled());
        card.clear();
        QCOMPARE(text(card, "boardTitle"), QStringLiteral("No board"));
        QCOMPARE(text(card, "boardFigures"), QString());
    }

    void whatDoesNotFitSaysSo()
    {
        // 1280 of 1024 KiB: a quarter too much
        const MemoryBar bar{.title = QStringLiteral("RAM"),
                            .bytes = 1024.0 * 1024,
                            .parts = {},
                            .used = 1280.0 * 1024,
                            .usedBy = QStringLiteral("seed network")};
        QCOMPARE(MemoryBars::usedText(bar), QStringLiteral("1.25 MiB, over by 25 %"));
        MemoryBars bars;
        bars.setBars({bar});
        QVERIFY(bars.accessibleDescription().contains(QStringLiteral("over by 25 %")));
        bars.resize(400, bars.sizeHint().height());
        saveScreenshots(bars, QStringLiteral("memory-bars-over"));
    }

    void foldsAndAsks()
    {
        BoardCard card;
        card.resize(420, 260);
        const dnas::BoardSetup setup = setupOf("nucleo-h743zi2");
        card.setSetup(setup, resnet8On(setup));
        card.show();
        const int open = card.sizeHint().height();
        QSignalSpy folded(&card, &BoardCard::expandedChanged);
        QSignalSpy asked(&card, &BoardCard::calibrateClicked);
        QTest::mouseClick(card.findChild<QPushButton *>(QStringLiteral("calibrateButton")), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        saveScreenshots(card, QStringLiteral("board-card"));
        QTest::mouseClick(card.findChild<QToolButton *>(QStringLiteral("fold")), Qt::LeftButton);
        QCOMPARE(folded.count(), 1);
        QVERIFY(!card.isExpanded());
        QCOMPARE(text(card, "boardSummary"),
                 QStringLiteral("modelled ± 15 % (energy: error unknown) · 480 MHz at 1.33 V"));
        QVERIFY(card.sizeHint().height() < open / 2);
        card.setExpanded(true); // by the program: says nothing
        QCOMPARE(folded.count(), 1);
    }
};

QTEST_MAIN(TestBoardCard)
#include "tst_board_card.moc"
