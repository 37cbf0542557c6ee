// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dual numbers: slopes against central differences, and the straight-through rounding.
#include "core/base/dual.h"

#include <QTest>

using namespace dnas;

namespace {

/// Uses every operation; smooth where it is tested.
template <typename Scalar>
Scalar formula(const Scalar &x, const Scalar &y)
{
    Scalar sum = x * y + Scalar(3.0) * x / (y + Scalar(1.5)) - y;
    sum += x * x;
    return maxOf(sum, Scalar(0.25) * y);
}

} // namespace

class DualTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithFiniteDifferences_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::newRow("first branch") << 2.0 << 3.0;
        QTest::newRow("other signs") << -4.0 << 0.5;
        QTest::newRow("second branch") << 0.1 << 5.0;
    }
    void agreesWithFiniteDifferences()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        const Dual<2> result = formula(Dual<2>::variable(x, 0), Dual<2>::variable(y, 1));
        QCOMPARE(valueOf(result), formula(x, y));
        constexpr double kStep = 1e-6;
        const double byX = (formula(x + kStep, y) - formula(x - kStep, y)) / (2 * kStep);
        const double byY = (formula(x, y + kStep) - formula(x, y - kStep)) / (2 * kStep);
        QVERIFY(std::abs(result.slope[0] - byX) <= 1e-6 * std::max(1.0, std::abs(byX)));
        QVERIFY(std::abs(result.slope[1] - byY) <= 1e-6 * std::max(1.0, std::abs(byY)));
    }

    void byHand()
    {
        // f = x·y / (x + y) at (2, 6): 12 / 8 = 1.5; df/dx = y² / (x + y)² = 36/64; df/dy = x² / (x + y)² = 4/64.
        const auto x = Dual<2>::variable(2, 0);
        const auto y = Dual<2>::variable(6, 1);
        const Dual<2> f = x * y / (x + y);
        QCOMPARE(f.value, 1.5);
        QCOMPARE(f.slope[0], 0.5625);
        QCOMPARE(f.slope[1], 0.0625);
    }

    void roundsUpWithSlopePassedThrough()
    {
        QCOMPARE(ceilDiv(9.0, 4), 3.0);
        QCOMPARE(ceilDiv(8.0, 4), 2.0);
        const Dual<1> blocks = ceilDiv(Dual<1>::variable(9, 0), 4);
        QCOMPARE(blocks.value, 3.0);
        QCOMPARE(blocks.slope[0], 0.25);
    }
};

QTEST_APPLESS_MAIN(DualTest)
#include "tst_dual.moc"
