// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `dnas data check` is told: every file, in one look, with what is odd and what is broken.
#include "core/data/data_set.h"
#include "tests/core/data/cifar_folder.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>

#include <algorithm>
#include <numeric>

using namespace dnas;
using namespace cifar_folder;

class TestDataCheck : public QObject {
    Q_OBJECT

private slots:
    void smallFolder();
    void notes();
    void goesOnAfterABadFile();
    void missingFolder();
    void demoNeedsNoFiles();
    void unknownFormat();
};

namespace {

const DataFinding *find(const DataReport &report, const std::string &file)
{
    for (const DataFinding &finding : report.findings)
        if (finding.file == file)
            return &finding;
    return nullptr;
}

} // namespace

void TestDataCheck::smallFolder()
{
    QTemporaryDir root;
    QVERIFY(makeCifar100(root.path(), 200, 100));
    Benchmark cifar = benchmark("cifar100");
    cifar.recipe.validation = 0.2;
    const DataReport report = checkData(cifar, root.path().toStdString());
    QVERIFY(report.usable);
    QCOMPARE(report.folder.string(), root.filePath("cifar-100-binary").toStdString());
    QCOMPARE(report.findings.size(), std::size_t{2});
    QCOMPARE(report.train, 160); // 200 less a fifth
    QCOMPARE(report.validation, 40);
    QCOMPARE(report.test, 100);
    QCOMPARE(report.trainClassCounts, std::vector<std::int64_t>(100, 2));
    const DataFinding *train = find(report, "train.bin");
    QVERIFY(train);
    QCOMPARE(train->state, std::string("odd"));
    QCOMPARE(train->records, 200);
    QVERIFY2(train->text.find("200 of the 50000 records") == 0, train->text.c_str());
    QVERIFY2(train->text.find("2 of each class") != std::string::npos, train->text.c_str());
}

void TestDataCheck::notes()
{
    QTemporaryDir root;
    QVERIFY(makeCifar10(root.path(), 2));
    QVERIFY(write(root.filePath("cifar-10-batches-bin/NOT_EXACT.txt"), "# file record\na.bin 1\n\nb.bin 2\nb.bin 7"));
    QVERIFY(write(root.filePath("cifar-10-batches-bin/SUBSET.txt"), "the first two of each\nmore\n"));
    const DataReport report = checkData(benchmark("cifar10"), root.path().toStdString());
    QVERIFY(report.usable);
    QCOMPARE(report.findings.size(), std::size_t{8});
    QCOMPARE(find(report, "NOT_EXACT.txt")->records, 3);
    QCOMPARE(find(report, "NOT_EXACT.txt")->state, std::string("odd"));
    QCOMPARE(find(report, "SUBSET.txt")->text, std::string("a note on this copy: the first two of each"));
}

void TestDataCheck::goesOnAfterABadFile()
{
    QTemporaryDir root;
    QVERIFY(makeCifar10(root.path(), 3));
    const QString folder = root.filePath("cifar-10-batches-bin/");
    QVERIFY(QFile::remove(folder + "data_batch_1.bin"));
    QVERIFY(write(folder + "data_batch_3.bin", record(0, 200)));
    QVERIFY(write(folder + "test_batch.bin", record(0, 1).chopped(1)));
    const DataReport report = checkData(benchmark("cifar10"), root.path().toStdString());
    QVERIFY(!report.usable);
    QCOMPARE(report.findings.size(), std::size_t{6});
    QCOMPARE(find(report, "data_batch_1.bin")->state, std::string("missing"));
    QCOMPARE(find(report, "data_batch_2.bin")->records, 3);
    QCOMPARE(find(report, "data_batch_3.bin")->state, std::string("damaged"));
    QVERIFY(find(report, "data_batch_3.bin")->text.find("label 200 of record 0") != std::string::npos);
    QCOMPARE(find(report, "test_batch.bin")->state, std::string("damaged"));
    QVERIFY(find(report, "test_batch.bin")->text.find("3072 of 3073 bytes") != std::string::npos);
    // Three good training files of three records.
    QCOMPARE(std::accumulate(report.trainClassCounts.begin(), report.trainClassCounts.end(), std::int64_t{0}), 9);
    QCOMPARE(report.test, 0);
}

void TestDataCheck::missingFolder()
{
    QTemporaryDir root;
    const DataReport report = checkData(benchmark("cifar10"), root.path().toStdString());
    QVERIFY(!report.usable);
    QCOMPARE(report.findings.size(), std::size_t{1});
    QCOMPARE(report.findings[0].state, std::string("missing"));
    QVERIFY(report.findings[0].text.find("cifar-10-binary.tar.gz") != std::string::npos);
}

void TestDataCheck::demoNeedsNoFiles()
{
    Benchmark demo = benchmark("demo");
    demo.data.train = 104;
    demo.data.test = 30;
    demo.recipe.validation = 0.25;
    const DataReport report = checkData(demo, "/nowhere");
    QVERIFY(report.usable);
    QCOMPARE(report.train, 78);
    QCOMPARE(report.validation, 26);
    QCOMPARE(report.test, 30);
    QCOMPARE(report.trainClassCounts, (std::vector<std::int64_t>{11, 11, 11, 11, 10, 10, 10, 10, 10, 10}));
}

void TestDataCheck::unknownFormat()
{
    const DataReport report = checkData(benchmark("mnist"), {});
    QVERIFY(!report.usable);
    QVERIFY(report.findings[0].text.find("mnist") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestDataCheck)
#include "tst_data_check.moc"
