// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ethos-U55: tables, blocks computed by hand for every kind of operator, what fits, weights in flash.
#include "tests/core/hardware/ethos_u55_layers.h"

#include <QTest>

using namespace dnas;
using namespace dnas::test;

class TestEthosU55 : public QObject {
    Q_OBJECT

private slots:
    void sizes_data()
    {
        QTest::addColumn<int>("macs");
        QTest::addColumn<int>("banks");
        QTest::addColumn<double>("add");
        QTest::addColumn<double>("other");
        QTest::newRow("32") << 32 << 16 << 6.0 << 2.0;
        QTest::newRow("64") << 64 << 16 << 3.0 << 1.0;
        QTest::newRow("128") << 128 << 24 << 1.5 << 0.5;
        QTest::newRow("256") << 256 << 48 << 0.75 << 0.25;
    }
    void sizes()
    {
        QFETCH(int, macs);
        const EthosU55Hardware *h = findEthosU55(macs);
        QVERIFY(h != nullptr);
        QCOMPARE(h->width * h->height * h->depth * 8, macs); // eight products at each output of a microblock
        QTEST(h->banks, "banks");
        QTEST(h->output.add, "add");
        QTEST(h->output.other, "other");
        QCOMPARE(ethosU55Sizes().size(), std::size_t{4});
        QCOMPARE(findEthosU55(macs + 1), nullptr);
        // A layer without any waste comes close to the peak, and never beats it.
        const Geometry g = convolution(128, 128, 3, 16);
        const double used = macsOf(g) / (effort(g, macs, 100).cycles * macs);
        QVERIFY2(used > 0.9 && used <= 1, qPrintable(QString::number(used)));
    }

    void convolutionBlocksByHand()
    {
        // 3×3 from 16 to 16 on 16×16, blocks of 16×4×16: four of them. Nine taps in steps of four are 3, twice 8
        // inputs; instead of 9 steps with all inputs at once.
        const Geometry g = convolution(16, 16, 3, 16);
        const EthosU55Block block{16, 4, 16, true};
        // Weights 2304 · log2(254) / 8 = 2300.7, padded 2304; scales 10 · 16 = 160. From flash once, latency 64.
        const double flash = 2304 + 160 + 64;
        // Inputs of a block: 16 (of 18) · 6 · 16 = 1536 B. Read 4 · 1536, written 4096; weights: to SRAM 2464, out of
        // it 4 · 2304 + 160.
        const double sram = (4 * 1536 + 4096 + 2464 + 4 * 2304 + 160) / 8.0;
        // U55-256: 8·2 microblocks of 2×2, two deep: 4·16 · 3·2 · 2 = 768. Outputs 1024 · 0.25 = 256, but raised to the
        // commands: (2·32 + (1536 + 1024)/8 + 256 + 768) / 4 = 352.
        EthosU55Cycles<double> c = cyclesOf(g, 256, block);
        QCOMPARE(c.npu, 768.0 * 4 + 352);
        QCOMPARE(c.sram, sram);
        QCOMPARE(c.flash, flash);
        QCOMPARE(c.total(), 3424.0);
        // U55-128: 8·4 microblocks of 2×1: 4·32 · 3·2 · 2 = 1536. Outputs 512; commands (384 + 512 + 1536)/4 = 608.
        c = cyclesOf(g, 128, block);
        QCOMPARE(c.npu, 1536.0 * 4 + 608);
        QCOMPARE(c.sram, sram);
        QCOMPARE(c.flash, flash);
        // The same by depth: 9 steps instead of 6.
        QCOMPARE(cyclesOf(g, 128, {16, 4, 16, false}).npu, 2304.0 * 4 + (384 + 512 + 2304) / 4.0);
        // Two blocks in depth: 8·16 microblocks, one deep: 3072 each; commands (64 + (4096 + 2048)/8 + 1024 + 3072)/4 =
        // 1232. Inputs are read twice, weights are not.
        const EthosU55Cycles<double> split = cyclesOf(g, 128, {16, 16, 8, true});
        QCOMPARE(split.npu, 3072.0 * 2 + 1232);
        QCOMPARE(split.sram, (2 * 4096 + 4096) / 8.0);
        QCOMPARE(split.flash, 2464.0);
    }

    void weightDecodeAndDelay()
    {
        // One microblock of outputs: the 64 weights of 8 inputs and 8 outputs are not unpacked faster than in 32
        // cycles, and adding to it again takes 2 more. Commands take longer than the outputs.
        const double moving = 2 * 32 + (32 + 8) / 8.0;
        const double command = (moving + 10 * 8 * 64 / 256.0 + 34) / 4;
        QCOMPARE(command, 30.75);
        QCOMPARE(cyclesOf(dense(32, 8), 128, {2, 1, 8, false}).npu, 34 + command);
    }

    void pointwiseByHand()
    {
        // 64 to 64 on 25×5 (DS-CNN), U55-128, blocks of 6×8×64: 3·8 microblocks, eight deep, 64 inputs in two parts:
        // 4·24 · 8 · 2 = 1536. Outputs 5·8·64 · 0.5 = 1280. Four blocks.
        const Geometry g = sized(convolution(64, 64, 1, 1), 25, 5);
        const EthosU55Cycles<double> c = cyclesOf(g, 128, {6, 8, 64, false});
        QCOMPARE(c.npu, 1536.0 * 4 + 1280);
        // 4096 weights · 7.989 bits = 4090.2 B, padded 4096.
        QCOMPARE(c.flash, 4096.0 + 640 + 64);
        QCOMPARE(c.sram, (4 * 5 * 8 * 64 + 8000 + 4736 + 4 * 4096 + 640) / 8.0);
    }

    void depthwiseByHand()
    {
        // 3×3 on 25×5×64, U55-256, blocks of 6×8×64: 3·4 microblocks of 2×2, 3 steps of four taps, eight deep:
        // 4·12 · 3 · 8 = 1152. Outputs 640, raised to (2·32 + (5·10·64 + 5·8·64)/8 + 640 + 1152)/4 = 644.
        const EthosU55Cycles<double> c = cyclesOf(sized(depthwise(64, 3, 1), 25, 5), 256, {6, 8, 64, false});
        QCOMPARE(c.npu, 1152.0 * 4 + 644);
        QCOMPARE(c.flash, 576.0 + 640 + 64);
        QCOMPARE(c.sram, (4 * 5 * 10 * 64 + 8000 + 1216 + 4 * 576 + 640) / 8.0);
    }

    void denseByHand()
    {
        // 256 to 12: eight parts of 32 inputs. U55-64: two microblocks deep, 32 cycles each. Outputs: bias and scale
        // 10·12·64/256 = 30; commands (2·32 + (32 + 12)/8 + 30 + 512)/4 = 152.875.
        EthosU55Cycles<double> c = cyclesOf(dense(256, 12), 64, {1, 1, 16, false});
        QCOMPARE(c.npu, 8 * 64 + 152.875);
        QCOMPARE(c.sram, (256 + 16) / 8.0); // channels in bricks of 16; weights go straight in
        QCOMPARE(c.flash, 3072.0 + 128);    // 3067.7 and 120 padded
        // U55-32: microblocks 4 deep, 16 cycles each: 3 · 16 · 8 = 384.
        c = cyclesOf(dense(256, 12), 32, {1, 1, 16, false});
        QCOMPARE(c.npu, 384 + (64 + 44 / 8.0 + 30 + 384) / 4);
        QCOMPARE(effort(dense(256, 12), 32).cycles, 3200.0);
    }

    void poolingByHand()
    {
        // 2×2 from 8×8 to 4×4, 16 channels, U55-128, one block: four taps on 2·4 microblocks, two deep: 64. Outputs
        // 128. Commands (2·32 + (1024 + 256)/8 + 128 + 64)/4 = 104.
        const EthosU55Cycles<double> c = cyclesOf(pool(16, 2, 8), 128, {4, 4, 16, false});
        QCOMPARE(c.npu, 128.0 + 104);
        QCOMPARE(c.sram, (1024 + 256) / 8.0);
        QCOMPARE(c.flash, 0.0);
        // 10×10 needs four sub-kernels, 64 + 16 + 16 + 4 taps, on one microblock, and reads its map for each.
        const EthosU55Cycles<double> large = cyclesOf(pool(8, 10, 10), 128, {2, 1, 8, false});
        QCOMPARE(large.sram, (4 * 8 * 10 * 16 + 16) / 8.0);
    }

    void additionByHand()
    {
        // 1.5 cycles an element on U55-128; 20 channels are computed and moved as 32.
        EthosU55Cycles<double> c = cyclesOf(addition(20, 8), 128, {8, 8, 24, false});
        QCOMPARE(c.npu, 1.5 * 64 * 32);
        QCOMPARE(c.sram, 3 * 64 * 32 / 8.0);
        c = cyclesOf(addition(16, 8), 256, {8, 8, 16, false});
        QCOMPARE(c.npu, 0.75 * 1024);
        // A single pixel of 16 channels waits for its commands: (64 + 32/8 + 12)/4 = 20 instead of 12 cycles.
        QCOMPARE(cyclesOf(addition(16, 1), 256, {2, 2, 16, false}).npu, 20.0);
    }

    void networkInputIsNotInBricks()
    {
        Geometry g = convolution(3, 16, 3, 32);
        g.kind = WorkKind::InputConvolution;
        // 32×32 in 8 blocks of 16×8 (U55-256): 18 · 10 pixels of 3 bytes; three steps, one group of inputs.
        const EthosU55Cycles<double> c = cyclesOf(g, 256, {16, 8, 16, true});
        QCOMPARE(c.npu, 768.0 * 8 + 512);
        // 432 weights · 7.989 bits = 431.4 B.
        QCOMPARE(c.sram, (8 * 18 * 10 * 3 + 16384 + 592 + 8 * 432 + 160) / 8.0);
        g.kind = WorkKind::Convolution;
        QCOMPARE(cyclesOf(g, 256, {16, 8, 16, true}).sram - c.sram, 8 * 18 * 10 * 13 / 8.0);
    }

    void shortRunsTakeAWholeBurst()
    {
        // A block one pixel wide writes 16 bytes at a time, where 32 take as long.
        const Geometry g = addition(16, 8);
        QCOMPARE(cyclesOf(g, 64, {1, 8, 16, false}).sram, 2 * cyclesOf(g, 64, {2, 8, 16, false}).sram);
    }

    void whatFits()
    {
        // U55-256: 48 banks − 2 for outputs − 2 unused. 16×16×16: sums 16 KiB twice = 32, inputs 18·18·16 B = 5.06 KiB,
        // in granules of 8: 16. 16×12×16: sums 24, in granules of 16: 32; inputs 3.94 KiB twice: 8.
        const auto fits = [](const Geometry &g, int macs, const EthosU55Block &block) {
            return ethosU55Fits(ethosU55Form(g, size(macs)), g.inChannels, block, size(macs));
        };
        Geometry g = convolution(16, 16, 3, 32);
        QVERIFY(!fits(g, 256, {16, 16, 16, true}));
        QVERIFY(fits(g, 256, {16, 12, 16, true}));
        // U55-64: 14 banks. 8×8×16: sums 8, inputs 4; 16×8×16: sums 16.
        QVERIFY(fits(g, 64, {8, 8, 16, true}));
        QVERIFY(!fits(g, 64, {16, 8, 16, true}));
        g.activation = Activation::Tanh; // the lookup table takes two banks, just enough
        QVERIFY(fits(g, 64, {8, 8, 16, true}));
        g.inputBits = 16; // inputs 3.1 KiB twice: 8, sums of 40 bits 5 KiB twice, in granules of 8: 16
        QVERIFY(!fits(g, 64, {8, 8, 16, true}));
    }

    void flashBoundDense()
    {
        // 65 536 weights: at 8 bits log2(254)/8 · 65 536 = 65 443.2, padded 65 456; at 4 bits log2(14)/8 · 65 536 = 31
        // 189.8, padded 31 200; scales 160. The NPU needs 128 · 64 cycles.
        Geometry g = dense(4096, 16);
        QCOMPARE(effort(g, 128).cycles, 65456.0 + 160);
        QCOMPARE(effort(g, 128, 2).cycles, (65456 + 160) / 2.0); // a flash twice as fast
        g.weightBits = 4;
        QCOMPARE(effort(g, 128).cycles, 31200.0 + 160);
        // Half the weight bytes, half the time but for the scales: 2 bits without zeros take 1, log2(6) bits take 2.
        g.weightBits = std::log2(6.0);
        QCOMPARE(effort(g, 128, 0.25).cycles, 4 * (16384.0 + 160));
        g.weightBits = 2;
        QCOMPARE(effort(g, 128, 0.25).cycles, 4 * (8192.0 + 160));
        QCOMPARE(effort(g, 128, 0.25, 200).milliseconds, 4 * (8192.0 + 160) / 200e3);
        // With a flash of 1 B a cycle the NPU would now be the slower one.
        QVERIFY(effort(g, 128).cycles > 8192 + 160);
    }

    void bitsChangeOnlyBytes()
    {
        Geometry g = convolution(32, 32, 3, 16);
        const EthosU55Block block{8, 8, 32, false};
        const EthosU55Cycles<double> eight = cyclesOf(g, 256, block);
        g.weightBits = 3;
        g.weightDensity = 0.25;
        const EthosU55Cycles<double> three = cyclesOf(g, 256, block);
        QCOMPARE(three.npu, eight.npu);
        QVERIFY(three.flash < 0.4 * eight.flash);
        QVERIFY(three.sram < eight.sram); // fewer weights pass through it
        g.weightBits = 0;
        g.weightDensity = 1;
        g.shares[8] = g.shares[4] = 0.5; // half of the channels each
        const double bytes = 9216 * (7.98868468677217 + 3.80735492205760) / 2 / 8;
        QCOMPARE(ethosU55Streams(g).weights, std::ceil(bytes / 16) * 16);
        QCOMPARE(cyclesOf(g, 256, block).npu, eight.npu);
    }

    void compressedBitsByHand()
    {
        QCOMPARE(compressedBits(8, 0), std::log2(254.0));
        QCOMPARE(compressedBits(2, 0.5), 1.5); // h = 1, half a sign
        // h(0.9) = 0.9·0.152003 + 0.1·3.321928 = 0.468996; 0.1·log2 14 = 0.380735
        QVERIFY(std::abs(compressedBits(4, 0.9) - 0.849731) < 1e-6);
        QCOMPARE(compressedBits(4, 1), 0.0);
        QCOMPARE(compressedBits(1, 0), 1.0);
        QCOMPARE(compressedBits(1, 0.3), 1.0); // never more than the plain bits
        QCOMPARE(compressedBits(0.5, 0), 0.5);
        QCOMPARE(compressedBits(0, 0.3), 0.0);
        for (double bits = 0.5; bits < 9; bits += 0.25) {
            for (double s = 0; s <= 1; s += 0.05)
                QVERIFY(compressedBits(bits, s) <= bits + 1e-12);
        }
    }

    void groupsAndSequences()
    {
        // Two groups are two operators.
        Geometry g = convolution(32, 32, 3, 8);
        g.groups = 2;
        Geometry half = convolution(16, 16, 3, 8);
        QCOMPARE(effort(g, 128, 100).cycles, 2 * effort(half, 128, 100).cycles);
        // A sequence is a row, whichever way round it is written; 4×1 microblocks on U55-256.
        Geometry column = sized(convolution(32, 32, 1, 1), 64, 1);
        const Geometry row = sized(convolution(32, 32, 1, 1), 1, 64);
        QCOMPARE(effort(column, 256).cycles, effort(row, 256).cycles);
        // 16 microblocks in a row, four deep: 4·16 · 4.
        QCOMPARE(ethosU55MacCycles(ethosU55Operator(column, size(256)), {64, 1, 32, false}, 32.0, size(256)), 256.0);
    }

    void sixteenBitInputs()
    {
        // Two taps at a time instead of four, 16 inputs: 5·2 steps instead of 3·2, and twice the bytes.
        Geometry g = convolution(16, 16, 3, 16);
        g.inputBits = g.outputBits = 16;
        const EthosU55Cycles<double> c = cyclesOf(g, 128, {16, 4, 16, true});
        QCOMPARE(c.npu, 4.0 * 32 * 10 * 2 * 4 + (64 + (3072 + 2048) / 8.0 + 768 + 2560) / 4);
    }

    void doesNothing()
    {
        Geometry g = addition(16, 8);
        g.inputElementsPerChannel = 0; // folded
        QCOMPARE(effort(g, 128).cycles, 0.0);
        QCOMPARE(effort(convolution(3, 8, 3, 8), 128).microjoule, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestEthosU55)
#include "tst_ethos_u55.moc"
