// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files of strangers that are no pictures, or not whole, or lie: each with the words that name what is wrong, and then
// every cut and thousands of small damages, which must end in a picture or an error.
#include "core/media/picture.h"
#include "tests/core/media/picture_writers.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>

#include <algorithm>
#include <fstream>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

using namespace dnas;
using namespace dnas::test;

class TestBadPictures : public QObject {
    Q_OBJECT

private slots:
    void content_data();
    void content();
    void limits();
    void paths();
    void hugeFile();
    void everyCut_data();
    void everyCut();
    void damages_data();
    void damages();

private:
    std::string inFolder(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }
    QTemporaryDir m_folder;
};

namespace {

Bytes noise(std::size_t count)
{
    std::mt19937 random(1);
    Bytes bytes(count);
    std::generate(bytes.begin(), bytes.end(), [&random] { return static_cast<std::uint8_t>(random()); });
    return bytes;
}

Bytes smallPng() { return pngFile({.width = 16, .height = 16}, noise(16 * 16 * 3)); }

Bytes smallJpeg(bool progressive = false)
{
    return jpegFile({.width = 20, .height = 20, .subsampled = true, .progressive = progressive, .quality = 60},
                    noise(20 * 20 * 3));
}

Bytes patched(Bytes bytes, std::size_t at, std::uint8_t value)
{
    bytes[at] = value;
    return bytes;
}

/// So many scans of nothing: each a copy of the first one's header with as good as no data.
Bytes manyScans(int count)
{
    Bytes jpeg = smallJpeg(true);
    const std::array<std::uint8_t, 2> scan{0xff, 0xda};
    const auto first = std::search(jpeg.begin(), jpeg.end(), scan.begin(), scan.end());
    const auto second = std::search(first + 2, jpeg.end(), scan.begin(), scan.end());
    const Bytes copy(first, second);
    Bytes result(jpeg.begin(), first);
    for (int i = 0; i < count; ++i)
        result.insert(result.end(), copy.begin(), copy.end());
    result.insert(result.end(), {0xff, 0xd9});
    return result;
}

Bytes cut(const Bytes &bytes, std::size_t length) { return {bytes.begin(), bytes.begin() + static_cast<long>(length)}; }

} // namespace

void TestBadPictures::content_data()
{
    QTest::addColumn<Bytes>("file");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const Bytes &file, const QStringList &words) {
        QTest::newRow(name) << file << words;
    };
    const auto text = [&row](const char *name, std::string_view content, const char *looks, const char *remedy) {
        row(name, bytesOf(content),
            {QStringLiteral("is neither PNG nor JPEG"), QLatin1String(looks), QLatin1String(remedy)});
    };
    using namespace std::string_view_literals;
    row("empty", {}, {QStringLiteral("is empty")});
    text("text", "label,file\n1,cat.png\n", "it looks like text", "choose a picture");
    text("text like a BMP", "BMW is a brand", "it looks like text", "");
    text("web page", "\n<!DOCTYPE html><html>Not found</html>", "a web page", "download the picture itself");
    text("Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:1", "Git LFS", "download the picture");
    text("GIF", "GIF89a\1\0\1\0"sv, "a GIF picture", "convert it to PNG or JPEG");
    text("BMP", "BM\x46\0\0\0\0\0\0\0"sv, "a BMP picture", "convert it");
    text("WebP", "RIFF\1\1\0\0WEBPVP8 "sv, "a WebP picture", "convert it");
    text("HEIC",
         "\0\0\0\x18"
         "ftypheic\0\0\0\0"sv,
         "a HEIC picture", "convert it");
    text("AVIF",
         "\0\0\0\x18"
         "ftypavif\0\0\0\0"sv,
         "an AVIF picture", "convert it");
    text("TIFF", "II*\0\x08\0\0\0"sv, "a TIFF picture", "convert it");
    text("SVG", "<?xml version=\"1.0\"?>\n<svg/>", "an SVG drawing", "convert it");
    text("WAV", "RIFF\1\1\0\0WAVEfmt "sv, "a WAV sound", "choose a picture");
    text("ZIP", "PK\3\4\0\0"sv, "a ZIP archive", "");
    text("noise", "\0\1\2\3\4\5\6"sv, "is neither PNG nor JPEG; choose a picture", "");
    text("half a PNG signature", "\x89PNG"sv, "", "");

    row("PNG signature alone", cut(smallPng(), 8), {QStringLiteral("is truncated"), QStringLiteral("PNG")});
    row("half a PNG", cut(smallPng(), 400), {QStringLiteral("is truncated"), QStringLiteral("download it again")});
    row("PNG with a wrong sum", patched(smallPng(), 100, 1), {QStringLiteral("is damaged"), QStringLiteral("PNG")});
    row("PNG with a wrong header sum", patched(smallPng(), 19, 17), {QStringLiteral("CRC")});
    row("PNG with damaged packing", withPngSums(patched(smallPng(), 41, 0xff)), {QStringLiteral("is damaged")});
    row("PNG 0 wide", withPngSize(smallPng(), 0, 16), {QStringLiteral("is damaged"), QStringLiteral("IHDR")});
    row("PNG with more rows than data", withPngSize(smallPng(), 16, 17), {QStringLiteral("is damaged")});
    row("PNG 20000 wide", withPngSize(smallPng(), 20000, 20000),
        {QStringLiteral("has 20000×20000 pixels"), QStringLiteral("at most 16384 on a side")});
    row("PNG of the largest size", withPngSize(smallPng(), 0x7fffffff, 0x7fffffff),
        {QStringLiteral("has 2147483647×2147483647 pixels"), QStringLiteral("16384")});
    row("PNG with too many pixels", withPngSize(smallPng(), 16000, 16000),
        {QStringLiteral("16000×16000"), QStringLiteral("256000000 in all"), QStringLiteral("at most 64000000")});
    row("PNG that promises 192 MB", withPngSize(smallPng(), 8000, 8000), {QStringLiteral("is truncated")});

    row("JPEG signature alone", cut(smallJpeg(), 3), {QStringLiteral("is truncated"), QStringLiteral("JPEG")});
    row("half a JPEG", cut(smallJpeg(), smallJpeg().size() - 90), {QStringLiteral("is truncated")});
    row("half a progressive JPEG", cut(smallJpeg(true), smallJpeg(true).size() - 90), {QStringLiteral("is truncated")});
    row("JPEG without a picture", {0xff, 0xd8, 0xff, 0xd9}, {QStringLiteral("is damaged"), QStringLiteral("no image")});
    row("JPEG 0 high", withJpegSize(smallJpeg(), 20, 0), {QStringLiteral("is damaged")});
    row("JPEG 20000 wide", withJpegSize(smallJpeg(), 20000, 20000),
        {QStringLiteral("has 20000×20000 pixels"), QStringLiteral("at most 16384 on a side")});
    row("JPEG of the largest size", withJpegSize(smallJpeg(), 65535, 65535),
        {QStringLiteral("has 65535×65535 pixels"), QStringLiteral("16384")});
    row("JPEG that promises 192 MB", withJpegSize(smallJpeg(), 8000, 8000), {QStringLiteral("JPEG")});
    row("progressive JPEG that promises 192 MB", withJpegSize(smallJpeg(true), 8000, 8000), {QStringLiteral("JPEG")});
    row("JPEG of 12 bits", patched(smallJpeg(), jpegFrame(smallJpeg()) + 4, 12),
        {QStringLiteral("unusual kind"), QStringLiteral("precision 12")});
    row("lossless JPEG", patched(smallJpeg(), jpegFrame(smallJpeg()) + 1, 0xc3), {QStringLiteral("unusual kind")});
    row("JPEG of two channels", jpegFile({.width = 8, .height = 8, .colour = JpegColour::Two}, noise(8 * 8 * 2)),
        {QStringLiteral("unusual kind"), QStringLiteral("color conversion")});
    row("JPEG with a thousand scans", manyScans(1000), {QStringLiteral("more than 100 scans")});
    Bytes broken = smallJpeg();
    std::fill(broken.end() - 60, broken.end() - 40, std::uint8_t{0x55});
    broken[broken.size() - 50] = 0xff;
    broken[broken.size() - 49] = 0xd9;
    row("JPEG that ends inside", broken, {QStringLiteral("is damaged"), QStringLiteral("premature end")});
}

void TestBadPictures::content()
{
    QFETCH(Bytes, file);
    QFETCH(QStringList, words);
    const auto picture = decodePicture(file, "folder/a.png");
    QVERIFY(!picture.ok());
    QCOMPARE(picture.error().code, ErrorCode::InvalidInput);
    QCOMPARE(picture.error().place.file, std::string("folder/a.png"));
    const QString message = QString::fromStdString(picture.error().message);
    for (const QString &word : words)
        QVERIFY2(message.contains(word), qPrintable(message));
    QVERIFY2(!message.contains(QLatin1Char('\n')) && !message.contains(QLatin1String("()")), qPrintable(message));

    // The same words for a file.
    const std::string path = inFolder("a.png");
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char *>(file.data()), std::ssize(file));
    const auto read = readPicture(path);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().message, picture.error().message);
    QCOMPARE(read.error().place.file, path);
}

void TestBadPictures::limits()
{
    const Bytes png = smallPng();
    VERIFY_OK(decodePicture(png, "a", {.side = 16, .pixels = 256}));
    QVERIFY(!decodePicture(png, "a", {.side = 15}).ok());
    QVERIFY(!decodePicture(png, "a", {.pixels = 255}).ok());
    VERIFY_OK(decodePicture(smallJpeg(), "a", {.side = 20, .pixels = 400}));
    QVERIFY(!decodePicture(smallJpeg(), "a", {.side = 19}).ok());
    QVERIFY(!decodePicture(smallJpeg(), "a", {.pixels = 399}).ok());
}

void TestBadPictures::paths()
{
    const auto message = [](const std::string &path) {
        const auto picture = readPicture(path);
        return picture.ok() || picture.error().code != ErrorCode::Io || picture.error().place.file != path
                   ? QString()
                   : QString::fromStdString(picture.error().message);
    };
    QVERIFY(message(inFolder("none.png")).contains(QLatin1String("No such file")));
    QVERIFY(message(inFolder("")).contains(QLatin1String("is a folder")));
    QVERIFY(message("/dev/null").contains(QLatin1String("is a device or a pipe")));
    const std::string pipe = inFolder("pipe.png"); // nobody writes to it
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    QVERIFY(message(pipe).contains(QLatin1String("is a device or a pipe")));
    const std::string closed = inFolder("closed.png");
    std::ofstream(closed) << "x";
    QVERIFY(message(closed + "/a.png").contains(QLatin1String("not a folder")));
    QCOMPARE(::chmod(closed.c_str(), 0), 0);
    if (::geteuid() != 0) // whom nothing is closed to
        QVERIFY(message(closed).contains(QLatin1String("check the permissions")));
}

/// Gigabytes are not read to find that they are no picture.
void TestBadPictures::hugeFile()
{
    const std::string path = inFolder("huge.png");
    const Bytes png = smallPng();
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char *>(png.data()), std::ssize(png));
    std::filesystem::resize_file(path, std::uintmax_t{1} << 32);
    const auto picture = readPicture(path);
    QVERIFY(!picture.ok());
    QVERIFY2(picture.error().message.find("4294967296 bytes, but at most 579108864") != std::string::npos,
             picture.error().message.c_str());
}

void TestBadPictures::everyCut_data()
{
    QTest::addColumn<Bytes>("file");
    QTest::newRow("PNG") << smallPng();
    QTest::newRow("interlaced PNG") << pngFile({.width = 9, .height = 9, .interlaced = true}, noise(9 * 9 * 3));
    QTest::newRow("JPEG") << smallJpeg();
    QTest::newRow("progressive JPEG") << smallJpeg(true);
}

void TestBadPictures::everyCut()
{
    QFETCH(Bytes, file);
    VERIFY_OK(decodePicture(file, "a"));
    for (std::size_t length = 0; length < file.size(); ++length) {
        // In memory of just this length, so that a sanitizer sees a read too far.
        const auto picture = decodePicture(cut(file, length), "a");
        QVERIFY2(!picture.ok(), qPrintable(QString::number(length)));
        const std::string &message = picture.error().message;
        QVERIFY2(length < 8 || message.find("is truncated") != std::string::npos, message.c_str());
    }
}

void TestBadPictures::damages_data()
{
    QTest::addColumn<Bytes>("file");
    QTest::addColumn<bool>("png");
    QTest::newRow("PNG") << smallPng() << true;
    QTest::newRow("palette PNG") << pngFile({.width = 9,
                                             .height = 9,
                                             .colour = PngColour::Palette,
                                             .interlaced = true,
                                             .palette = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}},
                                             .paletteAlpha = {1, 2}},
                                            Bytes(81, 2))
                                 << true;
    QTest::newRow("JPEG") << smallJpeg() << false;
    QTest::newRow("progressive JPEG") << smallJpeg(true) << false;
    QTest::newRow("JPEG with Exif") << jpegFile({.width = 8, .height = 8, .exif = exifWithOrientation(6, false)},
                                                noise(192))
                                    << false;
}

void TestBadPictures::damages()
{
    QFETCH(Bytes, file);
    QFETCH(bool, png);
    std::mt19937 random(7);
    int good = 0;
    for (int i = 0; i < 2000; ++i) {
        Bytes damaged = patched(file, random() % file.size(), static_cast<std::uint8_t>(random()));
        if (png && i % 2 == 0) // else every damage ends at the sums
            damaged = withPngSums(std::move(damaged));
        // Small limits, since a header may now promise much.
        const auto picture = decodePicture(damaged, "a", {.side = 4096, .pixels = 1'000'000});
        if (picture.ok()) {
            ++good;
            QCOMPARE(picture->rgb.size(), static_cast<std::size_t>(3 * picture->width * picture->height));
        } else {
            QVERIFY(!picture.error().message.empty());
        }
    }
    qInfo("%d of 2000 can be read", good);
}

QTEST_APPLESS_MAIN(TestBadPictures)
#include "tst_bad_pictures.moc"
