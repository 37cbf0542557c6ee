// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ethos-U55: the choice of the block, and the slopes by channels.
#include "tests/core/hardware/ethos_u55_layers.h"

#include <QTest>

namespace dnas {

/// A number whose rounding up rounds nothing: the smooth form of a formula.
struct Smooth {
    double value = 0;
    Smooth() = default;
    Smooth(double v)
        : value(v)
    {
    }
    Smooth &operator+=(const Smooth &o) { return *this = Smooth(value + o.value); }
    friend Smooth operator+(const Smooth &a, const Smooth &b) { return a.value + b.value; }
    friend Smooth operator*(const Smooth &a, const Smooth &b) { return a.value * b.value; }
    friend Smooth operator/(const Smooth &a, const Smooth &b) { return a.value / b.value; }
};
inline double valueOf(const Smooth &x) { return x.value; }
inline Smooth ceilDiv(const Smooth &x, double block) { return x.value / block; }
inline Smooth maxOf(const Smooth &a, const Smooth &b) { return a.value >= b.value ? a : b; }

} // namespace dnas

using namespace dnas;
using namespace dnas::test;

class TestEthosU55Slopes : public QObject {
    Q_OBJECT

private slots:
    void chosenBlockAgainstAllBlocks()
    {
        double worst = 1;
        for (const int macs : {32, 64, 128, 256}) {
            const EthosU55Hardware &h = size(macs);
            for (const double channels : {16.0, 24.0, 48.0}) {
                for (const Geometry &g : everyKind(channels)) {
                    const EthosU55Operator<double> op = ethosU55Operator(g, h);
                    const EthosU55Block chosen = chooseEthosU55Block(op, {.macsPerCycle = macs}, kFlash, h);
                    QVERIFY(ethosU55Fits(op.form, op.in, chosen, h));
                    double least = cyclesOf(g, macs, chosen).total();
                    const double found = least;
                    for (int d = 8; d <= 64; d += 8) {
                        if (d % 16 != 0 && d < op.out)
                            continue;
                        for (int y = op.form.microHeight; y <= 16; y += op.form.microHeight) {
                            for (int x = op.form.microWidth; x <= 16; x += op.form.microWidth) {
                                const EthosU55Block b{x, y, d, chosen.partKernel};
                                if (ethosU55Fits(op.form, op.in, b, h))
                                    least = std::min(least, cyclesOf(g, macs, b).total());
                            }
                        }
                    }
                    worst = std::max(worst, found / least);
                }
            }
        }
        QVERIFY2(worst < 1.1, qPrintable(QString::number(worst)));
    }

    void wideningNeverSaves()
    {
        for (const int macs : {32, 64, 128, 256}) {
            std::vector<double> before(everyKind(1).size(), 0.0);
            for (int channels = 1; channels <= 150; ++channels) {
                const std::vector<Geometry> kinds = everyKind(channels);
                for (std::size_t i = 0; i < kinds.size(); ++i) {
                    const double cycles = effort(kinds[i], macs).cycles;
                    QVERIFY2(cycles >= before[i], qPrintable(QStringLiteral("%1 at %2, U55-%3: %4 after %5")
                                                                 .arg(i)
                                                                 .arg(channels)
                                                                 .arg(macs)
                                                                 .arg(cycles)
                                                                 .arg(before[i])));
                    before[i] = cycles;
                }
            }
        }
    }

    void slopeByHand()
    {
        // The convolution of convolutionBlocksByHand on U55-128. Multiply-adds of a block: 128 · 3 · (in/8) · (out/8);
        // commands: a quarter of (64 + (16·6·in + 64·out)/8 + 32·out + multiply-adds).
        using D = Dual<2>;
        LayerGeometry<D> g;
        static_cast<LayerForm &>(g) = convolution(16, 16, 3, 16);
        g.inChannels = D::variable(16, 0);
        g.outChannels = D::variable(16, 1);
        const EthosU55Cycles<D> c =
            ethosU55Cycles(ethosU55Operator(g, size(128)), {16, 4, 16, true}, {.macsPerCycle = 128}, kFlash, size(128));
        QCOMPARE(c.npu.value, 6752.0);
        const double macs = 128 * 3 * 2 / 8.0; // slope of one block's
        QCOMPARE(c.npu.slope[0], 4 * macs + (16 * 6 / 8.0 + macs) / 4);
        QCOMPARE(c.npu.slope[1], 4 * macs + (64 / 8.0 + 32 + macs) / 4);
        // Bytes: 9 · 16 weights of 7.989 bits; each output channel brings 10 more.
        QCOMPARE(c.flash.slope[0], 144 * 7.98868468677217 / 8);
        QCOMPARE(c.flash.slope[1], 144 * 7.98868468677217 / 8 + 10);
    }

    void slopesAgainstFiniteDifferences()
    {
        // At channels that every rounding leaves alone; backwards, so that blocks keep their number.
        int compared = 0;
        for (const int macs : {32, 64, 128, 256}) {
            const EthosU55Hardware &h = size(macs);
            for (Geometry g : everyKind(64)) {
                g.weightBits = 2; // one bit each: streams of whole 16 bytes
                const EthosU55Block block =
                    chooseEthosU55Block(ethosU55Operator(g, h), {.macsPerCycle = macs}, kFlash, h);
                LayerGeometry<Dual<2>> relaxed;
                static_cast<LayerForm &>(relaxed) = g;
                relaxed.inChannels = Dual<2>::variable(g.inChannels, 0);
                relaxed.outChannels = Dual<2>::variable(g.outChannels, 1);
                const Dual<2> slopes =
                    ethosU55Cycles(ethosU55Operator(relaxed, h), block, {.macsPerCycle = macs}, kFlash, h).total();
                const auto smooth = [&](double in, double out) {
                    LayerGeometry<Smooth> s;
                    static_cast<LayerForm &>(s) = g;
                    s.inChannels = in;
                    s.outChannels = out;
                    return ethosU55Cycles(ethosU55Operator(s, h), block, {.macsPerCycle = macs}, kFlash, h)
                        .total()
                        .value;
                };
                const double step = 1e-4;
                const double in = g.inChannels;
                const double out = g.outChannels;
                const double byIn = (smooth(in, out) - smooth(in - step, out)) / step;
                const double byOut = (smooth(in, out) - smooth(in, out - step)) / step;
                if (std::fmod(in, 32) != 0 || std::fmod(out, 16) != 0)
                    continue;
                QCOMPARE(smooth(in, out), slopes.value);
                QVERIFY(std::abs(byIn - slopes.slope[0]) <= 1e-4 * std::abs(byIn) + 1e-4);
                QVERIFY(std::abs(byOut - slopes.slope[1]) <= 1e-4 * std::abs(byOut) + 1e-4);
                QVERIFY(slopes.slope[1] > 0);
                ++compared;
            }
        }
        QVERIFY(compared >= 20);
        // effortOf passes them on.
        LayerGeometry<Dual<1>> g;
        static_cast<LayerForm &>(g) = convolution(16, 32, 3, 16);
        g.inChannels = 16;
        g.outChannels = Dual<1>::variable(31.5, 0);
        const Effort<Dual<1>> e = effort(g, 64);
        QVERIFY(e.cycles.slope[0] > 0);
        QCOMPARE(e.milliseconds.slope[0], e.cycles.slope[0] / 500e3);
    }
};

QTEST_APPLESS_MAIN(TestEthosU55Slopes)
#include "tst_ethos_u55_slopes.moc"
