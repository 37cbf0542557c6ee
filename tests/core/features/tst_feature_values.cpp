// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Both audio front ends against what can be worked out without a computer.
#include "tests/core/features/feature_calls.h"
#include "tests/support/result_checks.h"

#include <algorithm>
#include <numeric>
#include <thread>

using namespace feature_test;

class TestFeatureValues : public QObject {
    Q_OBJECT

private slots:
    void mfccByHand();
    void logMelByHand();
    void mfccFindsASine_data();
    void mfccFindsASine();
    void logMelFindsASine_data();
    void logMelFindsASine();
    void louderAddsALogarithm();
    void silenceIsFinite();
    void threadsAgree();
};

/// Four samples at 8 Hz, an impulse where the window is 1, so every bin (0, 2, 4 Hz) has the magnitude 1. The only band
/// has its edges at 0 and mel(4) = 1127 ln(1 + 4/700) = 6.4216, its peak half-way; the bin of 2 Hz lies at 3.2154 mels,
/// a little beyond, and counts (6.4216 - 3.2154) / 3.2108 = 0.99857; the others nothing. ln(0.99857 + 1), times sqrt(2
/// / 1).
void TestFeatureValues::mfccByHand()
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
void TestFeatureValues::logMelByHand()
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

void TestFeatureValues::mfccFindsASine_data()
{
    QTest::addColumn<double>("hertz");
    for (const double hertz : {200.0, 440.0, 1000.0, 1700.0, 2500.0, 3500.0})
        QTest::newRow(std::to_string(int(hertz)).c_str()) << hertz;
}

/// All coefficients, transformed back to the bands: the loudest is the one whose peak is nearest in mels.
void TestFeatureValues::mfccFindsASine()
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

void TestFeatureValues::logMelFindsASine_data() { mfccFindsASine_data(); }

void TestFeatureValues::logMelFindsASine()
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

void TestFeatureValues::louderAddsALogarithm()
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

void TestFeatureValues::silenceIsFinite()
{
    const std::vector<float> silence(16000);
    const auto mfcc = mfccOf(silence);
    for (std::size_t i = 0; i < mfcc.size(); ++i)
        compare(double(mfcc[i]), i % 10 == 0 ? std::sqrt(80.0) * std::log(1e-6) : 0, 1e-4);
    for (const float value : logMelOf(silence))
        compare(double(value), 10 * std::log10(std::numeric_limits<double>::epsilon()), 1e-4);
}

/// One front end, four threads with scratch of their own.
void TestFeatureValues::threadsAgree()
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

QTEST_GUILESS_MAIN(TestFeatureValues)
#include "tst_feature_values.moc"
