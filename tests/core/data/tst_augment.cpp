// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Augmentation and normalisation of one picture against a naive reference and numbers worked out by hand.
#include "core/data/augment.h"
#include "tests/support/result_checks.h"

#include <array>
#include <cmath>

using namespace dnas;

class TestAugment : public QObject {
    Q_OBJECT

private slots:
    void normalises();
    void shiftsByHand();
    void agreesWithReference_data();
    void agreesWithReference();
    void movesCoverTheirRange();
    void movesDependOnTheirKeyOnly();
    void rejects_data();
    void rejects();
};

namespace {

constexpr Shape kShape{3, 32, 32};

std::vector<std::uint8_t> numbered(const Shape &shape)
{
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(shape.elements()));
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<std::uint8_t>(i * 37 + 11);
    return pixels;
}

/// As written in augment.h, element by element.
std::vector<float> reference(const std::vector<std::uint8_t> &pixels, const Shape &shape, const PixelTable &table,
                             const ImageMove &move)
{
    std::vector<float> out;
    for (int row = 0; row < shape.height; ++row)
        for (int column = 0; column < shape.width; ++column)
            for (int c = 0; c < shape.channels; ++c) {
                const int y = row + move.down;
                const int x = (move.flip ? shape.width - 1 - column : column) + move.right;
                const bool inside = y >= 0 && y < shape.height && x >= 0 && x < shape.width;
                const int byte = inside ? pixels[std::size_t((y * shape.width + x) * shape.channels + c)] : 0;
                out.push_back(table.channel(c)[std::size_t(byte)]);
            }
    return out;
}

} // namespace

void TestAugment::normalises()
{
    const auto table = PixelTable::make({0.5, 0.25}, {0.2, 0.5}, 2);
    VERIFY_OK(table);
    QCOMPARE(table->channel(0)[0], -2.5f);  // (0 - 0.5) / 0.2
    QCOMPARE(table->channel(0)[255], 2.5f); // (1 - 0.5) / 0.2
    QCOMPARE(table->channel(0)[51], -1.5f); // (0.2 - 0.5) / 0.2
    QCOMPARE(table->channel(1)[102], 0.3f); // (0.4 - 0.25) / 0.5
    const auto plain = PixelTable::make({}, {}, 1);
    VERIFY_OK(plain);
    QCOMPARE(plain->channel(0)[255], 1.0f);
    QCOMPARE(plain->channel(0)[51], 0.2f);
}

void TestAugment::shiftsByHand()
{
    //   51 102        with deviation 0.2 and mean 0: 1 2
    //  153 204                                       3 4
    const std::vector<std::uint8_t> pixels{51, 102, 153, 204};
    const auto table = PixelTable::make({0}, {0.2}, 1);
    VERIFY_OK(table);
    const auto moved = [&](ImageMove move) {
        std::array<float, 4> out{};
        writeImage(pixels.data(), {1, 2, 2}, *table, move, out.data());
        return out;
    };
    using Four = std::array<float, 4>;
    QVERIFY((moved({}) == Four{1, 2, 3, 4}));
    QVERIFY((moved({.down = 1}) == Four{3, 4, 0, 0}));
    QVERIFY((moved({.down = -1}) == Four{0, 0, 1, 2}));
    QVERIFY((moved({.right = 1}) == Four{2, 0, 4, 0}));
    QVERIFY((moved({.right = -1}) == Four{0, 1, 0, 3}));
    QVERIFY((moved({.flip = true}) == Four{2, 1, 4, 3}));
    QVERIFY((moved({.right = 1, .flip = true}) == Four{0, 2, 0, 4})); // the crop first, then mirrored
    QVERIFY((moved({.down = 1, .right = -1, .flip = true}) == Four{3, 0, 0, 0}));
    // Padding is black before normalisation: mean 0.5 makes it (0 - 0.5) / 0.25 = -2, not 0.
    const auto shifted = PixelTable::make({0.5}, {0.25}, 1);
    std::array<float, 4> out{};
    writeImage(pixels.data(), {1, 2, 2}, *shifted, {.down = 1}, out.data());
    QCOMPARE(out[2], -2.0f);
}

void TestAugment::agreesWithReference_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    QTest::newRow("colour") << 3 << 5 << 6;
    QTest::newRow("grey") << 1 << 4 << 7;
    QTest::newRow("four channels") << 4 << 3 << 3;
    QTest::newRow("many channels") << 70 << 3 << 2;
}

void TestAugment::agreesWithReference()
{
    QFETCH(int, channels);
    QFETCH(int, height);
    QFETCH(int, width);
    const Shape shape{channels, height, width};
    const auto pixels = numbered(shape);
    std::vector<double> mean, deviation;
    for (int c = 0; c < channels; ++c) {
        mean.push_back(0.4 + 0.001 * c);
        deviation.push_back(0.2 + 0.002 * c);
    }
    const auto table = PixelTable::make(mean, deviation, channels);
    VERIFY_OK(table);
    for (int down = 1 - height; down < height; ++down)
        for (int right = 1 - width; right < width; ++right)
            for (const bool flip : {false, true}) {
                const ImageMove move{.down = down, .right = right, .flip = flip};
                std::vector<float> out(pixels.size() + 1, 99.0f); // the last one is a sentinel
                writeImage(pixels.data(), shape, *table, move, out.data());
                QCOMPARE(out.back(), 99.0f);
                out.pop_back();
                QVERIFY2(out == reference(pixels, shape, *table, move),
                         qPrintable(QStringLiteral("down %1 right %2 flip %3").arg(down).arg(right).arg(flip)));
            }
}

void TestAugment::movesCoverTheirRange()
{
    const auto plan = planAugmentation({{.kind = "crop", .amount = 2}, {.kind = "flip"}}, {3, 32, 32});
    VERIFY_OK(plan);
    std::array<std::array<int, 5>, 2> places{};
    int flips = 0;
    for (int sample = 0; sample < 5000; ++sample) {
        const ImageMove move = drawMove(*plan, {.enabled = true, .seed = 1, .epoch = 3}, sample, kShape);
        QVERIFY(std::abs(move.down) <= 2 && std::abs(move.right) <= 2);
        ++places[0][std::size_t(move.down + 2)];
        ++places[1][std::size_t(move.right + 2)];
        flips += move.flip ? 1 : 0;
    }
    // 1000 ± 28 each (binomial), 2500 ± 35 flips: five deviations.
    for (const auto &axis : places)
        for (const int count : axis)
            QVERIFY2(count > 860 && count < 1140, qPrintable(QString::number(count)));
    QVERIFY2(flips > 2325 && flips < 2675, qPrintable(QString::number(flips)));
}

void TestAugment::movesDependOnTheirKeyOnly()
{
    const AugmentPlan plan{.crop = 12, .flip = true};
    const auto same = [](const ImageMove &a, const ImageMove &b) {
        return a.down == b.down && a.right == b.right && a.flip == b.flip;
    };
    const AugmentContext context{.enabled = true, .seed = 5, .epoch = 2};
    int epochs = 0, seeds = 0, samples = 0;
    for (int i = 0; i < 200; ++i) {
        const ImageMove move = drawMove(plan, context, i, kShape);
        QVERIFY(same(move, drawMove(plan, context, i, kShape)));
        epochs += same(move, drawMove(plan, {.enabled = true, .seed = 5, .epoch = 3}, i, kShape)) ? 1 : 0;
        seeds += same(move, drawMove(plan, {.enabled = true, .seed = 6, .epoch = 2}, i, kShape)) ? 1 : 0;
        samples += same(move, drawMove(plan, context, i + 1, kShape)) ? 1 : 0;
        QVERIFY(same({}, drawMove(plan, {.enabled = false, .seed = 5, .epoch = 2}, i, kShape)));
        // Leaving out flip keeps the crop.
        const ImageMove crop = drawMove({.crop = 12}, context, i, kShape);
        QVERIFY(crop.down == move.down && crop.right == move.right && !crop.flip);
    }
    // 1250 possible moves: about 0.16 of 200 agree by chance.
    QVERIFY(epochs < 5 && seeds < 5 && samples < 5);
}

void TestAugment::rejects_data()
{
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<double>("amount");
    QTest::newRow("unknown") << "noise" << 15.0;
    QTest::newRow("negative") << "crop" << -1.0;
    QTest::newRow("fraction") << "crop" << 1.5;
    QTest::newRow("as large as the picture") << "crop" << 8.0;
    QTest::newRow("not a number") << "crop" << std::nan("");
    QTest::newRow("crop twice") << "crop,crop" << 2.0;
    QTest::newRow("flip twice") << "flip,flip" << 0.0;
}

void TestAugment::rejects()
{
    QFETCH(QString, kinds);
    QFETCH(double, amount);
    std::vector<Augmentation> list;
    for (const QString &kind : kinds.split(','))
        list.push_back({.kind = kind.toStdString(), .amount = amount});
    const auto plan = planAugmentation(list, {3, 8, 16});
    QVERIFY(!plan.ok());
    QVERIFY(plan.error().code == ErrorCode::InvalidInput);
    QCOMPARE(plan.error().place.key, std::string("augment"));
}

QTEST_APPLESS_MAIN(TestAugment)
#include "tst_augment.moc"
