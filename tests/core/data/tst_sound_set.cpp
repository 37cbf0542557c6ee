// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Clips as a data set: features, augmentation that hangs on nothing but its key, copies, stacked frames; files that
// cannot be read.
#include "core/data/data_set.h"
#include "tests/core/data/data_folder.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <set>

using namespace dnas;
using data_folder::Folder;
using data_folder::tone;

class TestSoundSet : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanFeaturesTellTones();
    void augmentationHangsOnItsKey();
    void copiesComeInTurn();
    void unreadableFiles();
    void machinesGiveStackedFrames();
    void wrongAugmentation();

private:
    static Benchmark benchmark()
    {
        const auto parsed = parseBenchmark(
            "{name: tones, data: {format: sounds, folder: tones, test: 20%, skip: 10%}, network: ds-cnn, "
            "front_end: {kind: mfcc}, input: [1, 49, 10], classes: [low, high]}",
            "tones.yaml");
        return parsed.ok() ? *parsed : Benchmark{.name = parsed.error().text()};
    }
    bool makeTones(int clips)
    {
        for (int i = 0; i < clips; ++i) {
            if (!m_folder->write("tones/low/" + std::to_string(i) + ".wav", tone(0.9, 200 + i)) ||
                !m_folder->write("tones/high/" + std::to_string(i) + ".wav", tone(1.1, 2000 + i, 0.5, 44100)))
                return false;
        }
        return m_folder->write("tones/_background_noise_/hiss.wav", tone(3, 3000, 0.9));
    }
    Result<std::shared_ptr<const DataSet>> open(std::vector<Augmentation> augment = {}, int copies = 0) const
    {
        return openDataSet(
            benchmark(),
            {.folder = m_folder->path(), .validation = 0.25, .augment = std::move(augment), .copies = copies});
    }
    static Batch read(const DataSet &data, const AugmentContext &augment, std::vector<std::int64_t> samples)
    {
        Batch batch;
        data.read(Split::Train, samples, augment, batch);
        return batch;
    }

    std::unique_ptr<Folder> m_folder;
};

void TestSoundSet::init()
{
    m_folder = std::make_unique<Folder>();
    qputenv("PARETOSCOPE_CACHE", QByteArray::fromStdString((m_folder->path() / "cache").string()));
}

void TestSoundSet::cleanFeaturesTellTones()
{
    QVERIFY(makeTones(10));
    const auto data = open();
    VERIFY_OK(data);
    QCOMPARE((*data)->shape(), (Shape{1, 49, 10}));
    QCOMPARE((*data)->size(Split::Train), 12);
    QCOMPARE((*data)->size(Split::Validation), 4);
    QCOMPARE((*data)->size(Split::Test), 4);
    QCOMPARE((*data)->classCounts(Split::Test), (std::vector<std::int64_t>{2, 2}));
    QVERIFY((*data)->notes().empty());
    QVERIFY(!(*data)->clips(Split::Train));
    Batch batch;
    (*data)->read(Split::Test, std::array<std::int64_t, 4>{0, 1, 2, 3}, {}, batch);
    QCOMPARE(batch.inputs.size(), std::size_t{4 * 490});
    // The second coefficient weighs low against high bands: it is positive of low tones and negative of high ones.
    for (std::size_t i = 0; i < 4; ++i) {
        const float slope = batch.inputs[i * 490 + 20 * 10 + 1];
        QVERIFY2(batch.labels[i] == 0 ? slope > 1 : slope < -1, qPrintable(QString::number(double{slope})));
    }
}

void TestSoundSet::augmentationHangsOnItsKey()
{
    QVERIFY(makeTones(10));
    const auto data = open({{"time_shift", 0.1}, {"noise", 0.5, 1.0}, {"spec_augment", 5, 2}});
    VERIFY_OK(data);
    const AugmentContext first{.enabled = true, .seed = 3, .epoch = 1};
    const Batch whole = read(**data, first, {0, 1, 2, 3, 4, 5});
    const Batch again = read(**data, first, {4});
    QVERIFY(std::equal(again.inputs.begin(), again.inputs.end(), whole.inputs.begin() + 4 * 490));
    QVERIFY(read(**data, {.enabled = true, .seed = 3, .epoch = 2}, {4}).inputs != again.inputs);
    QVERIFY(read(**data, {.enabled = true, .seed = 4, .epoch = 1}, {4}).inputs != again.inputs);
    const Batch clean = read(**data, {}, {4});
    QVERIFY(clean.inputs != again.inputs);
    const auto blank = std::count(again.inputs.begin(), again.inputs.end(), 0.0F);
    QVERIFY2(blank <= 5 * 10 + 2 * 49, qPrintable(QString::number(blank)));
}

void TestSoundSet::copiesComeInTurn()
{
    QVERIFY(makeTones(8));
    const std::vector<Augmentation> steps{{"time_shift", 0.1}, {"noise", 0.5, 1.0}};
    const auto data = open(steps, 3);
    VERIFY_OK(data);
    std::set<std::vector<float>> variants;
    for (std::uint64_t epoch = 0; epoch < 60; ++epoch)
        variants.insert(read(**data, {.enabled = true, .seed = 1, .epoch = epoch}, {2}).inputs);
    QCOMPARE(variants.size(), std::size_t{3});
    QVERIFY(!variants.contains(read(**data, {}, {2}).inputs));
    // Another search with another seed finds the same ones.
    const auto other = openDataSet(
        benchmark(), {.folder = m_folder->path(), .seed = 9, .validation = 0, .augment = steps, .copies = 3});
    VERIFY_OK(other);
    std::size_t found = 0;
    for (std::int64_t sample = 0; sample < (*other)->size(Split::Train); ++sample)
        found += variants.contains(read(**other, {.enabled = true, .seed = 5, .epoch = 4}, {sample}).inputs) ? 1 : 0;
    QCOMPARE(found, std::size_t{1});
}

void TestSoundSet::unreadableFiles()
{
    QVERIFY(makeTones(10));
    QVERIFY(m_folder->write("tones/low/3.wav", "no sound at all"));
    const auto data = open();
    VERIFY_OK(data);
    QCOMPARE((*data)->size(Split::Train) + (*data)->size(Split::Validation) + (*data)->size(Split::Test), 19);
    QCOMPARE((*data)->notes().size(), std::size_t{1});
    QCOMPARE((*data)->notes()[0].file, std::string("low/3.wav"));
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_folder->write("tones/high/" + std::to_string(i) + ".wav", "broken"));
    const auto refused = open();
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.find("6 of 20 files cannot be read") != std::string::npos,
             refused.error().text().c_str());
}

void TestSoundSet::machinesGiveStackedFrames()
{
    for (int i = 0; i < 8; ++i) {
        const std::string end = "_id_01_" + std::to_string(i) + ".wav";
        QVERIFY(m_folder->write("cars/train/normal" + end, tone(1, 500 + 10 * i)) &&
                m_folder->write("cars/test/normal" + end, tone(1, 505 + 10 * i)) &&
                m_folder->write("cars/test/anomaly" + end, tone(1, 2500 + 10 * i)));
    }
    const auto parsed = parseBenchmark("{name: cars, data: {format: machine_sounds, folder: cars, validation: 50%}, "
                                       "network: autoencoder, front_end: {kind: log_mel, seconds: 1, from_frame: 2, "
                                       "frames: 20, stack: 5}, input: [640, 1, 1], classes: [normal, anomaly]}",
                                       "cars.yaml");
    VERIFY_OK(parsed);
    QCOMPARE(qualityMetricOf(*parsed), std::string("AUC"));
    QCOMPARE(parsed->recipe.loss, std::string("mse"));
    const auto data = openDataSet(*parsed, {.folder = m_folder->path()});
    VERIFY_OK(data);
    QCOMPARE((*data)->size(Split::Train), 8 * 16); // 20 frames give 16 stacks of five
    const ClipGroups *clips = (*data)->clips(Split::Test);
    QVERIFY(clips);
    QCOMPARE(clips->inputs, 16);
    QCOMPARE(clips->labels.size(), std::size_t{8});
    QCOMPARE(std::count(clips->labels.begin(), clips->labels.end(), 1), 4);
    QCOMPARE(clips->names, (std::vector<std::string>{"id_01"}));
    // Neighbouring inputs of a clip share four frames.
    const Batch batch = read(**data, {}, {16, 17});
    QVERIFY(std::equal(batch.inputs.begin() + 128, batch.inputs.begin() + 640, batch.inputs.begin() + 640));
}

void TestSoundSet::wrongAugmentation()
{
    QVERIFY(makeTones(4));
    const auto data = open({{"flip"}});
    QVERIFY(!data.ok());
    QVERIFY2(data.error().message.find("flip is for pictures") != std::string::npos, data.error().text().c_str());
}

QTEST_APPLESS_MAIN(TestSoundSet)
#include "tst_sound_set.moc"
