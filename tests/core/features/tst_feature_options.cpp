// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Options of both audio front ends: how many frames they make, and which are refused.
#include "tests/core/features/feature_calls.h"
#include "tests/support/result_checks.h"

using namespace feature_test;

class TestFeatureOptions : public QObject {
    Q_OBJECT

private slots:
    void countsFrames_data();
    void countsFrames();
    void rejectsMfcc_data();
    void rejectsMfcc();
    void rejectsLogMel_data();
    void rejectsLogMel();
};

void TestFeatureOptions::countsFrames_data()
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

void TestFeatureOptions::countsFrames()
{
    QFETCH(qint64, samples);
    QTEST(Mfcc::create({})->frames(samples), "mfcc");
    QTEST(LogMel::create({})->frames(samples), "logMel");
}

void TestFeatureOptions::rejectsMfcc_data()
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

void TestFeatureOptions::rejectsMfcc()
{
    QFETCH(MfccOptions, options);
    const auto mfcc = Mfcc::create(options);
    QVERIFY(!mfcc.ok());
    QCOMPARE(mfcc.error().code, ErrorCode::InvalidInput);
    QTEST(QString::fromStdString(mfcc.error().place.key), "key");
}

void TestFeatureOptions::rejectsLogMel_data()
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

void TestFeatureOptions::rejectsLogMel()
{
    QFETCH(LogMelOptions, options);
    const auto logMel = LogMel::create(options);
    QVERIFY(!logMel.ok());
    QCOMPARE(logMel.error().code, ErrorCode::InvalidInput);
    QTEST(QString::fromStdString(logMel.error().place.key), "key");
}

QTEST_GUILESS_MAIN(TestFeatureOptions)
#include "tst_feature_options.moc"
