// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which files a folder's layout names, with which labels and splits; and what is said of folders that are not as they
// should be.
#include "core/data/class_folders.h"
#include "core/data/file_listing.h"
#include "core/data/machine_sounds.h"
#include "core/data/sample_split.h"
#include "core/data/speech_commands.h"
#include "core/data/tiny_imagenet.h"
#include "tests/core/data/data_folder.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace dnas;
using data_folder::Folder;

class TestLayouts : public QObject {
    Q_OBJECT

private slots:
    void classesShareTheirFiles();
    void aFileMoreMovesNoOther();
    void foldersForSplits();
    void foldersForSplitsInAnyCase();
    void refusesFolders_data();
    void refusesFolders();
    void loopsOfLinksEnd();
    void linksDoNotCountTwice();
    void smallClassesAreInEverySplit();
    void classesOfLinks();
    void manyTwinsAreCounted();
    void classesOfOneFileAreLearned();
    void thousandsOfClasses();
    void classesAreFound();
    void listingIsStopped();

    void speakersStayTogether();
    void listsDecide();
    void silenceAndUnknown();
    void speechWithoutItsWords();

    void machines();
    void refusesMachines_data();
    void refusesMachines();

    void tinyImagenet();
    void tinyImagenetWithAForeignClass();

private:
    static std::int64_t count(const SampleList &list, Split split, int label = -1)
    {
        return std::count_if(list.samples.begin(), list.samples.end(), [&](const Sample &sample) {
            return sample.split == split && (label < 0 || sample.label == label);
        });
    }
    static std::map<std::string, Split> splits(const SampleList &list)
    {
        std::map<std::string, Split> all;
        for (const Sample &sample : list.samples)
            all[sample.file] = sample.split;
        return all;
    }
};

void TestLayouts::classesShareTheirFiles()
{
    const Folder folder;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(folder.write("cat/" + std::to_string(i) + ".JPG"));
        QVERIFY(folder.write("dog/deep/" + std::to_string(i) + ".png"));
    }
    QVERIFY(folder.write("cat/notes.txt") && folder.write("cat/.hidden.png") && folder.write("other/1.png"));
    const auto list = listClassFolders(folder.path(), {.classes = {"dog", "cat"}, .test = 0.2});
    VERIFY_OK(list);
    QCOMPARE(list->samples.size(), std::size_t{40});
    for (const int label : {0, 1}) {
        QCOMPARE(count(*list, Split::Test, label), 4);
        QCOMPARE(count(*list, Split::Train, label), 16);
    }
    QCOMPARE(list->samples.front().file, std::string("cat/0.JPG"));
    QCOMPARE(list->samples.front().label, 1);
    QCOMPARE(list->notes.size(), std::size_t{1});
    QCOMPARE(list->notes[0].file, std::string("other"));
    const auto parts = splitSamples(*list, 7, 0.25);
    VERIFY_OK(parts);
    QCOMPARE((*parts)[0].size(), std::size_t{24});
    QCOMPARE((*parts)[1].size(), std::size_t{8});
    QCOMPARE((*parts)[2].size(), std::size_t{8});
    std::set<std::int64_t> all;
    for (const auto &part : *parts)
        all.insert(part.begin(), part.end());
    QCOMPARE(all.size(), std::size_t{40});
    QVERIFY((*splitSamples(*list, 8, 0.25))[1] != (*parts)[1]); // the validation split hangs on the seed
    QCOMPARE((*splitSamples(*list, 8, 0.25))[2], (*parts)[2]);  // the test split does not
    auto some = *parts;
    VERIFY_OK(limitSamples(some, *list, 7, {.train = 5, .test = 3}));
    QCOMPARE(some[0].size(), std::size_t{5});
    QCOMPARE(some[1], (*parts)[1]);
    QCOMPARE(some[2].size(), std::size_t{3});
    QVERIFY(std::includes((*parts)[2].begin(), (*parts)[2].end(), some[2].begin(), some[2].end()));
    for (const int label : {0, 1}) // the share is taken class by class
        QCOMPARE(std::count_if((*parts)[1].begin(), (*parts)[1].end(),
                               [&](std::int64_t n) { return list->samples[std::size_t(n)].label == label; }),
                 4);
}

void TestLayouts::aFileMoreMovesNoOther()
{
    const Folder folder;
    for (int i = 0; i < 60; ++i)
        QVERIFY(folder.write("a/" + std::to_string(i) + ".png") && folder.write("b/" + std::to_string(i) + ".png"));
    const auto before = listClassFolders(folder.path(), {.classes = {"a", "b"}});
    VERIFY_OK(before);
    QVERIFY(folder.write("a/more.png"));
    const auto after = listClassFolders(folder.path(), {.classes = {"a", "b"}});
    VERIFY_OK(after);
    auto now = splits(*after);
    int moved = 0;
    for (const auto &[file, split] : splits(*before))
        moved += now[file] == split ? 0 : 1;
    QVERIFY2(moved <= 1, qPrintable(QString::number(moved)));
}

void TestLayouts::foldersForSplits()
{
    const Folder folder;
    for (const char *name : {"train/a/1.wav", "train/a/2.wav", "train/b/1.wav", "val/a/3.wav", "test/b/4.flac"})
        QVERIFY(folder.write(name));
    const auto list = listClassFolders(folder.path(), {.kind = FileKind::Sound, .classes = {"a", "b"}});
    VERIFY_OK(list);
    QCOMPARE(count(*list, Split::Train), 3);
    QCOMPARE(count(*list, Split::Validation, 0), 1);
    QCOMPARE(count(*list, Split::Test, 1), 1);
    QVERIFY(list->hasValidation);
    const auto parts = splitSamples(*list, 1, 0.5);
    VERIFY_OK(parts);
    QCOMPARE((*parts)[0].size(), std::size_t{3}); // nothing is taken from it
}

/// Keras and others write them so.
void TestLayouts::foldersForSplitsInAnyCase()
{
    const Folder folder;
    for (const char *name : {"Training/a/1.png", "Training/b/1.png", "TEST/a/2.png", "TEST/b/2.png", "Valid/a/3.png"})
        QVERIFY(folder.write(name, name));
    QCOMPARE(findClasses(folder.path()).value(), (std::vector<std::string>{"a", "b"}));
    const auto list = listClassFolders(folder.path(), {.classes = {"a", "b"}});
    VERIFY_OK(list);
    QCOMPARE(count(*list, Split::Train), 2);
    QCOMPARE(count(*list, Split::Validation), 1);
    QCOMPARE(count(*list, Split::Test), 2);
    QVERIFY(list->hasValidation && !list->drawsTest);
    // Classes may be called so.
    QVERIFY(splitFoldersOf({"test", "train"}, {"test", "train"}).empty());
    QVERIFY(splitFoldersOf({"cars", "train"}, {}).empty()); // nothing beside it
}

void TestLayouts::refusesFolders_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("says");
    QTest::newRow("class without a folder") << QStringList{"a/1.png"} << "class 'b' has no folder here; there are a";
    QTest::newRow("empty class") << QStringList{"a/1.png", "b/readme.txt"} << "class 'b' has no picture";
    QTest::newRow("nothing") << QStringList{} << "there are no folders";
    QTest::newRow("empty in train") << QStringList{"train/a/1.png", "test/b/1.png", "train/b/x.txt"}
                                    << "class 'b' has no picture";
}

void TestLayouts::refusesFolders()
{
    QFETCH(QStringList, files);
    QFETCH(QString, says);
    const Folder folder;
    for (const QString &file : files)
        QVERIFY(folder.write(file.toStdString()));
    const auto list = listClassFolders(folder.path(), {.classes = {"a", "b"}});
    QVERIFY(!list.ok());
    QVERIFY2(QString::fromStdString(list.error().message).contains(says), list.error().text().c_str());
    QVERIFY(!list.error().place.file.empty());
    QVERIFY(!listClassFolders(folder.path() / "absent", {.classes = {"a", "b"}}).ok());
}

void TestLayouts::loopsOfLinksEnd()
{
    const Folder folder;
    QVERIFY(folder.write("a/1.png") && folder.write("b/1.png"));
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "a" / "up");
    std::filesystem::create_directory_symlink(folder.path() / "b", folder.path() / "b" / "self");
    const auto list = listClassFolders(folder.path(), {.classes = {"a", "b"}, .test = 0.01});
    VERIFY_OK(list);
    // What a link up would bring is of other classes; it is left out and said.
    QCOMPARE(list->samples.size(), std::size_t{2});
    QCOMPARE(list->notes.size(), std::size_t{2});
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "all");
    QCOMPARE(*foldersIn(folder.path()), (std::vector<std::string>{"a", "b"}));
}

/// A file that two names lead to counts once, under the name without a link.
void TestLayouts::linksDoNotCountTwice()
{
    const Folder folder;
    for (const char *name : {"test/a/1.png", "test/b/1.png", "train/a/2.png", "train/b/2.png", "train/b/3.png"})
        QVERIFY(folder.write(name, name));
    std::filesystem::create_symlink(folder.path() / "test/a/1.png", folder.path() / "train/a/known.png");
    std::filesystem::create_hard_link(folder.path() / "train/b/3.png", folder.path() / "train/b/4.png");
    std::filesystem::create_directory_symlink(folder.path() / "train/b", folder.path() / "train/a/b");
    const auto list = listClassFolders(folder.path(), {.classes = {"a", "b"}});
    VERIFY_OK(list);
    QCOMPARE(count(*list, Split::Test), 2);
    QCOMPARE(list->notes.size(), std::size_t{5});
    QCOMPARE(list->notes.front().file, std::string("train/a/b/2.png"));
    QCOMPARE(list->notes.front().text, std::string("is the same file as train/b/2.png; left out"));
    std::set<std::string> training;
    for (const Sample &sample : list->samples) {
        if (sample.split == Split::Train)
            training.insert(sample.file);
    }
    QCOMPARE(training, (std::set<std::string>{"train/a/2.png", "train/b/2.png", "train/b/3.png"}));
}

/// However few its files are, a class that has three is learned, chosen by and tested.
void TestLayouts::smallClassesAreInEverySplit()
{
    const Folder folder;
    for (int label = 0; label < 30; ++label)
        for (int i = 0; i < 3; ++i)
            QVERIFY(folder.write("c" + std::to_string(label) + "/" + std::to_string(i) + ".png"));
    std::vector<std::string> classes;
    for (int label = 0; label < 30; ++label)
        classes.push_back("c" + std::to_string(label));
    const auto list = listClassFolders(folder.path(), {.classes = classes, .test = 0.1});
    VERIFY_OK(list);
    const auto parts = splitSamples(*list, 5, 0.1);
    VERIFY_OK(parts);
    for (const auto &part : *parts) {
        std::set<int> labels;
        for (const std::int64_t number : part)
            labels.insert(list->samples[std::size_t(number)].label);
        QCOMPARE(part.size(), std::size_t{30});
        QCOMPARE(labels.size(), std::size_t{30});
    }
}

/// A class that is nothing but links to another, and links to nothing.
void TestLayouts::classesOfLinks()
{
    const Folder folder;
    QVERIFY(folder.write("a/1.png", "a") && folder.write("b/1.png", "b"));
    std::filesystem::create_symlink("gone.png", folder.path() / "a/2.png");
    std::filesystem::create_directory_symlink(folder.path() / "a", folder.path() / "c");
    const auto linked = listClassFolders(folder.path(), {.classes = {"a", "b", "c"}});
    QVERIFY(!linked.ok());
    QVERIFY2(linked.error().message.starts_with("class 'c' has only files that are here under other names"),
             linked.error().message.c_str());
    const auto list = listClassFolders(folder.path(), {.classes = {"a", "b"}, .test = 0.01});
    VERIFY_OK(list);
    QCOMPARE(list->samples.size(), std::size_t{2});
    QCOMPARE(list->notes.front().file, std::string("c"));
    QCOMPARE(list->notes.back().file, std::string("a/2.png"));
}

/// However much else there is to say of a folder.
void TestLayouts::manyTwinsAreCounted()
{
    const Folder folder;
    QVERIFY(folder.write("a/0.png", "a") && folder.write("b/0.png", "b"));
    for (int i = 0; i < 12; ++i)
        QVERIFY(folder.makeFolder("other" + std::to_string(i)));
    for (int i = 1; i <= 11; ++i)
        std::filesystem::create_symlink(folder.path() / "a/0.png", folder.path() / ("b/" + std::to_string(i) + ".png"));
    const auto list = listClassFolders(folder.path(), {.classes = {"a", "b"}});
    VERIFY_OK(list);
    QCOMPARE(list->samples.size(), std::size_t{2});
    QCOMPARE(list->notes.back().text, std::string("11 files are here twice, under names that are left out"));
}

/// A class with one file is learned, whatever the shares are: nothing else can be done with it.
void TestLayouts::classesOfOneFileAreLearned()
{
    const Folder folder;
    for (const char *name : {"a/1.png", "b/1.png", "b/2.png", "b/3.png"})
        QVERIFY(folder.write(name, name));
    const auto list = listClassFolders(folder.path(), {.classes = {"a", "b"}, .test = 0.5});
    VERIFY_OK(list);
    QCOMPARE(count(*list, Split::Test, 0), 0);
    const auto parts = splitSamples(*list, 1, 0.5);
    VERIFY_OK(parts);
    QCOMPARE(parts->front().front(), std::int64_t{0}); // a/1.png trains
}

void TestLayouts::thousandsOfClasses()
{
    const Folder folder;
    std::vector<std::string> classes;
    for (int i = 0; i < 2000; ++i) {
        classes.push_back("class" + std::to_string(i));
        QVERIFY(folder.write(classes.back() + "/1.png"));
    }
    const auto list = listClassFolders(folder.path(), {.classes = classes});
    VERIFY_OK(list);
    QCOMPARE(list->samples.size(), std::size_t{2000});
    QCOMPARE(count(*list, Split::Train), 2000); // one picture of a class is for training
}

void TestLayouts::classesAreFound()
{
    const Folder folder;
    QVERIFY(folder.write("b/1.png") && folder.write("_background_noise_/1.wav"));
    const auto one = findClasses(folder.path());
    QVERIFY(!one.ok());
    QVERIFY2(one.error().message.find("two classes or more") != std::string::npos, one.error().message.c_str());
    QVERIFY(folder.write("a/1.png"));
    QCOMPARE(findClasses(folder.path()).value(), (std::vector<std::string>{"a", "b"}));
}

/// A folder on a network may take minutes; whoever has stopped must not wait for the rest of it.
void TestLayouts::listingIsStopped()
{
    const Folder folder;
    for (const char *file : {"a/0.png", "a/1.png", "b/0.png", "b/1.png"})
        QVERIFY(folder.write(file));
    StopToken stop;
    const ClassFolderOptions options{.classes = {"a", "b"}, .stop = &stop};
    QVERIFY(listClassFolders(folder.path(), options).ok());
    stop.request(StopRequest::Stop);
    const auto list = listClassFolders(folder.path(), options);
    QVERIFY(!list.ok());
    QCOMPARE(list.error().code, ErrorCode::Cancelled);
    std::vector<std::string> unreadable;
    const auto files = filesBelow(folder.path(), FileKind::Picture, unreadable, &stop);
    QVERIFY(!files.ok());
    QCOMPARE(files.error().code, ErrorCode::Cancelled);
    QVERIFY(unreadable.empty());
}

void TestLayouts::speakersStayTogether()
{
    const Folder folder;
    for (int speaker = 0; speaker < 40; ++speaker) {
        const std::string name =
            QString::number(0x1234560 + speaker, 16).rightJustified(8, QLatin1Char('0')).toStdString();
        for (int i = 0; i <= speaker % 4; ++i) {
            QVERIFY(folder.write("yes/" + name + "_nohash_" + std::to_string(i) + ".wav"));
            QVERIFY(folder.write("no/" + name + "_nohash_" + std::to_string(i) + ".wav"));
            QVERIFY(folder.write("_unknown_/bed_" + name + "_nohash_" + std::to_string(i) + ".wav.wav"));
        }
    }
    const auto list = listSpeechCommands(folder.path(), {.classes = {"yes", "no", "unknown"}, .test = 0.25});
    VERIFY_OK(list);
    QCOMPARE(list->samples.size(), std::size_t{300});
    QCOMPARE(list->groups.size(), std::size_t{40});
    QVERIFY(list->splitByGroup && !list->hasValidation);
    const std::int64_t test = count(*list, Split::Test);
    QVERIFY2(std::abs(test - 75) <= 12, qPrintable(QString::number(test))); // a speaker has up to 12 clips
    const auto parts = splitSamples(*list, 3, 0.2);
    VERIFY_OK(parts);
    std::map<int, std::set<int>> partsOf;
    for (int part = 0; part < 3; ++part) {
        QVERIFY(!(*parts)[std::size_t(part)].empty());
        for (const std::int64_t number : (*parts)[std::size_t(part)])
            partsOf[list->samples[std::size_t(number)].group].insert(part);
    }
    for (const auto &[group, where] : partsOf)
        QCOMPARE(where.size(), std::size_t{1});
}

void TestLayouts::listsDecide()
{
    const Folder folder;
    for (const char *name : {"yes/aaaaaaaa_nohash_0.wav", "yes/bbbbbbbb_nohash_0.wav", "yes/cccccccc_nohash_0.wav",
                             "no/aaaaaaaa_nohash_0.wav"})
        QVERIFY(folder.write(name));
    QVERIFY(folder.write("testing_list.txt", "yes/bbbbbbbb_nohash_0.wav\r\nyes/gone.wav\n"));
    QVERIFY(folder.write("validation_list.txt", "yes/cccccccc_nohash_0.wav\n"));
    const auto list = listSpeechCommands(folder.path(), {.classes = {"yes", "no"}});
    VERIFY_OK(list);
    auto where = splits(*list);
    QCOMPARE(where["yes/bbbbbbbb_nohash_0.wav"], Split::Test);
    QCOMPARE(where["yes/cccccccc_nohash_0.wav"], Split::Validation);
    QCOMPARE(where["yes/aaaaaaaa_nohash_0.wav"], Split::Train);
    QVERIFY(folder.write("testing_list.txt", "maybe/1.wav\n") && folder.write("validation_list.txt", ""));
    const auto useless = listSpeechCommands(folder.path(), {.classes = {"yes", "no"}});
    QVERIFY(!useless.ok());
    QVERIFY(useless.error().place.file.ends_with("testing_list.txt"));
}

void TestLayouts::silenceAndUnknown()
{
    const Folder folder;
    for (int i = 0; i < 40; ++i) {
        const std::string name = "_nohash_0.wav";
        const std::string speaker = QString::number(0xa0000000U + unsigned(i), 16).toStdString();
        for (const char *word : {"yes/", "no/", "bed/", "cat/"})
            QVERIFY(folder.write(word + speaker + name));
    }
    SpeechCommandsOptions options{.classes = {"yes", "no", "silence", "unknown"}, .unknown = 0.5};
    const auto without = listSpeechCommands(folder.path(), options);
    QVERIFY(!without.ok());
    QVERIFY2(without.error().message.find("_background_noise_") != std::string::npos, without.error().text().c_str());
    QVERIFY(folder.write("_background_noise_/hum.wav", data_folder::tone(20, 100)));
    const auto list = listSpeechCommands(folder.path(), options);
    VERIFY_OK(list);
    const std::int64_t unknown = count(*list, Split::Train, 3) + count(*list, Split::Test, 3);
    QVERIFY2(unknown > 20 && unknown < 60, qPrintable(QString::number(unknown))); // 40 ± 4.5
    for (const Sample &sample : list->samples) {
        if (sample.label != 2)
            continue;
        // Each split has its own part of the noise: 80, 10 and 10 %.
        QVERIFY(sample.split == Split::Train ? sample.start <= 15 : sample.start >= 16);
        QCOMPARE(sample.group, -1);
    }
    QVERIFY(count(*list, Split::Train, 2) > 0 && count(*list, Split::Test, 2) > 0);
    options.leaveOut = {"yes/a0000003_nohash_0.wav"};
    // The left-out file, and that the official lists are not there.
    QCOMPARE(listSpeechCommands(folder.path(), options)->notes.size(), list->notes.size() + 1);
}

void TestLayouts::speechWithoutItsWords()
{
    const Folder folder;
    QVERIFY(folder.write("yes/aaaaaaaa_nohash_0.wav"));
    const auto list = listSpeechCommands(folder.path(), {.classes = {"yes", "no"}});
    QVERIFY(!list.ok());
    QVERIFY(list.error().place.file.ends_with("no"));
}

void TestLayouts::machines()
{
    const Folder folder;
    for (int i = 0; i < 20; ++i) {
        for (const char *machine : {"id_01", "id_02"}) {
            const std::string end = std::string(machine) + "_" + std::to_string(i) + ".wav";
            QVERIFY(folder.write("train/normal_" + end) && folder.write("test/normal_" + end) &&
                    folder.write("test/anomaly_" + end));
        }
    }
    const auto list = listMachineSounds(folder.path(), 0.25);
    VERIFY_OK(list);
    QCOMPARE(list->groups, (std::vector<std::string>{"id_01", "id_02"}));
    QCOMPARE(count(*list, Split::Train), 40);
    for (const int label : {kNormal, kAnomalous}) {
        QCOMPARE(count(*list, Split::Validation, label), 10);
        QCOMPARE(count(*list, Split::Test, label), 30);
    }
}

void TestLayouts::refusesMachines_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("says");
    QTest::newRow("odd name") << QStringList{"train/sound.wav"} << "neither state nor machine";
    QTest::newRow("anomaly to train on") << QStringList{"train/anomaly_id_01_1.wav"} << "move it to test/";
    QTest::newRow("one kind only") << QStringList{"train/normal_id_01_1.wav", "test/normal_id_01_1.wav"}
                                   << "0 anomalies";
    QTest::newRow("nothing to train on") << QStringList{"train/x.txt", "test/normal_id_01_1.wav"} << "no clips";
}

void TestLayouts::refusesMachines()
{
    QFETCH(QStringList, files);
    QFETCH(QString, says);
    const Folder folder;
    QVERIFY(folder.makeFolder("test"));
    for (const QString &file : files)
        QVERIFY(folder.write(file.toStdString()));
    const auto list = listMachineSounds(folder.path(), 0.25);
    QVERIFY(!list.ok());
    QVERIFY2(QString::fromStdString(list.error().text()).contains(says), list.error().text().c_str());
}

void TestLayouts::tinyImagenet()
{
    const Folder folder;
    QVERIFY(folder.write("wnids.txt", "n02\nn01\n"));
    for (const char *name :
         {"train/n01/images/a.JPEG", "train/n02/images/b.JPEG", "train/n02/images/c.JPEG", "val/images/val_0.JPEG"})
        QVERIFY(folder.write(name));
    QVERIFY(folder.write("val/val_annotations.txt", "val_0.JPEG\tn01\t0\t0\t9\t9\nval_1.JPEG\tn02\t0\t0\t9\t9\n"));
    const auto list = listTinyImagenet(folder.path(), 2);
    VERIFY_OK(list);
    QCOMPARE(count(*list, Split::Train, 0), 2); // n02 stands first in wnids.txt
    QCOMPARE(count(*list, Split::Train, 1), 1);
    QCOMPARE(count(*list, Split::Test, 1), 1);
    QCOMPARE(list->notes.size(), std::size_t{1}); // val_1 is not there
    const auto more = listTinyImagenet(folder.path(), 200);
    QVERIFY(!more.ok());
    QVERIFY(more.error().message.find("names 2 classes") != std::string::npos);
}

void TestLayouts::tinyImagenetWithAForeignClass()
{
    const Folder folder;
    QVERIFY(folder.write("wnids.txt", "n01\nn02\n") && folder.write("train/n01/images/a.JPEG") &&
            folder.write("train/n02/images/a.JPEG") && folder.write("val/images/v.JPEG") &&
            folder.write("val/val_annotations.txt", "v.JPEG\tn01\nw.JPEG\tn77\n"));
    const auto list = listTinyImagenet(folder.path(), 2);
    QVERIFY(!list.ok());
    QCOMPARE(list.error().place.line, 2);
}

QTEST_APPLESS_MAIN(TestLayouts)
#include "tst_layouts.moc"
