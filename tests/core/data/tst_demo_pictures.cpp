// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The demo pictures: the same bytes everywhere, balanced, and training and test apart.
#include "core/base/files.h"
#include "core/data/demo_pictures.h"
#include "core/data/demo_shapes.h"
#include "tests/support/result_checks.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

using namespace dnas;

class TestDemoPictures : public QObject {
    Q_OBJECT

private slots:
    void sameBytesEverywhere();
    void largerSetsBeginAlike();
    void balancedAndApart();
    void directionsAreExact();
    void shapesSurviveMirroring();
};

namespace {

std::string bytes(const std::vector<std::uint8_t> &values) { return {values.begin(), values.end()}; }

std::string picture(const ImageSet &set, std::int64_t record)
{
    const auto elements = set.shape.elements();
    return {set.pixels.begin() + record * elements, set.pixels.begin() + (record + 1) * elements};
}

} // namespace

void TestDemoPictures::sameBytesEverywhere()
{
    // Pinned: whoever changes the pictures changes every figure of the demo, and must mean to.
    const ImageSet set = drawDemoPictures(1, 1000, 200);
    QCOMPARE(sha256(bytes(set.pixels)),
             std::string("3986f5e8c1a1db1da786a88c2072f4f8a6499855ce8a7add846358b27c1b4d31"));
    QVERIFY(bytes(drawDemoPictures(2, 1000, 200).pixels) != bytes(set.pixels));
}

void TestDemoPictures::largerSetsBeginAlike()
{
    const ImageSet small = drawDemoPictures(1, 20, 10);
    const ImageSet large = drawDemoPictures(1, 50, 30);
    for (std::int64_t i = 0; i < 20; ++i)
        QVERIFY(picture(small, i) == picture(large, i));
    for (std::int64_t i = 0; i < 10; ++i)
        QVERIFY(picture(small, 20 + i) == picture(large, 50 + i));
}

void TestDemoPictures::balancedAndApart()
{
    const ImageSet set = drawDemoPictures(1, 1000, 500);
    QCOMPARE(set.classes, kDemoClasses);
    QVERIFY((set.shape == Shape{3, 16, 16}));
    for (int label = 0; label < kDemoClasses; ++label) {
        const auto middle = set.labels.begin() + set.train;
        QCOMPARE(std::count(set.labels.begin(), middle, label), std::ptrdiff_t{100});
        QCOMPARE(std::count(middle, set.labels.end(), label), std::ptrdiff_t{50});
    }
    std::set<std::string> different;
    for (std::int64_t i = 0; i < set.train + set.test; ++i)
        different.insert(picture(set, i));
    QCOMPARE(different.size(), std::size_t{1500}); // no picture twice, so none of the test set in training
    // Colour tells nothing: the mean of every class lies near that of all (about 127; 150 pictures of deviation
    // 50 around their own mean give 4).
    for (int label = 0; label < kDemoClasses; ++label) {
        double sum = 0;
        for (std::int64_t i = label; i < set.train + set.test; i += kDemoClasses)
            for (const char c : picture(set, i))
                sum += static_cast<unsigned char>(c);
        const double mean = sum / (150 * 768);
        QVERIFY2(mean > 112 && mean < 143, qPrintable(QStringLiteral("%1: %2").arg(label).arg(mean)));
    }
}

void TestDemoPictures::directionsAreExact()
{
    for (int turn = 0; turn < 64; ++turn) {
        const Direction direction = demoDirection(turn);
        const double angle = 2 * M_PI * turn / 64;
        QVERIFY(std::abs(direction.cosine - 16384 * std::cos(angle)) <= 0.5 + 1e-6);
        QVERIFY(std::abs(direction.sine - 16384 * std::sin(angle)) <= 0.5 + 1e-6);
    }
}

void TestDemoPictures::shapesSurviveMirroring()
{
    // Each class is its own mirror image, so a flipped picture still shows its class.
    for (int label = 0; label < kDemoClasses; ++label) {
        int different = 0, area = 0;
        for (int u = -1024; u <= 1024; u += 16)
            for (int v = -1024; v <= 1024; v += 16) {
                area += insideDemoShape(label, u, v) ? 1 : 0;
                different += insideDemoShape(label, u, v) != insideDemoShape(label, -u, v) ? 1 : 0;
            }
        QVERIFY2(area > 1500, demoClassName(label));            // of 16 641 points: nothing too thin to be seen
        QVERIFY2(different <= area / 50, demoClassName(label)); // edges, by rounding
    }
}

QTEST_APPLESS_MAIN(TestDemoPictures)
#include "tst_demo_pictures.moc"
