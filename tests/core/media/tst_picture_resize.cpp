// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The triangle filter against sums by hand and against its definition in floating point; cropping; and how fast
// photographs are decoded and resized.
#include "core/media/picture.h"
#include "tests/core/media/picture_writers.h"
#include "tests/support/result_checks.h"

#include <QElapsedTimer>
#include <QSize>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>

using namespace dnas;
using namespace dnas::test;

class TestPictureResize : public QObject {
    Q_OBJECT

private slots:
    void byHand_data();
    void byHand();
    void constants();
    void ramp();
    void definition_data();
    void definition();
    void crop();
    void readsAsResized_data();
    void readsAsResized();
    void speed_data();
    void speed();
};

namespace {

/// Grey values side by side.
Picture row(const Bytes &values)
{
    Picture picture{.width = static_cast<int>(values.size()), .height = 1, .rgb = {}};
    for (const std::uint8_t value : values)
        picture.rgb.insert(picture.rgb.end(), 3, value);
    return picture;
}

Picture noisePicture(int width, int height)
{
    std::mt19937 random(3);
    Picture picture{.width = width,
                    .height = height,
                    .rgb = Bytes(3 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
    std::generate(picture.rgb.begin(), picture.rgb.end(), [&random] { return static_cast<std::uint8_t>(random()); });
    return picture;
}

/// Weights of the definition: 1 - distance / reach, distances in old pixels.
std::vector<double> weightsOf(int i, int from, int to)
{
    const double step = double(from) / to, reach = std::max(step, 1.0);
    std::vector<double> weights;
    double sum = 0;
    for (int j = 0; j < from; ++j) {
        weights.push_back(std::max(0.0, 1 - std::abs(j + 0.5 - (i + 0.5) * step) / reach));
        sum += weights.back();
    }
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

} // namespace

void TestPictureResize::byHand_data()
{
    QTest::addColumn<Bytes>("from");
    QTest::addColumn<Bytes>("to");
    // Shrunk to a half, the reach is 2: the weights of the first are 3/4, 3/4, 1/4 (and 1/4 outside): 3/7, 3/7, 1/7.
    QTest::newRow("halved") << Bytes{0, 70, 140, 210} << Bytes{50, 160};
    // Doubled, the reach is 1: the new ones are at 0.25, 0.75, … of an old pixel.
    QTest::newRow("doubled") << Bytes{0, 100} << Bytes{0, 25, 75, 100};
    QTest::newRow("the same") << Bytes{3, 1, 255, 0} << Bytes{3, 1, 255, 0};
    QTest::newRow("one for all") << Bytes{200} << Bytes{200, 200, 200};
    // The reach is 3; 1/3·30 + 1·60 … : weights 2/3, 1, 2/3 of 7/3: (2·30 + 3·60 + 2·120)/7
    QTest::newRow("all in one") << Bytes{30, 60, 120} << Bytes{69};
}

void TestPictureResize::byHand()
{
    QFETCH(Bytes, from);
    QFETCH(Bytes, to);
    const int width = static_cast<int>(to.size());
    QCOMPARE(resized(row(from), width, 1, PictureFit::Stretch).rgb, row(to).rgb);
    // The same down a column.
    Picture column = row(from);
    std::swap(column.width, column.height);
    QCOMPARE(resized(column, 1, width, PictureFit::Stretch).rgb, row(to).rgb);
}

void TestPictureResize::constants()
{
    for (const std::uint8_t value : Bytes{0, 1, 127, 254, 255}) {
        const Picture picture{.width = 641, .height = 53, .rgb = Bytes(3 * 641 * 53, value)};
        for (const auto &[width, height] : {std::pair(96, 96), {1, 1}, {1000, 7}, {640, 54}}) {
            const Picture other = resized(picture, width, height, PictureFit::Stretch);
            QVERIFY(std::all_of(other.rgb.begin(), other.rgb.end(), [value](auto v) { return v == value; }));
        }
    }
}

void TestPictureResize::ramp()
{
    Bytes values(640);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<std::uint8_t>(i * 255 / 639);
    const Picture picture = resized(row(values), 96, 1, PictureFit::Stretch);
    for (int i = 1; i < 95; ++i) {                                              // the outer ones are drawn inwards
        const double expected = ((i + 0.5) * 640 / 96 - 0.5) * 255 / 639 - 0.5; // the values were rounded down
        QVERIFY(std::abs(picture.rgb[static_cast<std::size_t>(3 * i)] - expected) <= 1);
    }
}

void TestPictureResize::definition_data()
{
    QTest::addColumn<QSize>("from");
    QTest::addColumn<QSize>("to");
    QTest::newRow("smaller") << QSize(97, 61) << QSize(32, 24);
    QTest::newRow("larger") << QSize(13, 9) << QSize(40, 31);
    QTest::newRow("both") << QSize(50, 8) << QSize(7, 33);
    QTest::newRow("much smaller") << QSize(3000, 5) << QSize(2, 3);
    QTest::newRow("to one") << QSize(321, 77) << QSize(1, 1);
    QTest::newRow("from one") << QSize(1, 1) << QSize(5, 4);
    QTest::newRow("hardly smaller") << QSize(100, 100) << QSize(99, 99);
}

void TestPictureResize::definition()
{
    QFETCH(QSize, from);
    QFETCH(QSize, to);
    const Picture picture = noisePicture(from.width(), from.height());
    const Picture other = resized(picture, to.width(), to.height(), PictureFit::Stretch);
    QCOMPARE(QSize(other.width, other.height), to);
    for (int y = 0; y < to.height(); ++y) {
        const auto rows = weightsOf(y, from.height(), to.height());
        for (int x = 0; x < to.width(); ++x) {
            const auto columns = weightsOf(x, from.width(), to.width());
            double sum = 0; // of the green ones
            for (std::size_t v = 0; v < rows.size(); ++v) {
                for (std::size_t u = 0; u < columns.size(); ++u)
                    sum += rows[v] * columns[u] * picture.rgb[3 * (v * columns.size() + u) + 1];
            }
            const int found = other.rgb[static_cast<std::size_t>(3 * (y * to.width() + x) + 1)];
            // Half a level of rounding, and a little for weights of 15 bits.
            QVERIFY2(std::abs(found - sum) < 0.6, qPrintable(QStringLiteral("%1 for %2").arg(found).arg(sum)));
        }
    }
    QCOMPARE(resized(picture, to.width(), to.height(), PictureFit::Stretch).rgb, other.rgb);
}

void TestPictureResize::crop()
{
    const Picture wide = row({1, 2, 3, 4, 5, 6, 7});
    QCOMPARE(resized(wide, 1, 1, PictureFit::Crop).rgb, row({4}).rgb);
    QCOMPARE(resized(wide, 3, 1, PictureFit::Crop).rgb, row({3, 4, 5}).rgb);
    QCOMPARE(resized(wide, 7, 1, PictureFit::Crop).rgb, wide.rgb);
    Picture high = wide;
    std::swap(high.width, high.height);
    QCOMPARE(resized(high, 1, 3, PictureFit::Crop).rgb, row({3, 4, 5}).rgb);
    // So flat a part of one row that its height would round to none.
    QCOMPARE(resized(row({9, 9}), 100, 1, PictureFit::Crop).rgb, row(Bytes(100, 9)).rgb);
    // The part is the one that Stretch would be given: columns 80 to 559.
    const Picture photo = noisePicture(640, 480);
    Picture part{.width = 480, .height = 480, .rgb = {}};
    for (int y = 0; y < 480; ++y) {
        const auto begin = photo.rgb.begin() + 3 * (640 * y + 80);
        part.rgb.insert(part.rgb.end(), begin, begin + 3 * 480);
    }
    QCOMPARE(resized(photo, 96, 96, PictureFit::Crop).rgb, resized(part, 96, 96, PictureFit::Stretch).rgb);
}

void TestPictureResize::readsAsResized_data()
{
    QTest::addColumn<QSize>("from");
    QTest::addColumn<QSize>("to");
    QTest::addColumn<bool>("png");
    QTest::addColumn<int>("orientation");
    QTest::addColumn<int>("worst"); // difference from decoding all of it; 0: nothing is decoded smaller
    QTest::newRow("png") << QSize(640, 480) << QSize(32, 32) << true << 1 << 0;
    QTest::newRow("same size") << QSize(96, 96) << QSize(96, 96) << false << 1 << 0;
    QTest::newRow("less than four times") << QSize(640, 383) << QSize(96, 96) << false << 1 << 0;
    QTest::newRow("half") << QSize(640, 384) << QSize(96, 96) << false << 1 << 4;
    QTest::newRow("half, wide") << QSize(384, 999) << QSize(96, 32) << false << 1 << 4;
    QTest::newRow("quarter") << QSize(1000, 768) << QSize(96, 96) << false << 1 << 4;
    QTest::newRow("eighth") << QSize(1601, 1536) << QSize(96, 96) << false << 1 << 4;
    QTest::newRow("eighth, turned") << QSize(1600, 1536) << QSize(96, 96) << false << 6 << 4;
    // The narrower pixels of the end would lie at the beginning, so it is decoded whole.
    QTest::newRow("odd, turned") << QSize(1601, 1537) << QSize(96, 96) << false << 6 << 0;
}

/// A photograph decoded at a fraction of its size hardly differs from one that was decoded whole.
void TestPictureResize::readsAsResized()
{
    QFETCH(QSize, from);
    QFETCH(QSize, to);
    QFETCH(bool, png);
    QFETCH(int, orientation);
    QFETCH(int, worst);
    Bytes pixels;
    std::mt19937 random(5);
    for (int y = 0; y < from.height(); ++y)
        for (int x = 0; x < from.width(); ++x)
            for (int c = 0; c < 3; ++c)
                pixels.push_back(static_cast<std::uint8_t>(128 +
                                                           80 * std::sin(0.02 * (c + 1) * x) * std::cos(0.03 * y) +
                                                           static_cast<int>(random() % 32) - 16));
    QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("picture")).toStdString();
    const Bytes bytes = png ? pngFile({.width = from.width(), .height = from.height()}, pixels)
                            : jpegFile({.width = from.width(),
                                        .height = from.height(),
                                        .subsampled = true,
                                        .quality = 90,
                                        .exif = exifWithOrientation(orientation, false)},
                                       pixels);
    std::ofstream(file, std::ios::binary).write(reinterpret_cast<const char *>(bytes.data()), std::ssize(bytes));
    for (const PictureFit fit : {PictureFit::Stretch, PictureFit::Crop}) {
        const auto picture = readPictureAs(file, {.width = to.width(), .height = to.height(), .fit = fit});
        VERIFY_OK(picture);
        const auto whole = readPicture(file);
        VERIFY_OK(whole);
        const Picture expected = resized(*whole, to.width(), to.height(), fit);
        QCOMPARE(picture->width, to.width());
        QCOMPARE(picture->height, to.height());
        int most = 0;
        for (std::size_t i = 0; i < expected.rgb.size(); ++i)
            most = std::max(most, std::abs(picture->rgb[i] - expected.rgb[i]));
        QVERIFY2(most <= worst, qPrintable(QString::number(most)));
    }
}

void TestPictureResize::speed_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("times");
    QTest::newRow("photographs") << QSize(640, 480) << 100;
    QTest::newRow("small pictures") << QSize(64, 64) << 2000;
}

/// Reported, not asserted.
void TestPictureResize::speed()
{
    QFETCH(QSize, size);
    QFETCH(int, times);
    Bytes pixels; // waves with a little noise, about as hard to pack as a photograph
    std::mt19937 random(5);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            for (int c = 0; c < 3; ++c)
                pixels.push_back(static_cast<std::uint8_t>(
                    128 + 80 * std::sin(x * 0.05 * (c + 1)) * std::cos(y * 0.07) + static_cast<int>(random() % 24)));
        }
    }
    const Bytes file =
        jpegFile({.width = size.width(), .height = size.height(), .subsampled = true, .quality = 85}, pixels);
    QElapsedTimer timer;
    timer.start();
    Picture picture;
    for (int i = 0; i < times; ++i) {
        auto decoded = decodePicture(file, "a.jpg");
        VERIFY_OK(decoded);
        picture = std::move(decoded).value();
    }
    const double decoding = double(timer.nsecsElapsed()) / times;
    timer.restart();
    for (int i = 0; i < times; ++i)
        resized(picture, 96, 96, PictureFit::Crop);
    const double resizing = double(timer.nsecsElapsed()) / times;
    qInfo("%dx%d, %zu bytes: decoding %.0f/s, resizing to 96x96 %.0f/s, both %.0f/s", size.width(), size.height(),
          file.size(), 1e9 / decoding, 1e9 / resizing, 1e9 / (decoding + resizing));
}

QTEST_APPLESS_MAIN(TestPictureResize)
#include "tst_picture_resize.moc"
