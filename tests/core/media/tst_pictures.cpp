// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every kind of PNG exactly, every kind of JPEG within what its losses allow, and how a camera was held.
#include "core/media/picture.h"
#include "tests/core/media/picture_writers.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>

using namespace dnas;
using namespace dnas::test;

class TestPictures : public QObject {
    Q_OBJECT

private slots:
    void png_data();
    void png();
    void largePng();
    void jpeg_data();
    void jpeg();
    void orientation_data();
    void orientation();
    void strangeExif_data();
    void strangeExif();
    void contentDecides();
};

namespace {

/// 24×16, smooth, so that even halved colours come back.
Bytes smoothPixels(int channels)
{
    Bytes pixels;
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 24; ++x) {
            const int values[] = {60 + 4 * x, 200 - 5 * y, 90 + 2 * x + 2 * y, 255 - 2 * x};
            for (int c = 0; c < channels; ++c)
                pixels.push_back(static_cast<std::uint8_t>(values[c]));
        }
    }
    return pixels;
}

} // namespace

void TestPictures::png_data()
{
    QTest::addColumn<Bytes>("file");
    QTest::addColumn<int>("width");
    QTest::addColumn<Bytes>("rgb");
    using Colour = PngColour;
    const std::vector<std::array<std::uint8_t, 3>> palette{{10, 20, 30}, {40, 50, 60}, {70, 80, 90}, {255, 128, 0}};

    QTest::newRow("rgb") << pngFile({.width = 2, .height = 1}, {1, 2, 3, 254, 255, 0}) << 2
                         << Bytes{1, 2, 3, 254, 255, 0};
    QTest::newRow("1x1") << pngFile({}, {7, 8, 9}) << 1 << Bytes{7, 8, 9};
    // 200·128/255 = 100.4, 100·128/255 = 50.2, 51·128/255 = 25.6
    QTest::newRow("rgba") << pngFile({.width = 3, .colour = Colour::Rgba},
                                     {200, 100, 51, 128, 200, 100, 51, 255, 200, 100, 51, 0})
                          << 3 << Bytes{100, 50, 26, 200, 100, 51, 0, 0, 0};
    QTest::newRow("grey") << pngFile({.width = 2, .colour = Colour::Grey}, {0, 99}) << 2 << Bytes{0, 0, 0, 99, 99, 99};
    QTest::newRow("grey of 1 bit") << pngFile({.width = 3, .colour = Colour::Grey, .depth = 1}, {0b10100000}) << 3
                                   << Bytes{255, 255, 255, 0, 0, 0, 255, 255, 255};
    QTest::newRow("grey of 2 bits") << pngFile({.width = 3, .colour = Colour::Grey, .depth = 2}, {0b00011000}) << 3
                                    << Bytes{0, 0, 0, 85, 85, 85, 170, 170, 170};
    QTest::newRow("grey of 4 bits") << pngFile({.width = 2, .colour = Colour::Grey, .depth = 4}, {0x3f}) << 2
                                    << Bytes{51, 51, 51, 255, 255, 255};
    // To 8 bits by 255/65535: 0x0080 is 0.498, 0x0081 is 0.502, 0x1234 is 18.1, 0x80ff is 128.49
    QTest::newRow("grey of 16 bits") << pngFile({.width = 4, .colour = Colour::Grey, .depth = 16},
                                                {0, 0x80, 0, 0x81, 0x12, 0x34, 0x80, 0xff})
                                     << 4 << Bytes{0, 0, 0, 1, 1, 1, 18, 18, 18, 128, 128, 128};
    QTest::newRow("grey and alpha") << pngFile({.width = 2, .colour = Colour::GreyAlpha}, {200, 128, 50, 255}) << 2
                                    << Bytes{100, 100, 100, 50, 50, 50};
    QTest::newRow("grey and a transparent one")
        << pngFile({.width = 2, .colour = Colour::Grey, .transparent = {{77}}}, {77, 78}) << 2
        << Bytes{0, 0, 0, 78, 78, 78};
    QTest::newRow("rgb and a transparent one")
        << pngFile({.width = 2, .transparent = {{1, 2, 3}}}, {1, 2, 3, 1, 2, 4}) << 2 << Bytes{0, 0, 0, 1, 2, 4};
    // The two colours differ only in the lower byte, and become the same 8 bits.
    QTest::newRow("rgb of 16 bits and a transparent one")
        << pngFile({.width = 2, .depth = 16, .transparent = {{0x6400, 0x6400, 0x6400}}},
                   {0x64, 0, 0x64, 0, 0x64, 0, 0x64, 1, 0x64, 1, 0x64, 1})
        << 2 << Bytes{0, 0, 0, 100, 100, 100};
    QTest::newRow("rgba of 16 bits") << pngFile({.colour = Colour::Rgba, .depth = 16},
                                                {0xc8, 0xc8, 0x64, 0x64, 0x33, 0x33, 0x80, 0x80})
                                     << 1 << Bytes{100, 50, 26};
    QTest::newRow("palette") << pngFile({.width = 2, .colour = Colour::Palette, .palette = palette}, {3, 1}) << 2
                             << Bytes{255, 128, 0, 40, 50, 60};
    QTest::newRow("palette of 2 bits") << pngFile(
                                              {.width = 3, .colour = Colour::Palette, .depth = 2, .palette = palette},
                                              {0b00011100})
                                       << 3 << Bytes{10, 20, 30, 40, 50, 60, 255, 128, 0};
    QTest::newRow("palette with alpha")
        << pngFile({.width = 2, .colour = Colour::Palette, .palette = palette, .paletteAlpha = {255, 128}}, {1, 2}) << 2
        << Bytes{20, 25, 30, 70, 80, 90};
    // What is not the picture is passed over, broken or not.
    Bytes text = pngFile({}, {7, 8, 9});
    const Bytes chunk = bytesOf(std::string_view("\0\0\0\7zTXta\0\0junk....", 19));
    text.insert(text.begin() + 33, chunk.begin(), chunk.end());
    QTest::newRow("broken text") << withPngSums(text) << 1 << Bytes{7, 8, 9};
    QTest::newRow("interlaced") << pngFile({.width = 24, .height = 16, .interlaced = true}, smoothPixels(3)) << 24
                                << smoothPixels(3);
    QTest::newRow("interlaced, 1 bit")
        << pngFile({.width = 3, .height = 3, .colour = Colour::Grey, .depth = 1, .interlaced = true},
                   {0b10100000, 0b01000000, 0b11000000})
        << 3 << Bytes{255, 255, 255, 0, 0,   0,   255, 255, 255, 0,   0, 0, 255, 255,
                      255, 0,   0,   0, 255, 255, 255, 255, 255, 255, 0, 0, 0};
}

void TestPictures::png()
{
    QFETCH(Bytes, file);
    QFETCH(int, width);
    const auto picture = decodePicture(file, "a.png");
    VERIFY_OK(picture);
    QCOMPARE(picture->width, width);
    QCOMPARE(picture->height * width * 3, static_cast<int>(picture->rgb.size()));
    QTEST(picture->rgb, "rgb");
}

/// More than the room that is made at first, so that rows are read in several parts.
void TestPictures::largePng()
{
    for (const bool interlaced : {false, true}) {
        const int side = 3000;
        Bytes pixels(std::size_t{3} * side * side);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = static_cast<std::uint8_t>(i / 3000);
        const auto picture =
            decodePicture(pngFile({.width = side, .height = side, .interlaced = interlaced}, pixels), "a.png");
        VERIFY_OK(picture);
        QVERIFY(picture->rgb == pixels);
    }
}

void TestPictures::jpeg_data()
{
    QTest::addColumn<Bytes>("file");
    QTest::addColumn<int>("channels");
    using Colour = JpegColour;
    const Bytes rgb = smoothPixels(3), grey = smoothPixels(1), inks = smoothPixels(4);
    const auto with = [](JpegSpec spec, const Bytes &pixels) {
        spec.width = 24;
        spec.height = 16;
        return jpegFile(spec, pixels);
    };
    QTest::newRow("colours") << with({}, rgb) << 3;
    QTest::newRow("halved colours") << with({.subsampled = true}, rgb) << 3;
    QTest::newRow("rgb") << with({.colour = Colour::Rgb}, rgb) << 3;
    QTest::newRow("progressive") << with({.progressive = true}, rgb) << 3;
    QTest::newRow("arithmetic") << with({.arithmetic = true}, rgb) << 3;
    QTest::newRow("restarts") << with({.restart = 1}, rgb) << 3;
    QTest::newRow("grey") << with({.colour = Colour::Grey}, grey) << 1;
    QTest::newRow("grey, progressive") << with({.colour = Colour::Grey, .progressive = true}, grey) << 1;
    QTest::newRow("cmyk") << with({.colour = Colour::Cmyk}, inks) << 4;
    QTest::newRow("ycck") << with({.colour = Colour::Ycck}, inks) << 4;
    // Some cameras write a few bytes too many; the picture is whole.
    QTest::newRow("extra bytes") << with({.trailing = {0, 0, 0, 0}}, rgb) << 3;
}

void TestPictures::jpeg()
{
    QFETCH(Bytes, file);
    QFETCH(int, channels);
    const auto picture = decodePicture(file, "a.jpg");
    VERIFY_OK(picture);
    QCOMPARE(picture->width, 24);
    QCOMPARE(picture->height, 16);
    const Bytes pixels = smoothPixels(channels);
    QCOMPARE(picture->rgb.size(), std::size_t{24 * 16 * 3});
    int worst = 0;
    for (std::size_t i = 0; i < picture->rgb.size(); ++i) {
        const std::size_t pixel = i / 3, n = static_cast<std::size_t>(channels);
        int expected = pixels[pixel * n + (channels == 1 ? 0 : i % 3)];
        if (channels == 4) // inverted inks: colour · black
            expected = expected * pixels[pixel * n + 3] / 255;
        worst = std::max(worst, std::abs(expected - picture->rgb[i]));
    }
    QVERIFY2(worst <= 4, qPrintable(QString::number(worst)));
}

void TestPictures::orientation_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QByteArray>("corners"); // top left, top right, bottom left, bottom right
    QTest::newRow("upright") << 1 << QByteArray("RGBW");
    QTest::newRow("mirrored") << 2 << QByteArray("GRWB");
    QTest::newRow("upside down") << 3 << QByteArray("WBGR");
    QTest::newRow("flipped") << 4 << QByteArray("BWRG");
    QTest::newRow("transposed") << 5 << QByteArray("RBGW");
    QTest::newRow("a quarter to the right") << 6 << QByteArray("BRWG");
    QTest::newRow("transposed the other way") << 7 << QByteArray("WGBR");
    QTest::newRow("a quarter to the left") << 8 << QByteArray("GWRB");
}

void TestPictures::orientation()
{
    QFETCH(int, orientation);
    QFETCH(QByteArray, corners);
    Bytes pixels; // 32×16: red, green, blue and white quarters
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 32; ++x) {
            const bool right = x >= 16, low = y >= 8;
            for (const bool on : {!right == !low, right, low})
                pixels.push_back(on ? 255 : 0);
        }
    }
    for (const bool bigEndian : {false, true}) {
        const JpegSpec spec{.width = 32, .height = 16, .exif = exifWithOrientation(orientation, bigEndian)};
        const auto picture = decodePicture(jpegFile(spec, pixels), "a.jpg");
        VERIFY_OK(picture);
        QCOMPARE(picture->width, orientation >= 5 ? 16 : 32);
        QCOMPARE(picture->height, orientation >= 5 ? 32 : 16);
        QByteArray found;
        for (const int y : {0, picture->height - 1}) {
            for (const int x : {0, picture->width - 1}) {
                const std::uint8_t *rgb = picture->rgb.data() + 3 * (y * picture->width + x);
                found += rgb[0] > 128 && rgb[1] > 128 ? 'W' : rgb[0] > 128 ? 'R' : rgb[1] > 128 ? 'G' : 'B';
            }
        }
        QCOMPARE(found, corners);
    }
}

void TestPictures::strangeExif_data()
{
    QTest::addColumn<Bytes>("exif");
    const Bytes good = exifWithOrientation(6, true);
    const auto patched = [&good](std::size_t at, std::uint8_t value) {
        Bytes exif = good;
        exif[at] = value;
        return exif;
    };
    QTest::newRow("0") << patched(25, 0);
    QTest::newRow("9") << patched(25, 9);
    QTest::newRow("of another type") << patched(19, 4);
    QTest::newRow("another tag") << patched(17, 0x13);
    QTest::newRow("directory far away") << patched(10, 255);
    QTest::newRow("directory at the end") << patched(13, 21);
    QTest::newRow("more entries than there are") << [&] {
        Bytes exif = patched(14, 255);
        exif[17] = 0x13;
        return exif;
    }();
    QTest::newRow("not Exif") << patched(0, 'X');
    QTest::newRow("neither order of bytes") << patched(6, 'X');
    for (std::size_t length = 1; length + 2 < good.size(); ++length)
        QTest::addRow("only %zu bytes", length) << Bytes(good.begin(), good.begin() + static_cast<long>(length));
}

void TestPictures::strangeExif()
{
    QFETCH(Bytes, exif);
    const Bytes pixels(32 * 16 * 3, 100);
    const auto picture = decodePicture(jpegFile({.width = 32, .height = 16, .exif = exif}, pixels), "a.jpg");
    VERIFY_OK(picture);
    QCOMPARE(picture->width, 32);
}

void TestPictures::contentDecides()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("a.jpg")).toStdString();
    const Bytes png = pngFile({}, {7, 8, 9});
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char *>(png.data()), std::ssize(png));
    const auto picture = readPicture(path);
    VERIFY_OK(picture);
    QCOMPARE(picture->rgb, (Bytes{7, 8, 9}));
}

QTEST_APPLESS_MAIN(TestPictures)
#include "tst_pictures.moc"
