// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The hypervolume after each candidate, against sums by hand and against a front computed anew each time.
#include "core/report/front_quality.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace dnas;

namespace {

CandidateSummary candidate(double weights, double quality)
{
    CandidateSummary c;
    c.quality = quality;
    c.costs["weights"] = {weights, Origin::Counted, {}};
    return c;
}

bool isNear(double a, double b) { return std::abs(a - b) < 1e-12; }

} // namespace

class TestFrontQuality : public QObject {
    Q_OBJECT

private slots:
    void byHand()
    {
        std::vector<CandidateSummary> all{
            candidate(400, 0.9),  // the dearest: dominates no area
            candidate(100, 0.5),  // the worst: neither
            candidate(200, 0.7),  // (400 - 200) · (0.7 - 0.5) = 40
            candidate(300, 0.6),  // dominated
            candidate(50, 0.95),  // over its limit: in the box, on no front
            candidate(0, 1),      // failed: counts for nothing
            candidate(150, 0.8),  // (400 - 150) · (0.8 - 0.5) = 75; the one at 200 is dominated now
            candidate(300, 0.85), // and (400 - 300) · (0.85 - 0.8) = 5 more
        };
        all[4].feasible = false;
        all[5].state = CandidateState::Failed;
        const auto box = frontBox(all, {});
        QVERIFY(box);
        QCOMPARE(box->best.x, 50.0);
        QCOMPARE(box->best.y, 0.95);
        QCOMPARE(box->worst.x, 400.0);
        QCOMPARE(box->worst.y, 0.5);
        const double area = (400 - 50) * (0.95 - 0.5);
        const auto shares = hypervolumeHistory(all, {});
        const std::vector<double> expected{0, 0, 40, 40, 40, 75, 80};
        QCOMPARE(shares.size(), expected.size());
        for (std::size_t i = 0; i < shares.size(); ++i)
            QVERIFY2(isNear(shares[i], expected[i] / area), qPrintable(QString::number(i)));

        // A limit changes the front, not the box.
        FrontFigureOptions options;
        options.xLimit = 250;
        QVERIFY(isNear(hypervolumeHistory(all, options).back(), 75 / area));
    }

    void noBoxNoNumber()
    {
        QVERIFY(!frontBox({}, {}));
        QVERIFY(hypervolumeHistory({}, {}).empty());
        const std::vector<CandidateSummary> one{candidate(100, 0.5)};
        QVERIFY(hypervolumeHistory(one, {}).empty());
        const std::vector<CandidateSummary> level{candidate(100, 0.5), candidate(200, 0.5)};
        QVERIFY(hypervolumeHistory(level, {}).empty());
        const std::vector<CandidateSummary> absent{candidate(std::nan(""), 0.5), candidate(200, 0.6)};
        QVERIFY(hypervolumeHistory(absent, {}).empty());
    }

    void asComputedAnew()
    {
        std::mt19937 random(7);
        std::uniform_int_distribution<int> place(0, 30); // ties are wanted
        for (int round = 0; round < 20; ++round) {
            std::vector<CandidateSummary> all;
            std::vector<FrontPoint> points;
            for (int i = 0; i < 60; ++i) {
                points.push_back({100.0 + place(random), place(random) / 40.0});
                all.push_back(candidate(points.back().x, points.back().y));
            }
            const auto box = frontBox(all, {});
            const double area = (box->worst.x - box->best.x) * (box->best.y - box->worst.y);
            const auto shares = hypervolumeHistory(all, {});
            for (std::size_t n = 1; n <= points.size(); ++n)
                QVERIFY(std::abs(shares[n - 1] * area - hypervolume(std::span(points).first(n), box->worst)) < 1e-9);
        }
    }
};

QTEST_APPLESS_MAIN(TestFrontQuality)
#include "tst_front_quality.moc"
