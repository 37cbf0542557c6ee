// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The operators with loops of our own against plain formulas in double precision.
#include "core/base/random.h"
#include "core/supernet/kernels/dropout_mask.h"
#include "tests/support/operator_probe.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace dnas;
using namespace dnas::test;

Q_DECLARE_METATYPE(ProbeShape)

namespace {

using Floats = std::vector<float>;

Floats normals(std::size_t count, const char *purpose, double mean = 0, double deviation = 1)
{
    RandomStream stream(1, purpose);
    Floats values(count);
    for (float &value : values)
        value = static_cast<float>(mean + deviation * stream.normal());
    return values;
}

struct Reference {
    std::vector<double> output, inputGradient, scaleGradient, shiftGradient, runningMean, runningVariance;
};

/// Ioffe & Szegedy 2015, in double precision, channel by channel.
Reference normalise(const ProbeShape &shape, const Floats &x, const Floats &scale, const Floats &shift, bool relu,
                    const Floats &upstream)
{
    const auto channels = static_cast<std::size_t>(shape.channels);
    const auto pixels = static_cast<std::size_t>(shape.pixels());
    Reference r;
    r.output.resize(x.size());
    r.inputGradient.resize(x.size());
    for (std::size_t c = 0; c < channels; ++c) {
        double mean = 0;
        for (std::size_t p = 0; p < pixels; ++p)
            mean += x[p * channels + c];
        mean /= static_cast<double>(pixels);
        double square = 0;
        for (std::size_t p = 0; p < pixels; ++p)
            square += std::pow(x[p * channels + c] - mean, 2);
        const double deviation = std::sqrt(square / static_cast<double>(pixels) + 1e-5);
        double sum = 0;
        double sumTimesX = 0;
        std::vector<double> g(pixels);
        for (std::size_t p = 0; p < pixels; ++p) {
            const double xhat = (x[p * channels + c] - mean) / deviation;
            const double y = scale[c] * xhat + shift[c];
            const bool off = relu && y <= 0;
            r.output[p * channels + c] = off ? 0 : y;
            g[p] = off ? 0 : upstream[p * channels + c];
            sum += g[p];
            sumTimesX += g[p] * xhat;
        }
        const auto n = static_cast<double>(pixels);
        for (std::size_t p = 0; p < pixels; ++p) {
            const double xhat = (x[p * channels + c] - mean) / deviation;
            r.inputGradient[p * channels + c] = scale[c] / deviation * (g[p] - sum / n - xhat * sumTimesX / n);
        }
        r.scaleGradient.push_back(sumTimesX);
        r.shiftGradient.push_back(sum);
        r.runningMean.push_back(0.1 * mean);
        r.runningVariance.push_back(0.9 + 0.1 * square / (n - 1));
    }
    return r;
}

void compare(const char *what, const Floats &values, const std::vector<double> &expected)
{
    QCOMPARE(values.size(), expected.size());
    double scale = 0;
    for (const double value : expected)
        scale = std::max(scale, std::abs(value));
    for (std::size_t i = 0; i < values.size(); ++i)
        QVERIFY2(std::abs(values[i] - expected[i]) <= 2e-5 * scale + 1e-7,
                 qPrintable(QStringLiteral("%1 %2: %3 against %4").arg(what).arg(i).arg(values[i]).arg(expected[i])));
}

} // namespace

class TestFusedOperators : public QObject {
    Q_OBJECT

private slots:
    void normalisationEqualsFormula_data()
    {
        QTest::addColumn<ProbeShape>("shape");
        QTest::addColumn<bool>("relu");
        QTest::addColumn<double>("mean");
        const auto row = [](const char *name, ProbeShape shape, double mean) {
            for (const bool relu : {false, true})
                QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(name, relu ? "relu" : "plain")))
                    << shape << relu << mean;
        };
        row("a few pixels", {2, 3, 2, 2}, 0);
        row("one channel", {4, 1, 5, 3}, 0);
        row("channels that fill no vector", {3, 17, 9, 5}, 0);
        row("more channels than the inner loop", {2, 130, 3, 3}, 0);
        row("several chunks", {9, 16, 31, 17}, 0);
        row("no area", {40, 6, 1, 1}, 0);
        row("mean far from zero", {4, 5, 16, 16}, 100);
    }
    void normalisationEqualsFormula()
    {
        QFETCH(ProbeShape, shape);
        QFETCH(bool, relu);
        QFETCH(double, mean);
        const auto channels = static_cast<std::size_t>(shape.channels);
        const std::size_t count = channels * static_cast<std::size_t>(shape.pixels());
        const Floats x = normals(count, "x", mean, 2);
        const Floats upstream = normals(count, "upstream");
        const Floats scale = normals(channels, "scale", 1, 0.5);
        const Floats shift = normals(channels, "shift", 0.1, 0.5);
        const Reference expected = normalise(shape, x, scale, shift, relu, upstream);
        const auto probe = probeNormalisation(shape, x, scale, shift, relu, upstream, true);
        compare("output", probe.output, expected.output);
        compare("input gradient", probe.inputGradient, expected.inputGradient);
        compare("scale gradient", probe.scaleGradient, expected.scaleGradient);
        compare("shift gradient", probe.shiftGradient, expected.shiftGradient);
        compare("running mean", probe.runningMean, expected.runningMean);
        compare("running variance", probe.runningVariance, expected.runningVariance);
    }

    void threadsDoNotMatter()
    {
        const ProbeShape shape{16, 16, 32, 32};
        const std::size_t count = 16U * static_cast<std::size_t>(shape.pixels());
        const Floats x = normals(count, "x");
        const Floats upstream = normals(count, "upstream");
        const Floats scale = normals(16, "scale", 1, 0.5);
        const Floats shift = normals(16, "shift");
        const auto one = probeNormalisation(shape, x, scale, shift, true, upstream, true, 1);
        const auto two = probeNormalisation(shape, x, scale, shift, true, upstream, true, 2);
        QVERIFY(one.output == two.output);
        QVERIFY(one.inputGradient == two.inputGradient);
        QVERIFY(one.scaleGradient == two.scaleGradient);
        QVERIFY(one.runningVariance == two.runningVariance);
    }

    /// Running mean 0 and variance 1: y = scale · x / √(1 + 1e-5) + shift.
    void frozenIsALine()
    {
        const auto probe = probeNormalisation({1, 2, 1, 2}, {1, 2, -3, 4}, {2, -1}, {0.5F, 1}, true, {}, false);
        const double unit = 1 / std::sqrt(1 + 1e-5);
        compare("output", probe.output, {2 * unit + 0.5, 0, 0, 0});
        QCOMPARE(probe.runningMean, (Floats{0, 0}));
    }

    /// A run that diverges must be seen to diverge.
    void notANumberStaysVisible()
    {
        Floats x = normals(8, "x");
        x[2] = std::numeric_limits<float>::quiet_NaN();
        const auto probe = probeNormalisation({1, 2, 2, 2}, x, {1, 1}, {0, 0}, true, Floats(8, 1), true);
        QVERIFY(std::isnan(probe.output[0]));
        QVERIFY(!std::isnan(probe.output[1]));
    }

    void additionWithRelu()
    {
        const auto probe = probeAddRelu({1, 2, 1, 2}, {1, -5, 3, 2}, {1, 2, -3, 0.5F}, {10, 20, 30, 40});
        QCOMPARE(probe.output, (Floats{2, 0, 0, 2.5F}));
        QCOMPARE(probe.gradientA, (Floats{10, 0, 0, 40}));
        QCOMPARE(probe.gradientB, (Floats{10, 0, 0, 40}));
        // In a vector and in what is left beside the vectors.
        const float nan = std::numeric_limits<float>::quiet_NaN();
        for (const int width : {4, 19, 64}) {
            Floats a(static_cast<std::size_t>(width), 1);
            a.front() = a.back() = nan;
            const Floats ones(a.size(), 1);
            const auto broken = probeAddRelu({1, 1, 1, width}, a, ones, ones);
            QVERIFY2(std::isnan(broken.output.front()) && std::isnan(broken.output.back()),
                     qPrintable(QString::number(width)));
        }
    }

    void dropoutKeepsItsShare()
    {
        constexpr std::int64_t kCount = 100'000;
        Floats mask(kCount);
        fillDropoutMask(mask.data(), kCount, 0.75, 42);
        const auto kept = kCount - std::count(mask.begin(), mask.end(), 0.0F);
        // Five standard deviations of a binomial: √(100 000 · 0.75 · 0.25) = 137.
        QVERIFY2(std::abs(kept - 75'000) < 685, qPrintable(QString::number(kept)));
        QCOMPARE(*std::max_element(mask.begin(), mask.end()), static_cast<float>(1 / 0.75));

        Floats again(kCount);
        fillDropoutMask(again.data(), kCount, 0.75, 42);
        QVERIFY(mask == again);
        // Another key is another mask: two independent ones agree on 0.75² + 0.25² = 62.5 % of the elements.
        fillDropoutMask(again.data(), kCount, 0.75, 43);
        std::int64_t same = 0;
        for (std::size_t i = 0; i < mask.size(); ++i)
            same += mask[i] == again[i];
        QVERIFY2(std::abs(same - 62'500) < 770, qPrintable(QString::number(same)));
        fillDropoutMask(again.data(), kCount, 1, 43);
        QCOMPARE(std::count(again.begin(), again.end(), 1.0F), kCount);
    }
};

QTEST_APPLESS_MAIN(TestFusedOperators)
#include "tst_fused_operators.moc"
