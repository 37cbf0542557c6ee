// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `dnas data check` is told: every file, in one look, with what is odd and what is broken.
#include "core/data/data_set.h"
#include "core/data/split.h"
#include "tests/core/data/cifar_folder.h"
#include "tests/core/data/data_folder.h"
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
    void countsAreThoseOfASearch();
    void everyFileIsDecoded();
    void tooManyUnreadableFiles();
    void unreadableFilesBeforeTheLimit();
    void classWithoutReadableFiles();
    void aSplitWithoutSamples();
    void aStoppedCheck();

private:
    /// 20 clips of each of two classes.
    static bool makeTones(const data_folder::Folder &folder)
    {
        for (int i = 0; i < 20; ++i)
            for (const char *name : {"low", "high"})
                if (!folder.write("tones/" + std::string(name) + "/" + std::to_string(i) + ".wav",
                                  data_folder::tone(0.3, 200)))
                    return false;
        qputenv("PARETOSCOPE_CACHE", QByteArray::fromStdString((folder.path() / "cache").string()));
        return true;
    }
};

namespace {

const DataFinding *find(const DataReport &report, const std::string &file)
{
    for (const DataFinding &finding : report.findings)
        if (finding.file == file)
            return &finding;
    return nullptr;
}

std::int64_t sum(const std::vector<std::int64_t> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

Benchmark tones(const char *skip)
{
    const auto parsed =
        parseBenchmark(std::string("{name: tones, data: {format: sounds, folder: tones, test: 20%, skip: ") + skip +
                           "}, network: ds-cnn, front_end: {kind: mfcc}, input: [1, 49, 10], classes: [low, high]}",
                       "tones.yaml");
    return parsed.ok() ? *parsed : Benchmark{.name = parsed.error().text()};
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
    // Two records of a class: a fifth of them, drawn by chance, has none of many classes. The test has one of each.
    const DataFinding *odd = find(report, "(validation)");
    QVERIFY(odd && odd->state == "odd");
    QVERIFY2(odd->text.starts_with("no sample of the classes '") &&
                 odd->text.find(" more, which are not judged there; more samples are needed") != std::string::npos,
             odd->text.c_str());
    QVERIFY(!find(report, "(test)"));
    QCOMPARE(report.train, 160); // 200 less a fifth
    QCOMPARE(report.validation, 40);
    QCOMPARE(report.test, 100);
    const auto &[training, validation, testing] = report.classCounts;
    QCOMPARE(sum(training), 160);
    QCOMPARE(sum(validation), 40);
    for (std::size_t label = 0; label < 100; ++label)
        QCOMPARE(training[label] + validation[label], 2);
    QCOMPARE(testing, std::vector<std::int64_t>(100, 1));
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
    QCOMPARE(report.findings.size(), std::size_t{8 + 3}); // a record a class: no split has all classes
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
    QCOMPARE(sum(report.classCounts[0]) + sum(report.classCounts[1]), 9);
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
    const std::vector<std::int64_t> all{11, 11, 11, 11, 10, 10, 10, 10, 10, 10};
    for (std::size_t label = 0; label < all.size(); ++label)
        QCOMPARE(report.classCounts[0][label] + report.classCounts[1][label], all[label]);
    QCOMPARE(sum(report.classCounts[1]), 26);
    QCOMPARE(report.classCounts[2], std::vector<std::int64_t>(10, 3));
}

void TestDataCheck::unknownFormat()
{
    const DataReport report = checkData(benchmark("mnist"), {});
    QVERIFY(!report.usable);
    QVERIFY(report.findings[0].text.find("mnist") != std::string::npos);
}

/// What a search with seed 1 opens, class by class.
void TestDataCheck::countsAreThoseOfASearch()
{
    QTemporaryDir root;
    QVERIFY(makeCifar10(root.path(), 37));
    Benchmark cifar = benchmark("cifar10");
    cifar.recipe.validation = 0.3;
    const DataReport report = checkData(cifar, root.path().toStdString());
    const auto opened =
        openDataSet(cifar, {.folder = root.path().toStdString(), .seed = splitSeed(1), .validation = 0.3});
    VERIFY_OK(opened);
    for (const Split split : {Split::Train, Split::Validation, Split::Test})
        QCOMPARE(report.classCounts[static_cast<std::size_t>(split)], (*opened)->classCounts(split));
}

void TestDataCheck::everyFileIsDecoded()
{
    const data_folder::Folder folder;
    QVERIFY(makeTones(folder));
    QVERIFY(folder.write("tones/low/7.wav", "no sound"));
    const Benchmark benchmark = tones("10%");
    const DataReport quick = checkData(benchmark, folder.path());
    QVERIFY(quick.usable);
    QCOMPARE(quick.train + quick.validation + quick.test, 40);
    std::vector<WorkProgress> told;
    const auto report = checkEveryFile(
        benchmark, folder.path(), [&](const WorkProgress &progress) { told.push_back(progress); }, nullptr);
    VERIFY_OK(report);
    QVERIFY(report->usable);
    QCOMPARE(report->train + report->validation + report->test, 39);
    QCOMPARE(sum(report->classCounts[0]) + sum(report->classCounts[1]) + sum(report->classCounts[2]), 39);
    QCOMPARE(report->classCounts[0][0] + report->classCounts[1][0] + report->classCounts[2][0], 19);
    const DataFinding *broken = find(*report, "low/7.wav");
    QVERIFY(broken);
    QCOMPARE(broken->state, std::string("odd"));
    QVERIFY2(broken->text.starts_with("left out: "), broken->text.c_str());
    QCOMPARE(report->findings.size(), quick.findings.size() + 1);
    QCOMPARE(find(*report, kAllFiles)->records, 39);
    QVERIFY(find(*report, kAllFiles)->text.ends_with("; 1 of 40 left out"));
    QVERIFY(!told.empty());
    QCOMPARE(told.back().done, told.back().whole);
    QVERIFY(std::any_of(told.begin(), told.end(),
                        [](const WorkProgress &progress) { return progress.what == "reading sounds"; }));
}

void TestDataCheck::tooManyUnreadableFiles()
{
    const data_folder::Folder folder;
    QVERIFY(makeTones(folder));
    QVERIFY(folder.write("tones/low/7.wav", "no sound"));
    const auto report = checkEveryFile(tones("1%"), folder.path(), {}, nullptr); // 1 of 40 is more
    VERIFY_OK(report);
    QVERIFY(!report->usable);
    QCOMPARE(report->findings.back().state, std::string("damaged"));
    QVERIFY2(report->findings.back().text.find("1 of 40 files cannot be read") != std::string::npos,
             report->findings.back().text.c_str());
}

/// A limit of the training samples takes what is left: one unreadable file of a class of twenty is no reason to refuse.
void TestDataCheck::unreadableFilesBeforeTheLimit()
{
    const data_folder::Folder folder;
    QVERIFY(makeTones(folder));
    QVERIFY(folder.write("tones/low/7.wav", "no sound"));
    for (std::uint64_t seed = 1; seed <= 20;
         ++seed) { // with one in two the broken one was the only one drawn of its class
        const auto opened = openDataSet(tones("10%"), {.folder = folder.path(), .seed = seed, .limits = {.train = 2}});
        VERIFY_OK(opened);
        QCOMPARE((*opened)->size(Split::Train), 2);
    }
}

/// However many files may be unreadable: a class without any would be trained on as if it were there.
void TestDataCheck::classWithoutReadableFiles()
{
    const data_folder::Folder folder;
    QVERIFY(makeTones(folder));
    for (int i = 0; i < 20; ++i)
        QVERIFY(folder.write("tones/low/" + std::to_string(i) + ".wav", "no sound"));
    const auto report = checkEveryFile(tones("90%"), folder.path(), {}, nullptr);
    VERIFY_OK(report);
    QVERIFY(!report->usable);
    QVERIFY2(report->findings.back().text.starts_with("none of the training files of class 'low' can be read"),
             report->findings.back().text.c_str());
}

/// What a search would refuse is not called usable.
void TestDataCheck::aSplitWithoutSamples()
{
    const data_folder::Folder folder;
    for (const char *name : {"tones/low/1.wav", "tones/high/1.wav"})
        QVERIFY(folder.write(name, data_folder::tone(0.3, name[6] == 'l' ? 200 : 900)));
    const DataReport report = checkData(tones("10%"), folder.path());
    QVERIFY(!report.usable);
    QCOMPARE(report.train, 2);
    QCOMPARE(find(report, "(validation)")->state, std::string("missing"));
    QVERIFY(find(report, "(test)")->text.starts_with("no samples are left"));
}

void TestDataCheck::aStoppedCheck()
{
    const data_folder::Folder folder;
    QVERIFY(makeTones(folder));
    StopToken stop;
    stop.request(StopRequest::Abort);
    const auto report = checkEveryFile(tones("1%"), folder.path(), {}, &stop);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestDataCheck)
#include "tst_data_check.moc"
