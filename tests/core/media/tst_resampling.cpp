// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another rate keeps a tone's frequency, height and time, has the promised length, and lets nothing through from above
// the new Nyquist frequency.
#include "core/media/sound.h"
#include "tests/support/result_checks.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace dnas;

using Samples = std::vector<float>;

class TestResampling : public QObject {
    Q_OBJECT

private slots:
    void tone_data();
    void tone();
    void aliases_data();
    void aliases();
    void lengths_data();
    void lengths();
    void ends();
    void sameRate();
    void refusals_data();
    void refusals();
    void speed();
};

namespace {

Samples toneOf(double hertz, int rate, std::size_t count)
{
    Samples samples(count);
    for (std::size_t i = 0; i < count; ++i)
        samples[i] =
            static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / rate + 0.3));
    return samples;
}

} // namespace

void TestResampling::tone_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<double>("hertz");
    QTest::newRow("44.1 to 16 kHz") << 44100 << 16000 << 1000.0;
    QTest::newRow("44.1 to 16 kHz, high") << 44100 << 16000 << 6500.0;
    QTest::newRow("48 to 16 kHz") << 48000 << 16000 << 440.0;
    QTest::newRow("22.05 to 16 kHz") << 22050 << 16000 << 3000.0;
    QTest::newRow("8 to 16 kHz") << 8000 << 16000 << 3000.0;
    QTest::newRow("16 to 44.1 kHz") << 16000 << 44100 << 1000.0;
    QTest::newRow("192 to 16 kHz") << 192000 << 16000 << 5000.0;
}

void TestResampling::tone()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(double, hertz);
    const auto out = resampled(toneOf(hertz, from, static_cast<std::size_t>(from)), from, to);
    VERIFY_OK(out);
    QCOMPARE(out->size(), static_cast<std::size_t>(to));
    const Samples expected = toneOf(hertz, to, out->size());
    double worst = 0;
    for (std::size_t i = out->size() / 20; i < out->size() - out->size() / 20; ++i)
        worst = std::max(worst, std::abs(double{(*out)[i]} - expected[i]));
    QVERIFY2(worst < 1e-3, qPrintable(QString::number(worst)));
    QCOMPARE(*resampled(toneOf(hertz, from, static_cast<std::size_t>(from)), from, to), *out);
}

void TestResampling::aliases_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<double>("hertz");
    QTest::newRow("9 kHz at 44.1") << 44100 << 9000.0;
    QTest::newRow("15 kHz at 44.1") << 44100 << 15000.0;
    QTest::newRow("20 kHz at 48") << 48000 << 20000.0;
    QTest::newRow("10 kHz at 22.05") << 22050 << 10000.0;
}

void TestResampling::aliases()
{
    QFETCH(int, from);
    QFETCH(double, hertz);
    const auto out = resampled(toneOf(hertz, from, static_cast<std::size_t>(from)), from, 16000);
    VERIFY_OK(out);
    float worst = 0;
    for (std::size_t i = 800; i < 15200; ++i)
        worst = std::max(worst, std::abs((*out)[i]));
    QVERIFY2(worst < 1e-4f, qPrintable(QString::number(worst)));
}

void TestResampling::lengths_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("expected");
    QTest::newRow("none") << 0 << 44100 << 16000 << 0;
    QTest::newRow("one, fewer") << 1 << 44100 << 16000 << 0; // 0.36
    QTest::newRow("two, fewer") << 2 << 44100 << 16000 << 1; // 0.73
    QTest::newRow("one, more") << 1 << 16000 << 44100 << 3;  // 2.76
    QTest::newRow("half") << 3 << 2 << 1 << 2;               // 1.5
    QTest::newRow("a second") << 44100 << 44100 << 16000 << 16000;
    QTest::newRow("odd") << 12345 << 48000 << 16000 << 4115;
    QTest::newRow("256 times") << 10 << 1 << 256 << 2560;
    QTest::newRow("a 256th") << 25600 << 256 << 1 << 100;
}

void TestResampling::lengths()
{
    QFETCH(int, samples);
    QFETCH(int, from);
    QFETCH(int, to);
    const auto out = resampled(Samples(static_cast<std::size_t>(samples), 0.5f), from, to);
    VERIFY_OK(out);
    QTEST(static_cast<int>(out->size()), "expected");
    QVERIFY(std::all_of(out->begin(), out->end(), [](float value) { return std::abs(value) < 1; }));
}

/// The last samples are not left out: a constant fades only as far as the silence behind it reaches in.
void TestResampling::ends()
{
    for (const int from : {8000, 22050, 44100, 48000}) {
        const auto out = resampled(Samples(static_cast<std::size_t>(from), 1.f), from, 16000);
        VERIFY_OK(out);
        QVERIFY(out->front() > 0.4f);
        QVERIFY(out->back() > 0.4f);
        QVERIFY(std::abs((*out)[8000] - 1) < 1e-4f);
    }
}

void TestResampling::sameRate()
{
    const Samples samples = toneOf(1000, 16000, 777);
    const auto out = resampled(samples, 16000, 16000);
    VERIFY_OK(out);
    QCOMPARE(*out, samples);
}

void TestResampling::refusals_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("from none") << 0 << 16000;
    QTest::newRow("to none") << 16000 << 0;
    QTest::newRow("negative") << -16000 << -16000;
    QTest::newRow("too far down") << 768000 << 1000;
    QTest::newRow("too far up") << 10 << 48000;
}

void TestResampling::refusals()
{
    QFETCH(int, from);
    QFETCH(int, to);
    const auto out = resampled(Samples(100), from, to);
    QVERIFY(!out.ok());
    QCOMPARE(out.error().code, ErrorCode::InvalidInput);
    QVERIFY(out.error().message.find(std::to_string(from) + " to " + std::to_string(to)) != std::string::npos);
}

/// Reported, not asserted.
void TestResampling::speed()
{
    const Samples samples = toneOf(1000, 44100, 44100);
    QElapsedTimer timer;
    timer.start();
    const int times = 50;
    for (int i = 0; i < times; ++i)
        VERIFY_OK(resampled(samples, 44100, 16000));
    qInfo("%.0f clips/s of 1 s from 44.1 to 16 kHz", times * 1e9 / double(timer.nsecsElapsed()));
}

QTEST_APPLESS_MAIN(TestResampling)
#include "tst_resampling.moc"
