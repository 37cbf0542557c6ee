// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Batches of a resident data set: the right picture at the right place, clean or augmented, whatever the order.
#include "core/data/augment.h"
#include "core/data/data_set.h"
#include "core/data/demo_pictures.h"
#include "core/data/split.h"
#include "tests/core/data/cifar_folder.h"
#include "tests/support/result_checks.h"

#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <numeric>

using namespace dnas;

class TestResidentImages : public QObject {
    Q_OBJECT

private slots:
    void readsTheSplitsRecords();
    void augmentsBySample();
    void limitsTraining();
    void countsClasses();
};

namespace {

constexpr Split kSplits[] = {Split::Train, Split::Validation, Split::Test};

std::vector<std::int64_t> everyPosition(const DataSet &data, Split split)
{
    std::vector<std::int64_t> all(static_cast<std::size_t>(data.size(split)));
    std::iota(all.begin(), all.end(), std::int64_t{0});
    return all;
}

} // namespace

void TestResidentImages::readsTheSplitsRecords()
{
    QTemporaryDir root;
    QVERIFY(cifar_folder::makeCifar10(root.path(), 6));
    Benchmark benchmark = cifar_folder::benchmark("cifar10");
    benchmark.mean = {0.5, 0.4, 0.3};
    benchmark.deviation = {0.25, 0.2, 0.1};
    const auto data = openDataSet(benchmark, {.folder = root.path().toStdString(), .seed = 4, .validation = 0.2});
    VERIFY_OK(data);
    QCOMPARE((*data)->size(Split::Train), 24); // 30 training records
    QCOMPARE((*data)->size(Split::Validation), 6);
    QCOMPARE((*data)->size(Split::Test), 6);
    const auto records = splitRecords(30, 6, 4, 0.2);
    for (const Split split : kSplits) {
        Batch batch;
        auto positions = everyPosition(**data, split);
        std::reverse(positions.begin(), positions.end());
        (*data)->read(split, positions, {}, batch);
        QCOMPARE(batch.samples(), (*data)->size(split));
        QVERIFY((batch.shape == Shape{3, 32, 32}));
        QCOMPARE(batch.inputs.size(), positions.size() * 3072);
        for (std::size_t i = 0; i < positions.size(); ++i) {
            const int record = static_cast<int>((*records)[std::size_t(split)][std::size_t(positions[i])]);
            QCOMPARE(batch.labels[i], std::int64_t{record % 10});
            // Row 9, column 4, each channel, by the formula.
            for (std::size_t c = 0; c < 3; ++c) {
                const double byte = cifar_folder::pixel(record, static_cast<int>(c), 9, 4);
                const double expected = (byte / 255 - benchmark.mean[c]) / benchmark.deviation[c];
                QCOMPARE(batch.inputs[i * 3072 + (9 * 32 + 4) * 3 + c], static_cast<float>(expected));
            }
        }
    }
}

void TestResidentImages::augmentsBySample()
{
    Benchmark benchmark = cifar_folder::benchmark("demo");
    benchmark.data.train = 40;
    benchmark.data.test = 10;
    const DataOptions options{.augment = {{.kind = "crop", .amount = 3}, {.kind = "flip"}}};
    const auto data = openDataSet(benchmark, options);
    VERIFY_OK(data);
    const AugmentContext context{.enabled = true, .seed = 9, .epoch = 5};
    Batch whole, clean, single;
    const auto positions = everyPosition(**data, Split::Train);
    (*data)->read(Split::Train, positions, context, whole);
    (*data)->read(Split::Train, positions, {}, clean);
    QVERIFY(whole.inputs != clean.inputs);
    QCOMPARE(whole.labels, clean.labels);

    const auto records = splitRecords(40, 10, options.seed, options.validation);
    const ImageSet images = drawDemoPictures(benchmark.data.seed, 40, 10);
    const auto table = PixelTable::make({}, {}, 3);
    std::array<float, 768> expected{};
    for (const std::int64_t position : {std::int64_t{35}, std::int64_t{0}, std::int64_t{17}}) {
        // Alone it is the same as in the batch: order and batch size change nothing …
        (*data)->read(Split::Train, std::array{position}, context, single);
        QVERIFY(std::equal(single.inputs.begin(), single.inputs.end(), whole.inputs.begin() + position * 768));
        // … and it is the record moved as the stream of its record number says.
        const std::int64_t record = (*records)[0][std::size_t(position)];
        writeImage(images.pixels.data() + record * 768, images.shape, *table,
                   drawMove({.crop = 3, .flip = true}, context, record, images.shape), expected.data());
        QVERIFY(std::equal(expected.begin(), expected.end(), single.inputs.begin()));
    }
}

void TestResidentImages::limitsTraining()
{
    Benchmark benchmark = cifar_folder::benchmark("demo");
    benchmark.data.train = 100;
    benchmark.data.test = 20;
    const auto whole = openDataSet(benchmark, {.validation = 0.2});
    const auto limited = openDataSet(benchmark, {.validation = 0.2, .limits = {.train = 30}});
    VERIFY_OK(limited);
    QCOMPARE((*whole)->size(Split::Train), 80);
    QCOMPARE((*limited)->size(Split::Train), 30);
    QCOMPARE((*limited)->size(Split::Validation), 20);
    QCOMPARE((*limited)->size(Split::Test), 20);
    Batch a, b;
    const auto positions = everyPosition(**limited, Split::Train);
    (*whole)->read(Split::Train, positions, {}, a);
    (*limited)->read(Split::Train, positions, {}, b);
    QVERIFY(a.inputs == b.inputs && a.labels == b.labels);
}

void TestResidentImages::countsClasses()
{
    Benchmark benchmark = cifar_folder::benchmark("demo");
    benchmark.data.train = 100;
    benchmark.data.test = 20;
    const auto data = openDataSet(benchmark, {.validation = 0.25});
    VERIFY_OK(data);
    QCOMPARE((*data)->classes(), 10);
    const auto train = (*data)->classCounts(Split::Train);
    const auto validation = (*data)->classCounts(Split::Validation);
    for (std::size_t label = 0; label < 10; ++label)
        QCOMPARE(train[label] + validation[label], std::int64_t{10}); // 100 records, labels go round
    QCOMPARE(std::accumulate(validation.begin(), validation.end(), std::int64_t{0}), std::int64_t{25});
    QCOMPARE((*data)->classCounts(Split::Test), std::vector<std::int64_t>(10, 2));
}

QTEST_APPLESS_MAIN(TestResidentImages)
#include "tst_resident_images.moc"
