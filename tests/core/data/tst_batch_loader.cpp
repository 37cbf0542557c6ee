// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The loader: the same batches whatever runs ahead, every sample once, and no hanging when it is left early.
#include "core/data/batch_loader.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <numeric>
#include <stdexcept>

using namespace dnas;

namespace {

/// Its one input is the sample's number, plus the epoch in thousands when augmented.
class NumberedSamples : public DataSet {
public:
    explicit NumberedSamples(std::int64_t samples, std::int64_t failsAt = -1)
        : m_samples(samples)
        , m_failsAt(failsAt)
    {
    }
    Shape shape() const override { return {1, 1, 1}; }
    int classes() const override { return 3; }
    std::int64_t size(Split split) const override { return split == Split::Train ? m_samples : 5; }
    std::vector<std::int64_t> classCounts(Split) const override { return {}; }
    void read(Split, std::span<const std::int64_t> samples, const AugmentContext &augment, Batch &out) const override
    {
        ++reads;
        out.shape = shape();
        out.inputs.clear();
        out.labels.clear();
        for (const std::int64_t sample : samples) {
            if (sample == m_failsAt)
                throw std::runtime_error("asked to fail");
            const double shift = augment.enabled ? 1000.0 * static_cast<double>(augment.epoch) : 0;
            out.inputs.push_back(static_cast<float>(static_cast<double>(sample) + shift));
            out.labels.push_back(sample % 3);
        }
    }
    mutable std::atomic<int> reads{0};

private:
    std::int64_t m_samples;
    std::int64_t m_failsAt;
};

std::vector<std::vector<float>> epochOf(const std::shared_ptr<const DataSet> &data, const LoaderOptions &options)
{
    BatchLoader loader(data, options);
    std::vector<std::vector<float>> batches;
    while (const Batch *batch = loader.next())
        batches.push_back(batch->inputs);
    return batches;
}

std::vector<float> flat(const std::vector<std::vector<float>> &batches)
{
    std::vector<float> all;
    for (const auto &batch : batches)
        all.insert(all.end(), batch.begin(), batch.end());
    return all;
}

} // namespace

class TestBatchLoader : public QObject {
    Q_OBJECT

private slots:
    void sameWhateverRunsAhead_data();
    void sameWhateverRunsAhead();
    void everySampleOnce();
    void orderByEpoch();
    void lastBatch();
    void staysWithinItsRing();
    void canBeLeftEarly();
    void failureEndsTheEpoch();
    void emptySplit();
};

void TestBatchLoader::sameWhateverRunsAhead_data()
{
    QTest::addColumn<int>("ahead");
    for (const int ahead : {1, 2, 4, 1000})
        QTest::addRow("%d", ahead) << ahead;
}

void TestBatchLoader::sameWhateverRunsAhead()
{
    QFETCH(int, ahead);
    const auto data = std::make_shared<NumberedSamples>(101);
    LoaderOptions options{.batch = 8, .shuffle = true, .augment = {.enabled = true, .epoch = 2}, .seed = 6, .ahead = 0};
    const auto plain = epochOf(data, options);
    QCOMPARE(plain.size(), std::size_t{13}); // 12 of 8, and 5
    options.ahead = ahead;
    QCOMPARE(epochOf(data, options), plain);
}

void TestBatchLoader::everySampleOnce()
{
    const auto data = std::make_shared<NumberedSamples>(100);
    auto all = flat(epochOf(data, {.batch = 7, .shuffle = true, .seed = 1}));
    QVERIFY(!std::is_sorted(all.begin(), all.end()));
    std::sort(all.begin(), all.end());
    std::vector<float> expected(100);
    std::iota(expected.begin(), expected.end(), 0.0f);
    QCOMPARE(all, expected);
    QCOMPARE(flat(epochOf(data, {.batch = 7, .shuffle = false})), expected); // in order when not shuffled
}

void TestBatchLoader::orderByEpoch()
{
    const auto data = std::make_shared<NumberedSamples>(100);
    const auto order = [&](std::uint64_t seed, std::uint64_t epoch, int batch) {
        return flat(epochOf(data, {.batch = batch, .shuffle = true, .augment = {.epoch = epoch}, .seed = seed}));
    };
    QCOMPARE(order(1, 0, 7), order(1, 0, 32)); // the batch size cuts, it does not reorder
    QVERIFY(order(1, 0, 7) != order(1, 1, 7));
    QVERIFY(order(1, 0, 7) != order(2, 0, 7));
}

void TestBatchLoader::lastBatch()
{
    const auto data = std::make_shared<NumberedSamples>(20);
    LoaderOptions options{.batch = 8};
    QCOMPARE(BatchLoader(data, options).batches(), 3);
    QCOMPARE(epochOf(data, options).back().size(), std::size_t{4});
    options.dropLast = true;
    QCOMPARE(BatchLoader(data, options).batches(), 2);
    QCOMPARE(epochOf(data, options).back().size(), std::size_t{8});
    options = {.split = Split::Test, .batch = 8};
    QCOMPARE(flat(epochOf(data, options)).size(), std::size_t{5});
}

void TestBatchLoader::staysWithinItsRing()
{
    const auto data = std::make_shared<NumberedSamples>(1000);
    BatchLoader loader(data, {.batch = 10, .ahead = 3});
    const Batch *batch = loader.next();
    QVERIFY(batch);
    QTRY_COMPARE(data->reads.load(), 4); // the one in hand and three ahead
    QTest::qSleep(20);                   // a loader that does not wait would go on here
    QCOMPARE(data->reads.load(), 4);
    QCOMPARE(batch->inputs.front(), 0.0f); // and the one in hand is untouched
    QCOMPARE(loader.next()->inputs.front(), 10.0f);
    QTRY_COMPARE(data->reads.load(), 5);
}

void TestBatchLoader::canBeLeftEarly()
{
    const auto data = std::make_shared<NumberedSamples>(10000);
    for (int round = 0; round < 200; ++round) {
        BatchLoader loader(data, {.batch = 4, .shuffle = true, .ahead = 1 + round % 4});
        for (int taken = 0; taken < round % 7; ++taken)
            QVERIFY(loader.next());
    } // the time limit of the test is what fails when one hangs
}

void TestBatchLoader::failureEndsTheEpoch()
{
    const auto data = std::make_shared<NumberedSamples>(100, 45);
    for (const int ahead : {0, 1, 4}) {
        BatchLoader loader(data, {.batch = 10, .ahead = ahead});
        int taken = 0;
        while (loader.next())
            ++taken;
        QCOMPARE(taken, 4); // samples 0 to 39
        QVERIFY(!loader.next());
        QCOMPARE(loader.batches(), 10);
    }
}

void TestBatchLoader::emptySplit()
{
    const auto data = std::make_shared<NumberedSamples>(0);
    BatchLoader loader(data, {.batch = 10});
    QCOMPARE(loader.batches(), 0);
    QVERIFY(!loader.next());
    QVERIFY(!loader.next());
}

QTEST_APPLESS_MAIN(TestBatchLoader)
#include "tst_batch_loader.moc"
