// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The keyword benchmark on real clips: a part of Speech Commands, 3 180 clips of 208 speakers.
#include "core/data/data_set.h"
#include "core/data/listed_samples.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace dnas;

class TestRealSpeech : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everySampleOnce();
    void featuresAreSound();
    void leavesOutWhatAListNames();

private:
    static std::filesystem::path root() { return qEnvironmentVariable("PARETOSCOPE_TEST_DATA").toStdString(); }
    QTemporaryDir m_cache;
};

void TestRealSpeech::initTestCase()
{
    if (root().empty() || !std::filesystem::is_directory(root() / "speech_commands_v0.02"))
        QSKIP("PARETOSCOPE_TEST_DATA names no folder with speech_commands_v0.02: the keyword benchmark is NOT tested "
              "on real "
              "clips");
    qputenv("PARETOSCOPE_CACHE", m_cache.path().toUtf8());
}

void TestRealSpeech::everySampleOnce()
{
    const auto benchmark = loadBenchmark("keyword-spotting");
    VERIFY_OK(benchmark);
    const auto list = listSamples(*benchmark, root());
    VERIFY_OK(list);
    QCOMPARE(list->samples.size(), std::size_t{3180});
    QCOMPARE(list->groups.size(), std::size_t{208});
    const DataReport report = checkData(*benchmark, root());
    QVERIFY(report.usable);
    QCOMPARE(report.train + report.validation + report.test, 3180);
    QVERIFY2(std::abs(report.test - 636) < 30, qPrintable(QString::number(report.test))); // 20 % in whole speakers
}

void TestRealSpeech::featuresAreSound()
{
    const auto benchmark = loadBenchmark("keyword-spotting");
    VERIFY_OK(benchmark);
    const auto data = openDataSet(*benchmark, {.folder = root(), .augment = benchmark->recipe.augment});
    VERIFY_OK(data);
    QCOMPARE((*data)->notes().size(), std::size_t{1}); // a part of the published set, without its lists
    QCOMPARE((*data)->notes().front().file, std::string("testing_list.txt"));
    std::vector<std::int64_t> samples(static_cast<std::size_t>((*data)->size(Split::Train)));
    std::iota(samples.begin(), samples.end(), std::int64_t{0});
    Batch clean, augmented;
    (*data)->read(Split::Train, samples, {}, clean);
    (*data)->read(Split::Train, samples, {.enabled = true, .seed = 1, .epoch = 1}, augmented);
    for (const Batch *batch : {&clean, &augmented}) {
        QVERIFY(std::all_of(batch->inputs.begin(), batch->inputs.end(),
                            [](float value) { return std::isfinite(value) && std::abs(value) < 200; }));
    }
    QVERIFY(clean.inputs != augmented.inputs);
    QCOMPARE(clean.labels, augmented.labels);
}

void TestRealSpeech::leavesOutWhatAListNames()
{
    if (!std::filesystem::exists(root() / "mlperf_tiny_eval" / "kws01_to_wav.csv"))
        QSKIP("PARETOSCOPE_TEST_DATA has no mlperf_tiny_eval: leaving out the clips behind kws01 is NOT tested");
    auto benchmark = loadBenchmark("keyword-spotting");
    VERIFY_OK(benchmark);
    benchmark->data.leaveOut = "mlperf_tiny_eval/kws01_to_wav.csv";
    const auto list = listSamples(*benchmark, root());
    VERIFY_OK(list);
    QCOMPARE(list->samples.size(), std::size_t{3180 - 635});
}

QTEST_APPLESS_MAIN(TestRealSpeech)
#include "tst_real_speech.moc"
