// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The front against its definition on random points, hypervolume and knee against hand-computed numbers.
#include "core/base/random.h"
#include "core/study/pareto_front.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace dnas;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
using Indices = std::vector<std::size_t>;

/// By definition, pair by pair: nobody is as good in both and better in one, nor equal and earlier.
Indices bruteForce(const std::vector<FrontPoint> &points)
{
    Indices front;
    for (std::size_t i = 0; i < points.size(); ++i) {
        bool stays = !std::isnan(points[i].x) && !std::isnan(points[i].y);
        for (std::size_t j = 0; stays && j < points.size(); ++j) {
            const bool notWorse = points[j].x <= points[i].x && points[j].y >= points[i].y;
            const bool better = points[j].x < points[i].x || points[j].y > points[i].y;
            stays = !(notWorse && (better || j < i));
        }
        if (stays)
            front.push_back(i);
    }
    std::sort(front.begin(), front.end(), [&](std::size_t a, std::size_t b) { return points[a].x < points[b].x; });
    return front;
}

} // namespace

class TestParetoFront : public QObject {
    Q_OBJECT

private slots:
    void known_data();
    void known();
    void agreesWithBruteForce();
    void hypervolumes();
    void knees();
};

void TestParetoFront::known_data()
{
    QTest::addColumn<QList<QPointF>>("points");
    QTest::addColumn<QList<int>>("front");
    using Points = QList<QPointF>;
    using Front = QList<int>;
    QTest::newRow("nothing") << Points{} << Front{};
    QTest::newRow("one") << Points{{1, 1}} << Front{0};
    QTest::newRow("all equal: the first") << Points{{1, 1}, {1, 1}, {1, 1}} << Front{0};
    QTest::newRow("same cost: the better") << Points{{1, 0.5}, {1, 0.7}} << Front{1};
    QTest::newRow("same quality: the cheaper") << Points{{2, 0.5}, {1, 0.5}} << Front{1};
    QTest::newRow("by cost") << Points{{3, 0.9}, {1, 0.5}, {2, 0.7}, {2.5, 0.6}} << Front{1, 2, 0};
    QTest::newRow("NaN never") << Points{{kNaN, 1}, {1, kNaN}, {kNaN, kNaN}, {2, 0}} << Front{3};
    QTest::newRow("infinite is a number") << Points{{kInfinity, 1}, {1, -kInfinity}, {1, 0}} << Front{2, 0};
    QTest::newRow("zeros of both signs are equal") << Points{{0.0, 1}, {-0.0, 1}} << Front{0};
}

void TestParetoFront::known()
{
    QFETCH(QList<QPointF>, points);
    QFETCH(QList<int>, front);
    std::vector<FrontPoint> all;
    for (const QPointF &point : points)
        all.push_back({point.x(), point.y()});
    QList<int> found;
    for (const std::size_t i : paretoFront(all))
        found.append(static_cast<int>(i));
    QCOMPARE(found, front);
}

void TestParetoFront::agreesWithBruteForce()
{
    RandomStream random(1, "pareto");
    for (int round = 0; round < 3000; ++round) {
        std::vector<FrontPoint> points(random.below(40));
        const std::uint64_t grid = 2 + random.below(12); // coarse, so that ties and equal points are many
        for (FrontPoint &point : points) {
            point = {static_cast<double>(random.below(grid)), static_cast<double>(random.below(grid))};
            if (random.below(15) == 0)
                (random.below(2) ? point.x : point.y) = kNaN;
        }
        QCOMPARE(paretoFront(points), bruteForce(points));
    }
}

void TestParetoFront::hypervolumes()
{
    // (1, 1), (2, 2), (3, 3) against (4, 0): 3·1 + 2·1 + 1·1 = 6.
    const std::vector<FrontPoint> stairs{{1, 1}, {2, 2}, {3, 3}};
    QCOMPARE(hypervolume(stairs, {4, 0}), 6.0);
    // A dominated point, an equal one and NaN add nothing.
    const std::vector<FrontPoint> more{{1, 1}, {2, 2}, {3, 3}, {3, 2}, {2, 2}, {kNaN, 9}};
    QCOMPARE(hypervolume(more, {4, 0}), 6.0);
    // Reference (2.5, 1.5): only (2, 2) is better in both, 0.5 · 0.5.
    QCOMPARE(hypervolume(stairs, {2.5, 1.5}), 0.25);
    QCOMPARE(hypervolume(stairs, {1, 0}), 0.0); // on the corner's edge
    QCOMPARE(hypervolume(stairs, {4, 3}), 0.0);
    QCOMPARE(hypervolume({}, {4, 0}), 0.0);
}

void TestParetoFront::knees()
{
    // Scaled to 0…1 the points are (0, 0), (0.1, 0.7), (0.5, 0.8), (1, 1): 0.6 is farther than 0.3.
    const std::vector<FrontPoint> front{{100, 0.5}, {200, 0.64}, {600, 0.66}, {1100, 0.7}};
    QCOMPARE(kneeOf(front), 1);
    const std::vector<FrontPoint> two{{1, 1}, {2, 2}};
    QCOMPARE(kneeOf(two), -1);
    QCOMPARE(kneeOf({}), -1);
    // On the chord itself every distance is 0: any inner point will do, and it is the first.
    const std::vector<FrontPoint> line{{0, 0}, {1, 1}, {2, 2}};
    QCOMPARE(kneeOf(line), 1);
    const std::vector<FrontPoint> flat{{0, 1}, {1, 1}, {2, 1}}; // not a front: nothing to scale by
    QCOMPARE(kneeOf(flat), -1);
}

QTEST_APPLESS_MAIN(TestParetoFront)
#include "tst_pareto_front.moc"
