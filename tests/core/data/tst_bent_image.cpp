// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turned, shifted and zoomed pictures: by hand, where the new pixels fall on old ones or between two of them, and
// against the definition.
#include "core/data/augment.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace dnas;

class TestBentImage : public QObject {
    Q_OBJECT

private slots:
    void byHand_data();
    void byHand();
    void definition_data();
    void definition();
};

namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<float> bent(const Bytes &pixels, const Shape &shape, ImageMove move)
{
    const auto table = PixelTable::make({}, {}, shape.channels);
    std::vector<float> out(static_cast<std::size_t>(shape.elements()), -1);
    move.bent = true;
    writeImage(pixels.data(), shape, *table, move, out.data());
    return out;
}

} // namespace

void TestBentImage::byHand_data()
{
    QTest::addColumn<ImageMove>("move");
    QTest::addColumn<std::vector<double>>("expected"); // of 10 20 30 / 40 50 60 / 70 80 90
    using List = std::vector<double>;
    QTest::newRow("nothing") << ImageMove{} << List{10, 20, 30, 40, 50, 60, 70, 80, 90};
    QTest::newRow("mirrored") << ImageMove{.flip = true} << List{30, 20, 10, 60, 50, 40, 90, 80, 70};
    // The input's row grows with the output's column.
    QTest::newRow("a quarter") << ImageMove{.angle = std::numbers::pi / 2} << List{30, 60, 90, 20, 50, 80, 10, 40, 70};
    QTest::newRow("down by one") << ImageMove{.shiftDown = 1} << List{40, 50, 60, 70, 80, 90, 70, 80, 90};
    QTest::newRow("right by a half") << ImageMove{.shiftRight = 0.5} << List{15, 25, 30, 45, 55, 60, 75, 85, 90};
    QTest::newRow("grown") << ImageMove{.scale = 0.5} << List{30, 35, 40, 45, 50, 55, 60, 65, 70};
    QTest::newRow("shrunk") << ImageMove{.scale = 2} << List{10, 20, 30, 40, 50, 60, 70, 80, 90};
    QTest::newRow("crop, too") << ImageMove{.down = -1, .right = 1} << List{20, 30, 30, 20, 30, 30, 50, 60, 60};
}

void TestBentImage::byHand()
{
    QFETCH(ImageMove, move);
    QFETCH(std::vector<double>, expected);
    const std::vector<float> out = bent({10, 20, 30, 40, 50, 60, 70, 80, 90}, {1, 3, 3}, move);
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(255 * out[i] - expected[i]) < 1e-4,
                 qPrintable(QStringLiteral("%1: %2").arg(i).arg(255 * out[i])));
}

void TestBentImage::definition_data()
{
    QTest::addColumn<int>("channels");
    for (const int channels : {1, 2, 3, 5})
        QTest::addRow("%d", channels) << channels;
}

void TestBentImage::definition()
{
    QFETCH(int, channels);
    const Shape shape{channels, 11, 14};
    std::mt19937 random(7);
    Bytes pixels(static_cast<std::size_t>(shape.elements()));
    std::generate(pixels.begin(), pixels.end(), [&] { return static_cast<std::uint8_t>(random()); });
    std::uniform_real_distribution<double> any(-1, 1);
    for (int go = 0; go < 50; ++go) {
        const ImageMove move{.down = go % 3 - 1,
                             .right = go % 5 - 2,
                             .flip = go % 2 == 0,
                             .angle = any(random),
                             .scale = 1 + 0.5 * any(random),
                             .shiftDown = 2 * any(random),
                             .shiftRight = 2 * any(random)};
        const std::vector<float> out = bent(pixels, shape, move);
        const auto pixel = [&](double y, double x, int c) {
            const int row = std::clamp(static_cast<int>(y), 0, 10), column = std::clamp(static_cast<int>(x), 0, 13);
            return double(pixels[static_cast<std::size_t>((row * 14 + column) * channels + c)]) / 255;
        };
        for (int row = 0; row < 11; ++row) {
            for (int column = 0; column < 14; ++column) {
                const double down = row + move.down - 5, right = (move.flip ? 13 - column : column) + move.right - 6.5;
                const double y = std::clamp(move.scale * (std::cos(move.angle) * down + std::sin(move.angle) * right) +
                                                5 + move.shiftDown,
                                            0., 10.);
                const double x = std::clamp(move.scale * (std::cos(move.angle) * right - std::sin(move.angle) * down) +
                                                6.5 + move.shiftRight,
                                            0., 13.);
                const double dy = y - std::floor(y), dx = x - std::floor(x);
                for (int c = 0; c < channels; ++c) {
                    const double expected = (1 - dy) * ((1 - dx) * pixel(y, x, c) + dx * pixel(y, x + 1, c)) +
                                            dy * ((1 - dx) * pixel(y + 1, x, c) + dx * pixel(y + 1, x + 1, c));
                    const float got = out[static_cast<std::size_t>((row * 14 + column) * channels + c)];
                    QVERIFY2(std::abs(got - expected) < 2e-6, qPrintable(QString::number(got - expected)));
                }
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestBentImage)
#include "tst_bent_image.moc"
