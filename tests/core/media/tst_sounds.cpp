// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every usual kind of sound, exactly where the format is exact; the mean of the channels; 16-bit numbers and back.
#include "core/media/sound.h"
#include "tests/core/media/sound_writers.h"
#include "tests/support/result_checks.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <array>
#include <cmath>
#include <limits>

using namespace dnas;
using namespace dnas::test;

using Samples = std::vector<float>;

class TestSounds : public QObject {
    Q_OBJECT

private slots:
    void wav_data();
    void wav();
    void kinds_data();
    void kinds();
    void blocks();
    void parts_data();
    void parts();
    void partsOfTheDamaged();
    void pcm16();
    void speed();

private:
    std::string inFolder(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }
    QTemporaryDir m_folder;
};

namespace {

Samples sine(std::size_t count, double frequency, double amplitude)
{
    Samples samples(count);
    for (std::size_t i = 0; i < count; ++i)
        samples[i] = static_cast<float>(amplitude * std::sin(frequency * static_cast<double>(i)));
    return samples;
}

} // namespace

void TestSounds::wav_data()
{
    QTest::addColumn<std::string>("file");
    QTest::addColumn<SoundInfo>("info");
    QTest::addColumn<Samples>("samples");
    const auto row = [](const char *name, const WavSpec &spec, const std::string &data, const Samples &samples) {
        QTest::newRow(name) << wavFile(spec, data)
                            << SoundInfo{.rate = static_cast<int>(spec.rate),
                                         .channels = spec.channels,
                                         .frames = static_cast<std::int64_t>(samples.size())}
                            << samples;
    };
    using Values = std::vector<std::int64_t>;
    const Values sixteen{0, 16384, -32768, 1};
    const Samples values{0, 0.5f, -1, 1 / 32768.f};
    row("8 bits", {.bits = 8}, littleEndian(Values{128, 192, 0, 129}, 1), {0, 0.5f, -1, 1 / 128.f});
    row("16 bits", {}, littleEndian(sixteen, 2), values);
    row("24 bits", {.bits = 24}, littleEndian(Values{0, 1 << 22, -(1 << 23), 256}, 3), values);
    row("32 bits", {.bits = 32}, littleEndian(Values{0, 1 << 30, -(std::int64_t{1} << 31), 65536}, 4), values);
    row("float", {.format = 3, .bits = 32}, rawBytes(std::span<const float>(Samples{0, 0.25f, -1.5f, 3})),
        {0, 0.25f, -1.5f, 3});
    row("double", {.format = 3, .bits = 64}, rawBytes(std::span<const double>(std::array{0.25, -1.5})), {0.25f, -1.5f});
    row("stereo", {.channels = 2}, littleEndian(Values{16384, 0, -32768, 32767}, 2), {0.25f, -1 / 65536.f});
    row("five channels", {.channels = 5}, littleEndian(Values{16384, 0, 16384, 0, 8192}, 2), {0.25f});
    row("extensible", {.format = 0xfffe}, littleEndian(sixteen, 2), values);
    row("high byte first", {.container = "RIFX"}, std::string("\x40\0\x80\0", 4), {0.5f, -1});
    row("64-bit lengths", {.container = "RF64"}, littleEndian(sixteen, 2), values);
    row("any rate", {.rate = 44100}, littleEndian(sixteen, 2), values);
    row("one sample", {}, littleEndian(Values{16384}, 2), {0.5f});
    row("a list in front", {.before = std::string("LIST\5\0\0\0abcde\0", 14)}, littleEndian(sixteen, 2), values);
    // Programs that write into a pipe cannot come back to fill in the length.
    row("length unknown", {.promise = 0xffffffff}, littleEndian(sixteen, 2), values);
    row("length unknown to sox", {.promise = 0x7ffff000}, littleEndian(sixteen, 2), values);
    row("bytes behind", {.promise = 4}, littleEndian(sixteen, 2), {0, 0.5f});
}

void TestSounds::wav()
{
    QFETCH(std::string, file);
    QFETCH(SoundInfo, info);
    const std::string path = inFolder("a.mp3"); // the name tells nothing
    writeBytes(path, file);
    const auto found = readSoundInfo(path);
    VERIFY_OK(found);
    QCOMPARE(found->rate, info.rate);
    QCOMPARE(found->channels, info.channels);
    QCOMPARE(found->frames, info.frames);
    const auto sound = readSound(path);
    VERIFY_OK(sound);
    QCOMPARE(sound->rate, info.rate);
    QTEST(sound->samples, "samples");
}

void TestSounds::kinds_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("FLAC") << static_cast<int>(SoundKind::Flac) << 1.0 / 32768;
    QTest::newRow("AIFF") << static_cast<int>(SoundKind::Aiff) << 1.0 / 32768;
    QTest::newRow("AU") << static_cast<int>(SoundKind::Au) << 1.0 / 32768;
    QTest::newRow("Ogg Vorbis") << static_cast<int>(SoundKind::OggVorbis) << 0.05;
}

void TestSounds::kinds()
{
    QFETCH(int, kind);
    QFETCH(double, tolerance);
    if (!canWrite(static_cast<SoundKind>(kind)))
        QSKIP("libsndfile cannot write it here");
    const Samples samples = sine(8000, 0.2, 0.5);
    const std::string path = inFolder("b.wav");
    writeSound(path, static_cast<SoundKind>(kind), 8000, 1, samples);
    const auto sound = readSound(path);
    VERIFY_OK(sound);
    QCOMPARE(sound->rate, 8000);
    QCOMPARE(sound->samples.size(), samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i)
        QVERIFY(std::abs(sound->samples[i] - samples[i]) <= tolerance);
}

void TestSounds::parts_data()
{
    QTest::addColumn<int>("kind"); // -1: WAV of two channels
    QTest::newRow("wav") << -1;
    QTest::newRow("flac") << static_cast<int>(SoundKind::Flac);
    QTest::newRow("aiff") << static_cast<int>(SoundKind::Aiff);
    QTest::newRow("ogg") << static_cast<int>(SoundKind::OggVorbis);
}

/// A piece is what the whole has there.
void TestSounds::parts()
{
    QFETCH(int, kind);
    const std::string path = inFolder("part");
    if (kind < 0) {
        std::vector<std::int16_t> values(2 * 20000);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<std::int16_t>(i * 7 % 30000);
        writeBytes(path, wavFile({.channels = 2, .rate = 8000}, rawBytes(std::span<const std::int16_t>(values))));
    } else {
        if (!canWrite(static_cast<SoundKind>(kind)))
            QSKIP("libsndfile cannot write it here");
        writeSound(path, static_cast<SoundKind>(kind), 8000, 1, sine(20000, 0.2, 0.5));
    }
    const auto whole = readSound(path);
    VERIFY_OK(whole);
    struct Piece {
        double start, seconds;
        std::size_t first, count;
    };
    for (const Piece &piece : {Piece{0, 1, 0, 8000},
                               {0.5, 1, 4000, 8000},
                               {1.00005, 0.25, 8000, 2000},
                               {2, 1, 16000, 4000},
                               {2.5, 1, 20000, 0},
                               {9, 1, 20000, 0},
                               {0, 9, 0, 20000}}) {
        const auto part = readSoundPart(path, {.start = piece.start, .seconds = piece.seconds});
        VERIFY_OK(part);
        QCOMPARE(part->rate, 8000);
        QCOMPARE(part->samples.size(), piece.count);
        for (std::size_t i = 0; i < piece.count; ++i)
            QVERIFY(std::abs(part->samples[i] - whole->samples[piece.first + i]) < 1e-5F);
    }
}

void TestSounds::partsOfTheDamaged()
{
    QVERIFY(!readSoundPart(inFolder("absent.wav"), {.start = 1, .seconds = 1}).ok());
    std::vector<float> values(16000, 0.25F);
    values[12000] = std::numeric_limits<float>::infinity();
    const std::string path = inFolder("infinite.wav");
    writeBytes(path, wavFile({.format = 3, .bits = 32}, rawBytes(std::span<const float>(values))));
    VERIFY_OK(readSoundPart(path, {.start = 0.1, .seconds = 0.5}));
    const auto part = readSoundPart(path, {.start = 0.5, .seconds = 0.5});
    QVERIFY(!part.ok());
    QVERIFY(part.error().message.find("not finite at sample 12000") != std::string::npos);
}

/// Longer than the blocks that are read at a time, whatever the channels.
void TestSounds::blocks()
{
    for (const int channels : {1, 3, 64}) {
        const std::size_t frames = 70001;
        std::string data;
        for (std::size_t i = 0; i < frames; ++i) {
            for (int c = 0; c < channels; ++c)
                data += {static_cast<char>(i), static_cast<char>(i >> 8 & 0x7f)};
        }
        const std::string path = inFolder("d.wav");
        writeBytes(path, wavFile({.channels = channels}, data));
        const auto sound = readSound(path);
        VERIFY_OK(sound);
        QCOMPARE(sound->samples.size(), frames);
        for (std::size_t i = 0; i < frames; ++i)
            QVERIFY(sound->samples[i] == static_cast<float>(i & 0x7fff) / 32768.f);
    }
}

void TestSounds::pcm16()
{
    const float huge = std::numeric_limits<float>::infinity(), none = std::numeric_limits<float>::quiet_NaN();
    const Samples samples{0, 0.5f, -1, 1, 1.5f, -2, 0.4f / 32768, 0.6f / 32768, -0.6f / 32768, huge, -huge, none};
    const std::vector<std::int16_t> expected{0, 16384, -32768, 32767, 32767, -32768, 0, 1, -1, 32767, -32768, 0};
    QCOMPARE(toPcm16(samples), expected);
    std::vector<std::int16_t> all;
    for (int value = -32768; value < 32768; ++value)
        all.push_back(static_cast<std::int16_t>(value));
    Samples back(all.size());
    fromPcm16(all, back);
    QCOMPARE(back.front(), -1.f);
    QCOMPARE(back[32768 + 16384], 0.5f);
    QCOMPARE(toPcm16(back), all);
}

/// Reported, not asserted.
void TestSounds::speed()
{
    const std::string path = inFolder("e.wav");
    writeBytes(path, wavFile({}, std::string(32000, '\1')));
    QElapsedTimer timer;
    timer.start();
    const int times = 2000;
    for (int i = 0; i < times; ++i)
        VERIFY_OK(readSound(path));
    qInfo("%.0f clips/s of 1 s at 16 kHz", times * 1e9 / double(timer.nsecsElapsed()));
}

QTEST_APPLESS_MAIN(TestSounds)
#include "tst_sounds.moc"
