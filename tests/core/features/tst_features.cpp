// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Both audio front ends: against an independent computation in Python (made-up signals always, real clips below
// $PARETOSCOPE_TEST_DATA), and against what can be worked out without one. What cannot be compared is skipped, and said
// so.
#include "core/features/log_mel.h"
#include "core/features/mfcc.h"
#include "tests/core/features/feature_reference.h"
#include "tests/support/result_checks.h"

#include <QDir>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <thread>

using namespace dnas;

class TestFeatures : public QObject {
    Q_OBJECT

private slots:
    void countsFrames_data();
    void countsFrames();
    void mfccByHand();
    void logMelByHand();
    void mfccFindsASine_data();
    void mfccFindsASine();
    void logMelFindsASine_data();
    void logMelFindsASine();
    void louderAddsALogarithm();
    void silenceIsFinite();
    void threadsAgree();
    void rejectsMfcc_data();
    void rejectsMfcc();
    void rejectsLogMel_data();
    void rejectsLogMel();
    void madeUpSignals_data();
    void madeUpSignals();
    void realClips_data();
    void realClips();

private:
    QString m_data = qEnvironmentVariable("PARETOSCOPE_TEST_DATA");
};

namespace {

/// Largest difference from float64 over the root mean square of a clip's features.
constexpr double kTolerance = 1e-4;

template <typename FrontEnd>
std::vector<float> features(const FrontEnd &frontEnd, int width, std::span<const float> clips, std::size_t length)
{
    const auto scratch = frontEnd.makeScratch();
    const std::size_t size = std::size_t(frontEnd.frames(std::int64_t(length)) * width);
    std::vector<float> out(size * (clips.size() / length));
    for (std::size_t clip = 0; clip < clips.size() / length; ++clip)
        frontEnd.compute(clips.subspan(clip * length, length), std::span(out).subspan(clip * size, size), *scratch);
    return out;
}

std::vector<float> mfccOf(std::span<const float> samples, const MfccOptions &options = {})
{
    return features(Mfcc::create(options).value(), options.coefficients, samples, samples.size());
}

std::vector<float> logMelOf(std::span<const float> samples, const LogMelOptions &options = {})
{
    return features(LogMel::create(options).value(), options.bands, samples, samples.size());
}

std::vector<float> sine(double hertz, std::size_t count = 16000)
{
    std::vector<float> samples(count);
    for (std::size_t n = 0; n < count; ++n)
        samples[n] = float(0.5 * std::sin(2 * std::numbers::pi * hertz * double(n) / 16000));
    return samples;
}

std::vector<float> noise(std::size_t count = 16000)
{
    std::mt19937 random(7);
    std::vector<float> samples(count);
    for (float &sample : samples)
        sample = float(int(random() % 20001) - 10000) / 20000;
    return samples;
}

void compare(double actual, double expected, double tolerance)
{
    QVERIFY2(std::abs(actual - expected) <= tolerance,
             qPrintable(QStringLiteral("%1, not %2").arg(actual).arg(expected)));
}

} // namespace

void TestFeatures::countsFrames_data()
{
    QTest::addColumn<qint64>("samples");
    QTest::addColumn<int>("mfcc");
    QTest::addColumn<int>("logMel");
    QTest::newRow("none") << qint64(0) << 0 << 0;
    QTest::newRow("one") << qint64(1) << 0 << 1;
    QTest::newRow("all but a frame") << qint64(479) << 0 << 1;
    QTest::newRow("a frame") << qint64(480) << 1 << 1;
    QTest::newRow("all but a hop") << qint64(511) << 1 << 1;
    QTest::newRow("a hop") << qint64(512) << 1 << 2;
    QTest::newRow("all but two frames") << qint64(799) << 1 << 2;
    QTest::newRow("two frames") << qint64(800) << 2 << 2;
    QTest::newRow("a second: 49 x 10") << qint64(16000) << 49 << 32;
    QTest::newRow("eleven seconds") << qint64(176000) << 549 << 344;
}

void TestFeatures::countsFrames()
{
    QFETCH(qint64, samples);
    QTEST(Mfcc::create({})->frames(samples), "mfcc");
    QTEST(LogMel::create({})->frames(samples), "logMel");
}

/// Four samples at 8 Hz, an impulse where the window is 1, so every bin (0, 2, 4 Hz) has the magnitude 1. The only band
/// has its edges at 0 and mel(4) = 1127 ln(1 + 4/700) = 6.4216, its peak half-way; the bin of 2 Hz lies at 3.2154 mels,
/// a little beyond, and counts (6.4216 - 3.2154) / 3.2108 = 0.99857; the others nothing. ln(0.99857 + 1), times sqrt(2
/// / 1).
void TestFeatures::mfccByHand()
{
    const auto out = mfccOf(
        std::vector<float>{0, 0, 1, 0},
        {.rate = 8, .frame = 4, .hop = 4, .fft = 4, .bands = 1, .low = 0, .high = 4, .floor = 1, .coefficients = 1});
    QCOMPARE(out.size(), 1);
    compare(double(out[0]), std::log(1.99857) * std::numbers::sqrt2, 1e-5);
}

/// 16 samples at 1600 Hz with an impulse at sample 8, windows of 16 around samples 0 and 16. The first shows the
/// impulse at its own first place, mirrored from sample -8, and the second shows it there too: the window is 0. The
/// second also shows it at place 14, mirrored from sample 22: 1/2 - 1/2 cos(2π 14/16) = 0.1464466. So every bin has
/// that squared, and the band between 0 and 800 Hz sums up to 4 of them, times 2 / 800. Without a mirror there is only
/// silence.
void TestFeatures::logMelByHand()
{
    std::vector<float> samples(16);
    samples[8] = 1;
    LogMelOptions options{.rate = 1600, .fft = 16, .hop = 16, .bands = 1, .low = 0, .high = 800};
    const double silence = 10 * std::log10(std::numeric_limits<double>::epsilon());
    const auto mirrored = logMelOf(samples, options);
    QCOMPARE(mirrored.size(), 2);
    compare(double(mirrored[0]), silence, 1e-4);
    compare(double(mirrored[1]), 10 * std::log10(0.1464466 * 0.1464466 * 0.01), 1e-4);
    options.ends = SignalEnds::Zero;
    for (const float value : logMelOf(samples, options))
        compare(double(value), silence, 1e-4);
}

void TestFeatures::mfccFindsASine_data()
{
    QTest::addColumn<double>("hertz");
    for (const double hertz : {200.0, 440.0, 1000.0, 1700.0, 2500.0, 3500.0})
        QTest::newRow(std::to_string(int(hertz)).c_str()) << hertz;
}

/// All coefficients, transformed back to the bands: the loudest is the one whose peak is nearest in mels.
void TestFeatures::mfccFindsASine()
{
    QFETCH(double, hertz);
    const auto out = mfccOf(sine(hertz), {.coefficients = 40});
    const auto mel = [](double f) {
        return 1127 * std::log(1 + f / 700);
    };
    const double place = (mel(hertz) - mel(20)) / (mel(4000) - mel(20)) * 41; // 0 is the lower edge, 1 the first peak
    for (int frame : {0, 24, 48}) {
        std::vector<double> bands(40);
        for (int b = 0; b < 40; ++b) {
            const float *c = out.data() + frame * 40;
            bands[std::size_t(b)] = double(c[0]) / 2;
            for (int k = 1; k < 40; ++k)
                bands[std::size_t(b)] += double(c[k]) * std::cos(std::numbers::pi * k * (b + 0.5) / 40);
        }
        QCOMPARE(std::max_element(bands.begin(), bands.end()) - bands.begin(), std::lround(place) - 1);
    }
}

void TestFeatures::logMelFindsASine_data() { mfccFindsASine_data(); }

void TestFeatures::logMelFindsASine()
{
    QFETCH(double, hertz);
    const auto out = logMelOf(sine(hertz));
    const auto mel = [](double f) {
        return f < 1000 ? f * 3 / 200 : 15 + 27 * std::log(f / 1000) / std::log(6.4);
    };
    const double place = mel(hertz) / mel(8000) * 129;
    const auto first = out.begin() + 16 * 128;
    // The scale of a band to an area of 1 may move the maximum by one towards the narrower bands.
    const auto loudest = std::max_element(first, first + 128) - first;
    QVERIFY2(std::abs(double(loudest) + 1 - place) <= 1, qPrintable(QString::number(loudest)));
}

void TestFeatures::louderAddsALogarithm()
{
    auto samples = noise();
    const auto quiet = mfccOf(samples), quietMel = logMelOf(samples), quietMagnitudes = logMelOf(samples, {.power = 1});
    for (float &sample : samples)
        sample *= 8;
    const auto loud = mfccOf(samples), loudMel = logMelOf(samples), loudMagnitudes = logMelOf(samples, {.power = 1});
    for (std::size_t i = 0; i < quiet.size();
         ++i) // ln 8 in each of 40 bands: all of it in coefficient 0, times sqrt(2 / 40)
        compare(double(loud[i]) - double(quiet[i]), i % 10 == 0 ? std::sqrt(80.0) * std::log(8.0) : 0, 1e-4);
    for (std::size_t i = 0; i < quietMel.size(); ++i) {
        compare(double(loudMel[i]) - double(quietMel[i]), 20 * std::log10(8.0), 1e-4);
        compare(double(loudMagnitudes[i]) - double(quietMagnitudes[i]), 20 * std::log10(8.0), 1e-4);
    }
}

void TestFeatures::silenceIsFinite()
{
    const std::vector<float> silence(16000);
    const auto mfcc = mfccOf(silence);
    for (std::size_t i = 0; i < mfcc.size(); ++i)
        compare(double(mfcc[i]), i % 10 == 0 ? std::sqrt(80.0) * std::log(1e-6) : 0, 1e-4);
    for (const float value : logMelOf(silence))
        compare(double(value), 10 * std::log10(std::numeric_limits<double>::epsilon()), 1e-4);
}

/// One front end, four threads with scratch of their own.
void TestFeatures::threadsAgree()
{
    const auto mfcc = Mfcc::create({});
    const auto logMel = LogMel::create({});
    const auto samples = noise();
    const auto mfccExpected = mfccOf(samples), logMelExpected = logMelOf(samples);
    std::vector<int> wrong(4);
    std::vector<std::thread> threads;
    for (int &count : wrong)
        threads.emplace_back([&] {
            for (int time = 0; time < 50; ++time) {
                count += features(*mfcc, 10, samples, samples.size()) != mfccExpected;
                count += features(*logMel, 128, samples, samples.size()) != logMelExpected;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(std::accumulate(wrong.begin(), wrong.end(), 0), 0);
}

void TestFeatures::rejectsMfcc_data()
{
    QTest::addColumn<MfccOptions>("options");
    QTest::addColumn<QString>("key");
    QTest::newRow("rate") << MfccOptions{.rate = 0} << "rate";
    QTest::newRow("frame longer than the transform") << MfccOptions{.frame = 513} << "frame";
    QTest::newRow("no frame") << MfccOptions{.frame = 0} << "frame";
    QTest::newRow("no hop") << MfccOptions{.hop = 0} << "hop";
    QTest::newRow("odd transform") << MfccOptions{.fft = 513} << "fft";
    QTest::newRow("bands without bins") << MfccOptions{.bands = 100} << "bands";
    QTest::newRow("low") << MfccOptions{.low = -1} << "low";
    QTest::newRow("beyond half the rate") << MfccOptions{.high = 8001} << "high";
    QTest::newRow("floor of zero") << MfccOptions{.floor = 0} << "floor";
    QTest::newRow("floor that a float cannot hold") << MfccOptions{.floor = 1e-40} << "floor";
    QTest::newRow("no coefficients") << MfccOptions{.coefficients = 0} << "coefficients";
    QTest::newRow("more coefficients than bands") << MfccOptions{.coefficients = 41} << "coefficients";
}

void TestFeatures::rejectsMfcc()
{
    QFETCH(MfccOptions, options);
    const auto mfcc = Mfcc::create(options);
    QVERIFY(!mfcc.ok());
    QCOMPARE(mfcc.error().code, ErrorCode::InvalidInput);
    QTEST(QString::fromStdString(mfcc.error().place.key), "key");
}

void TestFeatures::rejectsLogMel_data()
{
    QTest::addColumn<LogMelOptions>("options");
    QTest::addColumn<QString>("key");
    QTest::newRow("rate") << LogMelOptions{.rate = -1} << "rate";
    QTest::newRow("odd transform") << LogMelOptions{.fft = 1023} << "fft";
    QTest::newRow("no hop") << LogMelOptions{.hop = 0} << "hop";
    QTest::newRow("bands without bins") << LogMelOptions{.bands = 500} << "bands";
    QTest::newRow("low") << LogMelOptions{.low = 8000} << "high";
    QTest::newRow("beyond half the rate") << LogMelOptions{.rate = 8000} << "high";
    QTest::newRow("power of zero") << LogMelOptions{.power = 0} << "power";
    QTest::newRow("power that is no number") << LogMelOptions{.power = std::nan("")} << "power";
    QTest::newRow("epsilon of zero") << LogMelOptions{.epsilon = 0} << "epsilon";
}

void TestFeatures::rejectsLogMel()
{
    QFETCH(LogMelOptions, options);
    const auto logMel = LogMel::create(options);
    QVERIFY(!logMel.ok());
    QCOMPARE(logMel.error().code, ErrorCode::InvalidInput);
    QTEST(QString::fromStdString(logMel.error().place.key), "key");
}

#define NEED_PYTHON()                                                                                                  \
    if (pythonWithNumpy().isEmpty())                                                                                   \
    QSKIP("NOT COMPARED: there is no python3 with numpy")

void TestFeatures::madeUpSignals_data()
{
    QTest::addColumn<std::vector<float>>("samples");
    const auto random = noise();
    auto sweep = random, impulse = random;
    for (std::size_t n = 0; n < sweep.size(); ++n) { // 0 to 8 kHz in one second
        const double seconds = double(n) / 16000;
        sweep[n] = float(std::sin(2 * std::numbers::pi * 4000 * seconds * seconds));
        impulse[n] = n == 8000 ? 1.0f : 0.0f;
    }
    QTest::newRow("noise") << random;
    QTest::newRow("sweep") << sweep;
    QTest::newRow("sine") << sine(440);
    QTest::newRow("silence") << std::vector<float>(16000);
    QTest::newRow("impulse") << impulse;
    QTest::newRow("quiet") << std::vector<float>(16000, 1.0f / 32768);
    QTest::newRow("just a frame") << noise(480);
    QTest::newRow("shorter than its padding") << noise(100);
    QTest::newRow("three samples") << noise(3);
    QTest::newRow("two samples") << noise(2);
}

void TestFeatures::madeUpSignals()
{
    NEED_PYTHON();
    QFETCH(std::vector<float>, samples);
    const auto close = [&](const QString &kind, const std::vector<float> &actual, const QStringList &options) {
        QString problem;
        const auto expected = referenceFeatures(kind, samples, int(samples.size()), options, problem);
        QVERIFY2(expected, qPrintable(problem));
        QCOMPARE(actual.size(), expected->size());
        if (actual.empty())
            return;
        const double distance = relativeDistance(actual, *expected);
        QVERIFY2(distance <= kTolerance, qPrintable(kind + QStringLiteral(" is off by %1").arg(distance)));
    };
    close(QStringLiteral("mfcc"), mfccOf(samples), {});
    close(QStringLiteral("logmel"), logMelOf(samples), {});
    if (QTest::currentDataTag() != QByteArray("noise"))
        return;
    close(QStringLiteral("mfcc"),
          mfccOf(samples, {.frame = 400,
                           .hop = 160,
                           .fft = 400,
                           .bands = 20,
                           .low = 125,
                           .high = 7600,
                           .floor = 1e-3,
                           .coefficients = 13}),
          {QStringLiteral("frame=400"), QStringLiteral("hop=160"), QStringLiteral("fft=400"),
           QStringLiteral("bands=20"), QStringLiteral("low=125"), QStringLiteral("high=7600"),
           QStringLiteral("floor=1e-3"), QStringLiteral("coefficients=13")});
    close(QStringLiteral("logmel"),
          logMelOf(samples, {.fft = 600, .hop = 200, .bands = 40, .low = 50, .high = 7000, .power = 1.5}),
          {QStringLiteral("fft=600"), QStringLiteral("hop=200"), QStringLiteral("bands=40"), QStringLiteral("low=50"),
           QStringLiteral("high=7000"), QStringLiteral("power=1.5")});
    close(QStringLiteral("logmel"), logMelOf(samples, {.power = 1, .epsilon = 1e-10, .ends = SignalEnds::Zero}),
          {QStringLiteral("power=1"), QStringLiteral("epsilon=1e-10"), QStringLiteral("ends=zero")});
}

void TestFeatures::realClips_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"down", "go", "left", "no", "off", "on", "right", "stop", "up", "yes", "_silence_", "_unknown_"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// Every tenth clip of a class, each within the tolerance by itself.
void TestFeatures::realClips()
{
    QFETCH(QString, name);
    const QDir folder(m_data + QStringLiteral("/speech_commands_v0.02/") + name);
    if (m_data.isEmpty() || !folder.exists())
        QSKIP("REAL DATA ABSENT: set PARETOSCOPE_TEST_DATA to a folder with speech_commands_v0.02");
    NEED_PYTHON();
    std::vector<float> clips;
    const QStringList files = folder.entryList({QStringLiteral("*.wav")}, QDir::Files, QDir::Name);
    for (qsizetype i = 0; i < files.size(); i += 10) {
        auto samples = readPlainWav(folder.filePath(files[i]));
        QVERIFY2(!samples.empty(), qPrintable(files[i]));
        samples.resize(16000);
        clips.insert(clips.end(), samples.begin(), samples.end());
    }
    QVERIFY(!clips.empty());
    const auto worst = [&](const QString &kind, const std::vector<float> &actual, std::size_t size) {
        QString problem;
        const auto expected = referenceFeatures(kind, clips, 16000, {}, problem);
        QVERIFY2(expected, qPrintable(problem));
        QCOMPARE(actual.size(), expected->size());
        double distance = 0;
        for (std::size_t at = 0; at < actual.size(); at += size)
            distance = std::max(distance, relativeDistance(std::span(actual).subspan(at, size),
                                                           std::span(*expected).subspan(at, size)));
        qInfo("%s: %td clips, at most %.1e off", qPrintable(kind), std::ptrdiff_t(clips.size() / 16000), distance);
        QVERIFY2(distance <= kTolerance, qPrintable(kind + QStringLiteral(" is off by %1").arg(distance)));
    };
    worst(QStringLiteral("mfcc"), features(Mfcc::create({}).value(), 10, clips, 16000), 490);
    worst(QStringLiteral("logmel"), features(LogMel::create({}).value(), 128, clips, 16000), 32 * 128);
}

QTEST_GUILESS_MAIN(TestFeatures)
#include "tst_features.moc"
