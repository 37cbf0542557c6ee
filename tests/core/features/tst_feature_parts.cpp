// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts that both audio front ends are made of, against numbers worked out by hand.
#include "core/features/cosine_transform.h"
#include "core/features/hann_window.h"
#include "core/features/mel_filters.h"
#include "core/features/real_spectrum.h"
#include "tests/support/result_checks.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <numeric>

using namespace dnas;

class TestFeatureParts : public QObject {
    Q_OBJECT

private slots:
    void knowsTheMelScales();
    void knowsTheWindow();
    void transforms_data();
    void transforms();
    void keepsWhatWasWritten();
    void buildsFiltersAsHtk();
    void buildsFiltersAsSlaney();
    void filtersHaveTheAreaOfOne();
    void applies();
    void cosinesByHand();
    void rejects_data();
    void rejects();
};

namespace {

void compare(double actual, double expected, double tolerance)
{
    QVERIFY2(std::abs(actual - expected) <= tolerance,
             qPrintable(QStringLiteral("%1, not %2").arg(actual).arg(expected)));
}

} // namespace

void TestFeatureParts::knowsTheMelScales()
{
    // The examples in librosa's documentation of hz_to_mel, and the two points that define the scale.
    compare(melFromHertz(MelScale::Slaney, 60), 0.9, 1e-12);
    compare(melFromHertz(MelScale::Slaney, 110), 1.65, 1e-12);
    compare(melFromHertz(MelScale::Slaney, 440), 6.6, 1e-12);
    compare(melFromHertz(MelScale::Slaney, 1000), 15, 1e-12);
    compare(melFromHertz(MelScale::Slaney, 6400), 42, 1e-12);
    // 1127 · ln(1 + 1000 / 700) = 1127 · 0.8873032
    compare(melFromHertz(MelScale::Htk, 1000), 999.9907, 1e-3);
    for (const MelScale scale : {MelScale::Htk, MelScale::Slaney})
        for (const double hertz : {0.0, 20.0, 999.0, 1000.0, 1001.0, 4000.0, 8000.0})
            compare(hertzFromMel(scale, melFromHertz(scale, hertz)), hertz, 1e-9);
}

void TestFeatureParts::knowsTheWindow()
{
    const auto four = hannWindow(4);
    const std::vector<double> expected{0, 0.5, 1, 0.5};
    for (std::size_t i = 0; i < 4; ++i)
        compare(four[i], expected[i], 1e-15);
    const auto window = hannWindow(480); // periodic: its mean is one half
    compare(std::accumulate(window.begin(), window.end(), 0.0), 240, 1e-9);
    compare(window[240], 1, 0);
}

void TestFeatureParts::transforms_data()
{
    QTest::addColumn<int>("points");
    for (const int points : {2, 4, 6, 14, 30, 64, 480, 512, 1024})
        QTest::newRow(std::to_string(points).c_str()) << points;
}

/// Against the sum that defines the transform, all bins and only some.
void TestFeatureParts::transforms()
{
    QFETCH(int, points);
    RealSpectrum spectrum(points);
    QCOMPARE(spectrum.points(), points);
    for (int n = 0; n < points; ++n)
        spectrum.samples()[std::size_t(n)] = std::sin(n * n * 0.7) + 0.2;
    std::vector<float> powers(std::size_t(points / 2 + 1)), few(std::size_t(points / 2)), magnitudes(powers.size());
    spectrum.powers(powers);
    spectrum.powers(few);
    spectrum.magnitudes(magnitudes);
    for (std::size_t k = 0; k < powers.size(); ++k) {
        std::complex<double> sum = 0;
        for (int n = 0; n < points; ++n)
            sum += spectrum.samples()[std::size_t(n)] *
                   std::polar(1.0, -2 * std::numbers::pi * double(k) * double(n) / points);
        compare(double(powers[k]), std::norm(sum), 1e-6 * (1 + std::norm(sum)));
        compare(double(magnitudes[k]), std::abs(sum), 1e-6 * (1 + std::abs(sum)));
        if (k < few.size())
            QCOMPARE(few[k], powers[k]);
    }
}

void TestFeatureParts::keepsWhatWasWritten()
{
    RealSpectrum spectrum(8);
    QVERIFY(std::ranges::all_of(spectrum.samples(), [](double sample) { return sample == 0; }));
    spectrum.samples()[3] = 2; // an impulse: every bin has its magnitude
    std::vector<float> out(5);
    for (int time = 0; time < 2; ++time) {
        spectrum.magnitudes(out);
        for (const float value : out)
            QCOMPARE(value, 2.0f);
    }
}

/// One band between 0 and 2254 mels, which is 700 (e² - 1) = 4472 Hz, its peak at 1127 mels. Bins lie 1000 Hz apart, so
/// at 0, 999.99, 1521.36, 1876.45, 2146.07 and 2363.47 mels: the first is left out, the second stands at 999.99 / 1127,
/// the others at (2254 - mel) / 1127, the last lies outside.
void TestFeatureParts::buildsFiltersAsHtk()
{
    const double high = 700 * (std::exp(2.0) - 1);
    const auto filters =
        MelFilters::create({.rate = 10000, .fft = 10, .bands = 1, .low = 0, .high = high, .scale = MelScale::Htk});
    VERIFY_OK(filters);
    QCOMPARE(filters->firstBin(0), 1);
    QCOMPARE(filters->bins(), 5);
    const double expected[] = {0.887303, 0.650075, 0.335002, 0.095765};
    QCOMPARE(filters->weights(0).size(), 4);
    for (std::size_t i = 0; i < 4; ++i)
        compare(double(filters->weights(0)[i]), expected[i], 2e-5);
}

/// Below 1 kHz Slaney's scale is straight: edges at 0, 400 and 800 Hz, bins 100 Hz apart, area 1 by the factor 2 / 800.
void TestFeatureParts::buildsFiltersAsSlaney()
{
    const auto filters =
        MelFilters::create({.rate = 1600, .fft = 16, .bands = 1, .low = 0, .high = 800, .scale = MelScale::Slaney});
    VERIFY_OK(filters);
    QCOMPARE(filters->firstBin(0), 1);
    const double expected[] = {0.25, 0.5, 0.75, 1, 0.75, 0.5, 0.25};
    QCOMPARE(filters->weights(0).size(), 7);
    for (std::size_t i = 0; i < 7; ++i)
        compare(double(filters->weights(0)[i]), expected[i] / 400, 1e-9);
}

void TestFeatureParts::filtersHaveTheAreaOfOne()
{
    const auto filters = MelFilters::create(
        {.rate = 16000, .fft = 16384, .bands = 128, .low = 0, .high = 8000, .scale = MelScale::Slaney});
    VERIFY_OK(filters);
    for (int band = 0; band < 128; ++band) {
        const auto weights = filters->weights(band);
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        compare(sum * 16000 / 16384, 1, 2e-3);
    }
}

void TestFeatureParts::applies()
{
    const auto filters = MelFilters::create({}); // 40 bands to 4000 Hz, which is bin 128: nothing above is asked for
    VERIFY_OK(filters);
    QCOMPARE(filters->bands(), 40);
    QCOMPARE(filters->bins(), 128);
    std::vector<float> spectrum(128), out(40);
    for (std::size_t k = 0; k < spectrum.size(); ++k)
        spectrum[k] = float(k) * 0.5f;
    filters->apply(spectrum, out);
    for (int band = 0; band < 40; ++band) {
        double sum = 0;
        int bin = filters->firstBin(band);
        for (const float weight : filters->weights(band))
            sum += double(weight) * 0.5 * bin++;
        compare(double(out[std::size_t(band)]), sum, 1e-6 * sum);
    }
}

/// Of (1, 2, 3, 4): sqrt(2 / 4) times 10, and Σ x cos(π (b + 1/2) / 4) = (1 - 4) · 0.9238795 + (2 - 3) · 0.3826834 =
/// -3.1543220.
void TestFeatureParts::cosinesByHand()
{
    const CosineTransform transform(4, 3);
    const std::vector<float> in{1, 2, 3, 4};
    std::vector<float> out(3);
    transform.apply(in, out);
    compare(double(out[0]), 10 * std::sqrt(0.5), 1e-6);
    compare(double(out[1]), -3.1543220 * std::sqrt(0.5), 1e-6);
    compare(double(out[2]), 0, 1e-6); // (1 - 2 - 3 + 4) · cos(π / 4)
}

void TestFeatureParts::rejects_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("fft");
    QTest::addColumn<int>("bands");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("key");
    const double nan = std::nan("");
    QTest::newRow("no rate") << 0 << 512 << 40 << 20.0 << 4000.0 << "rate";
    QTest::newRow("odd transform") << 16000 << 511 << 40 << 20.0 << 4000.0 << "fft";
    QTest::newRow("no transform") << 16000 << 0 << 40 << 20.0 << 4000.0 << "fft";
    QTest::newRow("huge transform") << 16000 << (1 << 17) << 40 << 20.0 << 4000.0 << "fft";
    QTest::newRow("negative low") << 16000 << 512 << 40 << -1.0 << 4000.0 << "low";
    QTest::newRow("low is no number") << 16000 << 512 << 40 << nan << 4000.0 << "low";
    QTest::newRow("high below low") << 16000 << 512 << 40 << 4000.0 << 4000.0 << "high";
    QTest::newRow("high above half the rate") << 16000 << 512 << 40 << 20.0 << 8000.5 << "high";
    QTest::newRow("high is no number") << 16000 << 512 << 40 << 20.0 << nan << "high";
    QTest::newRow("no bands") << 16000 << 512 << 0 << 20.0 << 4000.0 << "bands";
    QTest::newRow("more bands than bins") << 16000 << 512 << 257 << 20.0 << 4000.0 << "bands";
    QTest::newRow("a band without a bin") << 16000 << 512 << 100 << 20.0 << 4000.0 << "bands";
}

void TestFeatureParts::rejects()
{
    QFETCH(int, rate);
    QFETCH(int, fft);
    QFETCH(int, bands);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, key);
    const auto filters = MelFilters::create({.rate = rate, .fft = fft, .bands = bands, .low = low, .high = high});
    QVERIFY(!filters.ok());
    QCOMPARE(filters.error().code, ErrorCode::InvalidInput);
    QCOMPARE(QString::fromStdString(filters.error().place.key), key);
    QVERIFY(!filters.error().message.empty());
}

QTEST_GUILESS_MAIN(TestFeatureParts)
#include "tst_feature_parts.moc"
