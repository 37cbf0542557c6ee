// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a stranger's folder to a benchmark: layouts, statistics by hand, networks that are fitted, what is odd.
#include "core/base/files.h"
#include "core/data/describe_folder.h"
#include "core/data/folder_layout.h"
#include "core/data/sample_survey.h"
#include "core/network/fitted_network.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "core/spec/benchmark_writer.h"
#include "tests/core/data/data_folder.h"
#include "tests/core/media/picture_writers.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <memory>

using namespace dnas;
using data_folder::Folder;

namespace {

/// One colour all over.
QByteArray plain(int side, std::uint8_t red, std::uint8_t green, std::uint8_t blue)
{
    test::Bytes rows;
    for (int i = 0; i < side * side; ++i)
        rows.insert(rows.end(), {red, green, blue});
    const auto png = test::pngFile({.width = side, .height = side}, rows);
    return {reinterpret_cast<const char *>(png.data()), static_cast<qsizetype>(png.size())};
}

std::string texts(const DescribedFolder &described)
{
    std::string all;
    for (const std::string &remark : described.remarks)
        all += remark + '\n';
    for (const DataFinding &finding : described.report.findings)
        all += finding.file + ": " + finding.text + '\n';
    return all;
}

} // namespace

class TestDescribeFolder : public QObject {
    Q_OBJECT

private slots:
    void init();
    void picturesByHand();
    void picturesOfOtherSizes();
    void sounds();
    void speechCommands();
    void machineSounds();
    void splitFolders();
    void oddFilesAreTold();
    void wishes();
    void unevenClasses();
    void rejects_data();
    void rejects();
    void networksAreFitted();
    void writtenOnesReadAgain();

private:
    bool write(const std::string &name, const QByteArray &bytes) const { return m_folder->write(name, bytes); }
    Result<DescribedFolder> describe(const FolderWishes &wishes = {}) const
    {
        return describeFolder(m_folder->path() / "mine", wishes);
    }
    std::unique_ptr<Folder> m_folder;
};

void TestDescribeFolder::init()
{
    m_folder = std::make_unique<Folder>();
    qputenv("PARETOSCOPE_CACHE", QByteArray::fromStdString((m_folder->path() / "cache").string()));
}

void TestDescribeFolder::picturesByHand()
{
    // Folders for each split, so that it is known what trains: two black, two white ones, red 51 = 0.2 · 255 in half.
    QVERIFY(write("mine/train/a/0.png", plain(32, 0, 0, 0)) && write("mine/train/a/1.png", plain(32, 51, 255, 0)) &&
            write("mine/train/b/0.png", plain(32, 0, 0, 0)) && write("mine/train/b/1.png", plain(32, 51, 255, 0)) &&
            write("mine/test/a/0.png", plain(32, 255, 255, 255)) &&
            write("mine/test/b/0.png", plain(32, 255, 255, 255)));
    const auto described = describe();
    VERIFY_OK(described);
    const Benchmark &benchmark = described->benchmark;
    QCOMPARE(benchmark.data.format, std::string("pictures"));
    QCOMPARE(benchmark.classNames, (std::vector<std::string>{"a", "b"}));
    QVERIFY((benchmark.input == Shape{3, 32, 32}));
    // Red is 0 or 0.2, half each: mean 0.1, deviation 0.1. Green 0 or 1. Blue always 0, which has no spread.
    QCOMPARE(benchmark.mean, (std::vector<double>{0.1, 0.5, 0}));
    QCOMPARE(benchmark.deviation, (std::vector<double>{0.1, 0.5, 1}));
    QCOMPARE(described->report.train + described->report.validation, std::int64_t{4});
    QCOMPARE(described->report.test, std::int64_t{2});
    QCOMPARE(benchmark.network, std::string("resnet8"));
    QVERIFY(described->fitted.has_value()); // ten outputs there, two here
    QCOMPARE(countNetwork(*described->fitted).weights, std::int64_t{77360 - 64 * 8});
}

void TestDescribeFolder::picturesOfOtherSizes()
{
    for (int i = 0; i < 4; ++i)
        QVERIFY(write("mine/a/" + std::to_string(i) + ".png", plain(100, 1, 2, 3)) &&
                write("mine/b/" + std::to_string(i) + ".png", plain(140, 3, 2, 1)));
    const auto described = describe();
    VERIFY_OK(described);
    QVERIFY((described->benchmark.input == Shape{3, 96, 96}));
    QCOMPARE(described->benchmark.network, std::string("mobilenet-v1-025"));
    QVERIFY(!described->fitted); // it has this input and two outputs as it is
    QVERIFY2(texts(*described).find("shorter sides from 100 to 140 pixels") != std::string::npos,
             texts(*described).c_str());
}

void TestDescribeFolder::sounds()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(write("mine/low/" + std::to_string(i) + ".wav", data_folder::tone(1.5, 200 + i)) &&
                write("mine/mid/" + std::to_string(i) + ".wav", data_folder::tone(1.5, 600 + i)) &&
                write("mine/high/" + std::to_string(i) + ".wav", data_folder::tone(1.46, 1500 + i)));
    const auto described = describe();
    VERIFY_OK(described);
    const Benchmark &benchmark = described->benchmark;
    QCOMPARE(benchmark.data.format, std::string("sounds"));
    QCOMPARE(benchmark.frontEnd.rate, 16000);
    QCOMPARE(benchmark.frontEnd.seconds, 1.5);
    // 1 + (24 000 - 480) / 320 = 74.5: 74 frames of ten coefficients.
    QVERIFY((benchmark.input == Shape{1, 74, 10}));
    QCOMPARE(benchmark.network, std::string("ds-cnn"));
    QVERIFY(described->fitted && described->fitted->input == benchmark.input);
    QCOMPARE(benchmark.mean.size(), std::size_t{1});
    QVERIFY(benchmark.deviation[0] > 0 && benchmark.deviation[0] != 1);
}

void TestDescribeFolder::speechCommands()
{
    for (int i = 0; i < 12; ++i) {
        const std::string end = "a000000" + QString::number(i, 16).toStdString() + "_nohash_0.wav";
        QVERIFY(write("mine/yes/" + end, data_folder::tone(1, 200)) &&
                write("mine/no/" + end, data_folder::tone(1, 900)));
    }
    QVERIFY(write("mine/_background_noise_/hum.wav", data_folder::tone(30, 50, 0.2)));
    const auto described = describe();
    VERIFY_OK(described);
    QCOMPARE(described->benchmark.data.format, std::string("speech_commands"));
    QCOMPARE(described->benchmark.classNames, (std::vector<std::string>{"no", "yes", "silence"}));
    QVERIFY(described->recipes.find("noise") != std::string::npos);
}

void TestDescribeFolder::machineSounds()
{
    for (int i = 0; i < 8; ++i) {
        const std::string end = "_id_01_" + std::to_string(i) + ".wav";
        QVERIFY(write("mine/train/normal" + end, data_folder::tone(2, 300)) &&
                write("mine/test/normal" + end, data_folder::tone(2, 300)) &&
                write("mine/test/anomaly" + end, data_folder::tone(2, 700)));
    }
    const auto described = describe();
    VERIFY_OK(described);
    QCOMPARE(described->benchmark.data.format, std::string("machine_sounds"));
    QVERIFY((described->benchmark.input == Shape{640, 1, 1})); // five frames of 128 bands
    QCOMPARE(described->benchmark.network, std::string("autoencoder"));
    QVERIFY(!described->fitted);
}

void TestDescribeFolder::splitFolders()
{
    for (const char *split : {"train", "val"})
        QVERIFY(write(std::string("mine/") + split + "/x/0.png", plain(40, 9, 9, 9)) &&
                write(std::string("mine/") + split + "/y/0.png", plain(40, 90, 9, 9)));
    // Of one picture a class none is left for a test, but the layout is understood.
    const auto layout = recogniseFolder(m_folder->path() / "mine");
    VERIFY_OK(layout);
    QCOMPARE(layout->classes, (std::vector<std::string>{"x", "y"}));
}

void TestDescribeFolder::oddFilesAreTold()
{
    for (int i = 0; i < 6; ++i)
        QVERIFY(write("mine/a/" + std::to_string(i) + ".png", plain(32, 10, 20, 30)) &&
                write("mine/b/" + std::to_string(i) + ".png", plain(32, 30, 20, 10)));
    QVERIFY(write("mine/a/broken.png", "\x89PNG\r\n\x1a\n and then nothing") && write("mine/b/notes.txt", "hello") &&
            write("mine/b/old.gif", "GIF89a") && write("mine/a/voice.wav", data_folder::tone(1, 100)) &&
            m_folder->makeFolder("mine/empty"));
    const auto described = describe();
    VERIFY_OK(described);
    QCOMPARE(described->benchmark.classNames, (std::vector<std::string>{"a", "b"}));
    const std::string all = texts(*described);
    for (const char *expected : {"broken.png: left out", "1 × .gif, 1 × .txt", "sounds among the pictures, left out: 1",
                                 "empty: has no pictures, so it is no class"})
        QVERIFY2(all.find(expected) != std::string::npos, all.c_str());
    // 1 of 13 pictures is more than the usual 1 %; a search must be able to read what is written.
    QCOMPARE(described->benchmark.data.skip, 0.08);
    for (int i = 0; i < 4; ++i)
        QVERIFY(write("mine/a/bad" + std::to_string(i) + ".png", "\x89PNG\r\n\x1a\n and then nothing"));
    const auto many = describe(); // 5 of 17
    QVERIFY(!many.ok());
    QVERIFY2(many.error().message.find("5 of 17 files cannot be read") != std::string::npos,
             many.error().message.c_str());
}

void TestDescribeFolder::wishes()
{
    for (int i = 0; i < 4; ++i)
        QVERIFY(write("mine/a/" + std::to_string(i) + ".png", plain(100, 1, 2, 3)) &&
                write("mine/b/" + std::to_string(i) + ".png", plain(100, 3, 2, 1)));
    const auto described = describe({.network = "demo-cnn", .width = 24, .height = 16});
    VERIFY_OK(described);
    QVERIFY((described->benchmark.input == Shape{3, 16, 24}));
    QCOMPARE(described->benchmark.network, std::string("demo-cnn"));
    QCOMPARE(described->fitted->name, std::string("demo-cnn-mine"));
    const auto wrong = describe({.seconds = 2});
    QVERIFY(!wrong.ok() && wrong.error().code == ErrorCode::InvalidInput);
    const auto none = describe({.network = "no-such-network"});
    QVERIFY(!none.ok() && none.error().code == ErrorCode::InvalidInput);
}

void TestDescribeFolder::unevenClasses()
{
    for (int i = 0; i < 40; ++i)
        QVERIFY(write("mine/a/" + std::to_string(i) + ".png", plain(32, 10, 20, 30)));
    for (int i = 0; i < 10; ++i)
        QVERIFY(write("mine/b/" + std::to_string(i) + ".png", plain(32, 30, 20, 10)));
    const auto described = describe();
    VERIFY_OK(described);
    QVERIFY(described->recipes.find("class_weights: balanced") != std::string::npos); // four to one
}

void TestDescribeFolder::rejects_data()
{
    QTest::addColumn<QString>("files");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *files, const char *says) {
        QTest::newRow(name) << QString::fromUtf8(files) << QString::fromUtf8(says);
    };
    row("nothing", "", "no such folder");
    row("one class", "a/0.png", "two classes or more");
    row("one class with files", "a/0.png b/0.txt", "only the folder 'a'");
    row("no samples", "a/0.txt b/0.txt", "no pictures (png, jpg) and no sounds");
    row("half and half", "a/0.png b/0.wav", "as many pictures as sounds");
    row("CIFAR", "data_batch_1.bin", "image-classification");
    row("files without folders", "0.png 1.png", "one folder each");
    row("none can be read", "a/0.png a/1.png b/0.png b/1.png", "can be read");
}

void TestDescribeFolder::rejects()
{
    QFETCH(QString, files);
    QFETCH(QString, says);
    for (const QString &file : files.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        QVERIFY(write("mine/" + file.toStdString(), "x"));
    const auto described = describe();
    QVERIFY(!described.ok());
    QVERIFY2(described.error().text().find(says.toStdString()) != std::string::npos, described.error().text().c_str());
    QVERIFY(described.error().text().find('\n') == std::string::npos);
}

void TestDescribeFolder::networksAreFitted()
{
    for (const char *name : {"resnet8", "ds-cnn", "mobilenet-v1-025", "demo-cnn", "resnet18-tiny"}) {
        const auto network = loadNetwork(name);
        VERIFY_OK(network);
        const auto fitted = fittedTo(*network, network->input, 7);
        VERIFY_OK(fitted);
        const auto shapes = inferShapes(*fitted);
        VERIFY_OK(shapes);
        QVERIFY((shapes->at(static_cast<std::size_t>(fitted->output)) == Shape{7, 1, 1}));
        VERIFY_OK(parseNetwork(writeNetwork(*fitted), "fitted.yaml"));
    }
    Network addition = *loadNetwork("resnet8");
    addition.output = addition.indexOf("s3_add"); // nothing behind it decides the number of outputs
    QVERIFY(addition.output > 0);
    const auto refused = fittedTo(addition, addition.input, 7);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().place.key, std::string("s3_add"));
}

void TestDescribeFolder::writtenOnesReadAgain()
{
    for (const std::string &name : listResources("benchmarks")) {
        const auto benchmark = loadBenchmark(name);
        VERIFY_OK(benchmark);
        if (benchmark->data.format == "demo" || benchmark->data.format.starts_with("cifar"))
            continue; // no folders of files
        const std::string text = writeBenchmark(*benchmark, "");
        const auto again = parseBenchmark(text, "again.yaml");
        VERIFY_OK(again);
        QCOMPARE(writeBenchmark(*again, ""), text);
        QVERIFY(again->input == benchmark->input && again->classNames == benchmark->classNames);
        QCOMPARE(again->data.testShare, benchmark->data.testShare);
        QCOMPARE(again->frontEnd.samples(), benchmark->frontEnd.samples());
        QCOMPARE(again->frontEnd.mfcc.coefficients, benchmark->frontEnd.mfcc.coefficients);
        QCOMPARE(again->frontEnd.stack, benchmark->frontEnd.stack);
    }
}

QTEST_APPLESS_MAIN(TestDescribeFolder)
#include "tst_describe_folder.moc"
