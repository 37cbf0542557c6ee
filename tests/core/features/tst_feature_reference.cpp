// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Both audio front ends against an independent computation in Python: made-up signals always, real clips below
// $PARETOSCOPE_TEST_DATA. What cannot be compared is skipped, and said so.
#include "tests/core/features/feature_calls.h"
#include "tests/core/features/feature_reference.h"
#include "tests/support/result_checks.h"

#include <QDir>

#include <algorithm>

using namespace feature_test;

class TestFeatureReference : public QObject {
    Q_OBJECT

private slots:
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

} // namespace

#define NEED_PYTHON()                                                                                                  \
    if (pythonWithNumpy().isEmpty())                                                                                   \
    QSKIP("NOT COMPARED: there is no python3 with numpy")

void TestFeatureReference::madeUpSignals_data()
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

void TestFeatureReference::madeUpSignals()
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

void TestFeatureReference::realClips_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"down", "go", "left", "no", "off", "on", "right", "stop", "up", "yes", "_silence_", "_unknown_"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// Every tenth clip of a class, each within the tolerance by itself.
void TestFeatureReference::realClips()
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

QTEST_GUILESS_MAIN(TestFeatureReference)
#include "tst_feature_reference.moc"
