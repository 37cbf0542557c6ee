// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real CIFAR files, below $PARETOSCOPE_TEST_DATA: known sums, counts and statistics. Skipped, and said so,
// where they are not.
#include "core/base/files.h"
#include "core/data/batch_loader.h"
#include "core/data/data_set.h"
#include "tests/core/data/cifar_folder.h"
#include "tests/support/result_checks.h"

#include <QElapsedTimer>

#include <array>
#include <cmath>
#include <numeric>

using namespace dnas;

class TestRealCifar : public QObject {
    Q_OBJECT

private slots:
    void sums_data();
    void sums();
    void cifar10();
    void cifar100();
    void check();
    void statistics();
    void speed();

private:
    QString m_root = qEnvironmentVariable("PARETOSCOPE_TEST_DATA");
    bool has(const char *file) const
    {
        return !m_root.isEmpty() && QFile::exists(m_root + QLatin1Char('/') + QLatin1String(file));
    }
    std::filesystem::path root() const { return m_root.toStdString(); }
};

#define NEED(file)                                                                                                     \
    if (!has(file))                                                                                                    \
    QSKIP("REAL DATA ABSENT: set PARETOSCOPE_TEST_DATA to a folder with " file)

void TestRealCifar::sums_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("sum");
    QTest::newRow("10 train 1") << "cifar-10-batches-bin/data_batch_1.bin"
                                << "0def081c410489f98b3935c2d405fc7436d23377894a5d6a710ce1fad8082588";
    QTest::newRow("10 test") << "cifar-10-batches-bin/test_batch.bin"
                             << "123ca0dad8f960344d9149742165d4215093c84c8c4bdc5922af93b614bdb501";
    QTest::newRow("100 train") << "cifar-100-binary/train.bin"
                               << "6101adebbd45d1810993ba0d6c5a34554346bec06be524d35928d3e6ff806f9d";
    QTest::newRow("100 test") << "cifar-100-binary/test.bin"
                              << "d8b1e6b7b3bee4020055f0699b111f60b1af1e262aeb93a0b659061746f8224a";
}

void TestRealCifar::sums()
{
    QFETCH(QString, file);
    NEED("cifar-10-batches-bin/test_batch.bin");
    if (!has(qPrintable(file)))
        QSKIP("REAL DATA ABSENT");
    // The sums are those of one copy, known by the notes beside it: 92 records of CIFAR-10 decoded from JPEG,
    // CIFAR-100 cut to 160 training pictures of each class. Another copy is no fault.
    if (!has("cifar-10-batches-bin/NOT_EXACT.txt") || !has("cifar-100-binary/SUBSET.txt"))
        QSKIP("REAL DATA OF ANOTHER COPY: its sums are not recorded here");
    const auto bytes = readText(root() / file.toStdString());
    VERIFY_OK(bytes);
    QTEST(QString::fromStdString(sha256(*bytes)), "sum");
}

void TestRealCifar::cifar10()
{
    NEED("cifar-10-batches-bin/test_batch.bin");
    const auto data = openDataSet(cifar_folder::benchmark("cifar10"), {.folder = root(), .validation = 0.1});
    VERIFY_OK(data);
    QCOMPARE((*data)->size(Split::Train), 45000);
    QCOMPARE((*data)->size(Split::Validation), 5000);
    QCOMPARE((*data)->size(Split::Test), 10000);
    const auto train = (*data)->classCounts(Split::Train);
    const auto validation = (*data)->classCounts(Split::Validation);
    for (std::size_t label = 0; label < 10; ++label)
        QCOMPARE(train[label] + validation[label], std::int64_t{5000});
    QCOMPARE((*data)->classCounts(Split::Test), std::vector<std::int64_t>(10, 1000));
    // The first test pictures of CIFAR-10 are a cat, two ships, an airplane, two frogs, an automobile.
    Batch batch;
    (*data)->read(Split::Test, std::array<std::int64_t, 7>{0, 1, 2, 3, 4, 5, 6}, {}, batch);
    QCOMPARE(batch.labels, (std::vector<std::int64_t>{3, 8, 8, 0, 6, 6, 1}));
}

void TestRealCifar::cifar100()
{
    NEED("cifar-100-binary/test.bin");
    const auto data = openDataSet(cifar_folder::benchmark("cifar100"), {.folder = root(), .validation = 0});
    VERIFY_OK(data);
    QCOMPARE((*data)->classCounts(Split::Test), std::vector<std::int64_t>(100, 100));
    const auto counts = (*data)->classCounts(Split::Train);
    QCOMPARE(counts, std::vector<std::int64_t>(100, (*data)->size(Split::Train) / 100)); // balanced, also when cut
}

void TestRealCifar::check()
{
    NEED("cifar-10-batches-bin/test_batch.bin");
    Benchmark benchmark = cifar_folder::benchmark("cifar10");
    const DataReport report = checkData(benchmark, root());
    QVERIFY(report.usable);
    for (std::size_t label = 0; label < 10; ++label)
        QCOMPARE(report.classCounts[0][label] + report.classCounts[1][label], 5000);
    for (const DataFinding &finding : report.findings)
        qInfo("%s: %s: %s", finding.file.c_str(), finding.state.c_str(), finding.text.c_str());
    NEED("cifar-100-binary/test.bin");
    for (const DataFinding &finding : checkData(cifar_folder::benchmark("cifar100"), root()).findings)
        qInfo("%s: %s: %s", finding.file.c_str(), finding.state.c_str(), finding.text.c_str());
}

void TestRealCifar::statistics()
{
    NEED("cifar-10-batches-bin/test_batch.bin");
    const auto data = openDataSet(cifar_folder::benchmark("cifar10"), {.folder = root(), .validation = 0});
    VERIFY_OK(data);
    std::array<double, 3> sum{}, square{};
    BatchLoader loader(*data, {.batch = 1000, .ahead = 1});
    while (const Batch *batch = loader.next())
        for (std::size_t i = 0; i < batch->inputs.size(); ++i) {
            sum[i % 3] += batch->inputs[i];
            square[i % 3] += double{batch->inputs[i]} * batch->inputs[i];
        }
    // Per-channel statistics of the 50 000 training pictures as widely published: 0.4914 0.4822 0.4465 and
    // 0.2470 0.2435 0.2616. (The 0.2023 0.1994 0.2010 also seen are means of each picture's own deviation.)
    const std::array<double, 3> means{0.4914, 0.4822, 0.4465}, deviations{0.2470, 0.2435, 0.2616};
    for (std::size_t c = 0; c < 3; ++c) {
        const double mean = sum[c] / (50000 * 1024.0);
        const double deviation = std::sqrt(square[c] / (50000 * 1024.0) - mean * mean);
        QVERIFY2(std::abs(mean - means[c]) < 2e-4, qPrintable(QString::number(mean)));
        QVERIFY2(std::abs(deviation - deviations[c]) < 2e-4, qPrintable(QString::number(deviation)));
    }
}

void TestRealCifar::speed()
{
    NEED("cifar-10-batches-bin/test_batch.bin");
    const DataOptions options{.folder = root(), .augment = {{.kind = "crop", .amount = 4}, {.kind = "flip"}}};
    QElapsedTimer timer;
    timer.start();
    const auto data = openDataSet(cifar_folder::benchmark("cifar10"), options);
    VERIFY_OK(data);
    qInfo("opened in %lld ms", timer.elapsed());
    // Measured and told, not asserted: one epoch with crop and flip on this thread.
    LoaderOptions loading{.batch = 64, .shuffle = true, .augment = {.enabled = true, .seed = 1}, .seed = 1, .ahead = 0};
    for (int epoch = 0; epoch < 2; ++epoch) {
        loading.augment.epoch = static_cast<std::uint64_t>(epoch);
        timer.restart();
        std::int64_t samples = 0;
        BatchLoader loader(*data, loading);
        while (const Batch *batch = loader.next())
            samples += batch->samples();
        QCOMPARE(samples, std::int64_t{45000});
        qInfo("%.0f images/s with crop and flip", 1e9 * static_cast<double>(samples) / double(timer.nsecsElapsed()));
    }
}

QTEST_APPLESS_MAIN(TestRealCifar)
#include "tst_real_cifar.moc"
