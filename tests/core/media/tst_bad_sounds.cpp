// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files of strangers that are no sounds, or not whole, or lie: each with the words that name what is wrong, and then
// every cut and thousands of small damages, which must end in a sound or an error.
#include "core/media/sound.h"
#include "tests/core/media/sound_writers.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>

#include <algorithm>
#include <limits>
#include <random>
#include <sys/stat.h>

using namespace dnas;
using namespace dnas::test;

class TestBadSounds : public QObject {
    Q_OBJECT

private slots:
    void content_data();
    void content();
    void limits_data();
    void limits();
    void cutKinds_data();
    void cutKinds();
    void mp3NamedWav();
    void paths();
    void everyCut();
    void damages_data();
    void damages();

private:
    std::string inFolder(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }
    std::string written(std::string_view bytes) const
    {
        const std::string path = inFolder("a.wav");
        writeBytes(path, bytes);
        return path;
    }
    std::string written(SoundKind kind, std::size_t samples) const;
    QTemporaryDir m_folder;
};

namespace {

std::string floats(const std::vector<float> &values) { return rawBytes(std::span<const float>(values)); }

bool contains(const Error &error, const char *words) { return error.message.find(words) != std::string::npos; }

} // namespace

/// Noise, in a file named .wav.
std::string TestBadSounds::written(SoundKind kind, std::size_t count) const
{
    std::mt19937 random(1);
    std::vector<float> samples(count);
    for (float &sample : samples)
        sample = static_cast<float>(random() % 20000) / 20000.f - 0.5f;
    const std::string path = inFolder("a.wav");
    writeSound(path, kind, 16000, 1, samples);
    return path;
}

void TestBadSounds::content_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const std::string &file, const QStringList &words) {
        QTest::newRow(name) << file << words;
    };
    const std::string half(16000, 'x'), nothing;
    row("empty", nothing, {QStringLiteral("is empty")});
    row("text", "yes,1\nno,2\n", {QStringLiteral("is no sound of a known kind: it looks like text")});
    row("web page", "<html><body>404</body></html>",
        {QStringLiteral("web page"), QStringLiteral("download the sound")});
    row("picture", "\x89PNG\r\n\x1a\n    ", {QStringLiteral("it looks like a PNG picture"), QStringLiteral("choose")});
    row("noise", std::string("\0\1\2\3\4\5\6\7\x0e\xff", 10), {QStringLiteral("is no sound of a known kind;")});
    row("RIFF and no more", std::string("RIFF\x10\0\0\0WAVE", 12),
        {QStringLiteral("looks like a WAV sound, but is damaged"), QStringLiteral("convert it")});
    row("no format", "RIFF" + std::string("\x14\0\0\0WAVEdata\4\0\0\0abcd", 20), {QStringLiteral("is damaged")});
    row("unknown packing", wavFile({.format = 0x7abc}, half), {QStringLiteral("of a kind that cannot be read")});
    row("no channels", wavFile({.channels = 0}, half), {QStringLiteral("looks like a WAV sound")});
    const std::string frame("\xff\xfb\x90\x64\0\0\0\0", 8), tag("ID3\4\0\0\0\0\1\2", 10);
    row("MP3", frame, {QStringLiteral("is an MP3 sound"), QStringLiteral("convert it to WAV or FLAC")});
    row("MP3 behind a tag", tag + std::string(130, '\0') + frame, {QStringLiteral("is an MP3 sound")});
    row("tag and no more", tag, {QStringLiteral("looks like an MP3 sound, but is damaged")});
    row("no samples", wavFile({}, nothing), {QStringLiteral("has no samples")});
    row("promises nothing", wavFile({.promise = 0}, half), {QStringLiteral("has no samples")});
    row("truncated", wavFile({.promise = 32000}, half),
        {QStringLiteral("promises 16000 samples, but 8000 are there"), QStringLiteral("download it again")});
    row("truncated stereo", wavFile({.channels = 2, .promise = 32000}, half),
        {QStringLiteral("promises 8000 samples, but 4000 are there")});
    row("truncated, packed", wavFile({.format = 2, .promise = 32000}, half),
        {QStringLiteral("promises 32000 bytes of sound, but 16000 are there")});
    row("truncated, high byte first", wavFile({.container = "RIFX", .promise = 32000}, half),
        {QStringLiteral("promises 16000 samples, but 8000 are there")});
    row("truncated, 64-bit lengths", wavFile({.container = "RF64", .promise = 6'000'000'000}, half),
        {QStringLiteral("promises 3000000000 samples, but 8000 are there")});
    row("promise without a byte", wavFile({.promise = 32000}, nothing),
        {QStringLiteral("promises 16000 samples, but 0 are there")});
    const float infinite = std::numeric_limits<float>::infinity(), none = std::numeric_limits<float>::quiet_NaN();
    row("infinite", wavFile({.format = 3, .bits = 32}, floats({0, 1, infinite, 0})),
        {QStringLiteral("is not finite at sample 2")});
    row("not a number", wavFile({.format = 3, .channels = 2, .bits = 32}, floats({0, 1, 0, none})),
        {QStringLiteral("is not finite at sample 1")});
}

void TestBadSounds::content()
{
    QFETCH(std::string, file);
    QFETCH(QStringList, words);
    const std::string path = written(file);
    const auto sound = readSound(path);
    QVERIFY(!sound.ok());
    QCOMPARE(sound.error().code, ErrorCode::InvalidInput);
    QCOMPARE(sound.error().place.file, path);
    const QString message = QString::fromStdString(sound.error().message);
    for (const QString &word : words)
        QVERIFY2(message.contains(word), qPrintable(message));
    QVERIFY2(!message.contains(QLatin1Char('\n')), qPrintable(message));
    // The header alone tells the same, but for what is in the samples.
    const auto info = readSoundInfo(path);
    QVERIFY(info.ok() ? message.contains(QLatin1String("finite")) : info.error().message == sound.error().message);
}

void TestBadSounds::limits_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<QString>("words");
    const std::string second(32000, 'x');
    QTest::newRow("long") << wavFile({}, second + "xx") << QStringLiteral("lasts 1.00006 s, but at most 1 s");
    QTest::newRow("fits") << wavFile({}, second) << QString();
    QTest::newRow("many samples") << wavFile({.rate = 20000}, second + second.substr(0, 4)) // in less than a second
                                  << QStringLiteral("has 16002 samples, but at most 16001");
    QTest::newRow("channels") << wavFile({.channels = 3}, second.substr(0, 600))
                              << QStringLiteral("has 3 channels, but at most 2");
    QTest::newRow("slow") << wavFile({.rate = 999}, "xx") << QStringLiteral("has 999 samples a second, but 1000 to");
    QTest::newRow("fast") << wavFile({.rate = 48001}, "xx")
                          << QStringLiteral("48001 samples a second, but 1000 to 48000");
}

void TestBadSounds::limits()
{
    QFETCH(std::string, file);
    QFETCH(QString, words);
    const auto sound = readSound(written(file), {.seconds = 1, .channels = 2, .mostRate = 48000, .frames = 16001});
    QCOMPARE(sound.ok(), words.isEmpty());
    if (!sound.ok())
        QVERIFY2(contains(sound.error(), qPrintable(words)), sound.error().message.c_str());
}

void TestBadSounds::cutKinds_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("AIFF") << static_cast<int>(SoundKind::Aiff);
    QTest::newRow("FLAC") << static_cast<int>(SoundKind::Flac);
}

/// Their headers promise a number, too.
void TestBadSounds::cutKinds()
{
    QFETCH(int, kind);
    if (!canWrite(static_cast<SoundKind>(kind)))
        QSKIP("libsndfile cannot write it here");
    const std::string path = written(static_cast<SoundKind>(kind), 8000);
    VERIFY_OK(readSound(path));
    const std::string whole = fileBytes(path);
    const auto sound = readSound(written(whole.substr(0, whole.size() / 2)));
    QVERIFY(!sound.ok());
    QVERIFY2(contains(sound.error(), "promises 8000 samples, but "), sound.error().message.c_str());
    qInfo("%s", sound.error().message.c_str());
}

/// A whole one: where libsndfile can read it, too.
void TestBadSounds::mp3NamedWav()
{
    if (!canWrite(SoundKind::Mp3))
        QSKIP("libsndfile has no MP3 here");
    const auto sound = readSound(written(SoundKind::Mp3, 8000));
    QVERIFY(!sound.ok());
    QVERIFY2(contains(sound.error(), "is an MP3 sound"), sound.error().message.c_str());
}

void TestBadSounds::paths()
{
    const auto refused = [](const std::string &path, const char *words) {
        const auto sound = readSound(path);
        return !sound.ok() && sound.error().code == ErrorCode::Io && sound.error().place.file == path &&
               contains(sound.error(), words) && !readSoundInfo(path).ok();
    };
    QVERIFY(refused(inFolder("none.wav"), "No such file"));
    QVERIFY(refused(inFolder(""), "is a folder"));
    QVERIFY(refused("/dev/zero", "is a device or a pipe"));
    const std::string pipe = inFolder("pipe.wav"); // nobody writes to it
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    QVERIFY(refused(pipe, "is a device or a pipe"));
}

void TestBadSounds::everyCut()
{
    const std::string whole = wavFile({.before = std::string("LIST\4\0\0\0abcd", 12)}, std::string(300, 'x'));
    VERIFY_OK(readSound(written(whole)));
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY2(!readSound(written(std::string_view(whole).substr(0, length))).ok(),
                 qPrintable(QString::number(length)));
}

void TestBadSounds::damages_data()
{
    QTest::addColumn<std::string>("file");
    QTest::newRow("WAV") << wavFile({.channels = 2}, std::string(100, 'x'));
    QTest::newRow("extensible WAV") << wavFile({.format = 0xfffe, .bits = 24}, std::string(99, 'x'));
    QTest::newRow("64-bit WAV") << wavFile({.container = "RF64"}, std::string(100, 'x'));
    QTest::newRow("float WAV") << wavFile({.format = 3, .bits = 32}, floats(std::vector<float>(25, 0.5f)));
    QTest::newRow("AIFF") << fileBytes(written(SoundKind::Aiff, 100));
    QTest::newRow("FLAC") << fileBytes(written(SoundKind::Flac, 100));
}

void TestBadSounds::damages()
{
    QFETCH(std::string, file);
    std::mt19937 random(7);
    int good = 0;
    for (int i = 0; i < 1000; ++i) {
        std::string damaged = file;
        damaged[random() % std::min<std::size_t>(file.size(), 120)] = static_cast<char>(random());
        const auto sound = readSound(written(damaged), {.seconds = 10});
        good += sound.ok();
        QVERIFY(sound.ok() ? !sound->samples.empty() : !sound.error().message.empty());
    }
    qInfo("%d of 1000 can be read", good);
}

QTEST_APPLESS_MAIN(TestBadSounds)
#include "tst_bad_sounds.moc"
