// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Splits: disjoint, complete, decided by the seed, test never mixed in.
#include "core/data/split.h"
#include "tests/support/result_checks.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

using namespace dnas;

class TestSplit : public QObject {
    Q_OBJECT

private slots:
    void disjointAndComplete_data();
    void disjointAndComplete();
    void dependsOnSeedOnly();
    void limitKeepsTheRest();
    void testIsLimitedByTurns();
    void digestTellsSplitsApart();
    void rejects_data();
    void rejects();
    void names();
};

namespace {

const std::vector<std::int64_t> &part(const SplitRecords &records, Split split)
{
    return records[static_cast<std::size_t>(split)];
}

} // namespace

void TestSplit::disjointAndComplete_data()
{
    QTest::addColumn<int>("train");
    QTest::addColumn<int>("test");
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("held");
    QTest::newRow("cifar") << 50000 << 10000 << 0.1 << 5000;
    QTest::newRow("rounds up") << 15 << 4 << 0.1 << 2; // 1.5, half away from zero
    QTest::newRow("rounds down") << 14 << 4 << 0.1 << 1;
    QTest::newRow("no validation") << 20 << 4 << 0.0 << 0;
    QTest::newRow("nearly all") << 10 << 0 << 0.9 << 9;
}

void TestSplit::disjointAndComplete()
{
    QFETCH(int, train);
    QFETCH(int, test);
    QFETCH(double, share);
    QFETCH(int, held);
    const auto records = splitRecords(train, test, 3, share);
    VERIFY_OK(records);
    QCOMPARE(part(*records, Split::Validation).size(), std::size_t(held));
    QCOMPARE(part(*records, Split::Train).size(), std::size_t(train - held));
    std::vector<std::int64_t> all = part(*records, Split::Train);
    const auto &validation = part(*records, Split::Validation);
    all.insert(all.end(), validation.begin(), validation.end());
    std::sort(all.begin(), all.end());
    std::vector<std::int64_t> expected(static_cast<std::size_t>(train));
    std::iota(expected.begin(), expected.end(), std::int64_t{0});
    QCOMPARE(all, expected); // each training record exactly once
    expected.resize(static_cast<std::size_t>(test));
    std::iota(expected.begin(), expected.end(), std::int64_t{train});
    QCOMPARE(part(*records, Split::Test), expected);
}

void TestSplit::dependsOnSeedOnly()
{
    const auto first = splitRecords(1000, 100, 7, 0.2);
    const auto again = splitRecords(1000, 100, 7, 0.2);
    const auto other = splitRecords(1000, 100, 8, 0.2);
    QVERIFY(*first == *again);
    QVERIFY(part(*first, Split::Validation) != part(*other, Split::Validation));
    QCOMPARE(part(*first, Split::Test), part(*other, Split::Test));
    // Not just the first 200 records in some order: 200 of 1000 at random have a mean near 500 (deviation 18.3).
    const auto &held = part(*first, Split::Validation);
    const double mean = std::accumulate(held.begin(), held.end(), 0.0) / 200;
    QVERIFY2(mean > 400 && mean < 600, qPrintable(QString::number(mean)));
}

void TestSplit::limitKeepsTheRest()
{
    const auto whole = splitRecords(1000, 100, 7, 0.2);
    const auto limited = splitRecords(1000, 100, 7, 0.2, 50);
    const auto &all = part(*whole, Split::Train);
    QCOMPARE(part(*limited, Split::Train), std::vector<std::int64_t>(all.begin(), all.begin() + 50));
    QCOMPARE(part(*limited, Split::Validation), part(*whole, Split::Validation));
    QCOMPARE(part(*limited, Split::Test), part(*whole, Split::Test));
    const auto wide = splitRecords(1000, 100, 7, 0.2, 5000);
    QVERIFY(*wide == *whole);
}

/// Every class in its turn, the same records for every seed of a search.
void TestSplit::testIsLimitedByTurns()
{
    const auto tenth = [](std::int64_t record) {
        return std::pair(0, record < 1090 ? int(record % 9) : 9); // one class has a tenth of the others' records
    };
    const auto limited = [&](std::uint64_t seed, std::int64_t most) {
        auto records = *splitRecords(1000, 100, seed, 0.2);
        const auto status = limitTest(records, most, tenth);
        return status.ok() ? records : SplitRecords();
    };
    const SplitRecords whole = *splitRecords(1000, 100, 7, 0.2);
    const SplitRecords records = limited(7, 25);
    const auto &some = part(records, Split::Test);
    QCOMPARE(some.size(), std::size_t{25});
    QVERIFY(std::is_sorted(some.begin(), some.end()) && some.front() >= 1000 && some.back() < 1100);
    std::map<int, int> counts;
    for (const std::int64_t record : some)
        ++counts[tenth(record).second];
    QCOMPARE(counts.size(), std::size_t{10});
    for (const auto &[label, count] : counts)
        QVERIFY2(count == 2 || count == 3, qPrintable(QString::number(label)));
    QCOMPARE(part(records, Split::Train), part(whole, Split::Train));
    QCOMPARE(part(limited(8, 25), Split::Test), some);
    QVERIFY(limited(7, 0) == whole && limited(7, 100) == whole && limited(7, 5000) == whole);
    QCOMPARE(part(limited(7, 4), Split::Test).size(), std::size_t{4}); // some classes are not judged then
    auto all = whole;
    const auto refused = limitTest(all, 9, tenth, true); // which anomalies cannot do without
    QVERIFY(!refused.ok() && all == whole);
    QVERIFY(!limitTest(all, -1, tenth).ok());
}

void TestSplit::digestTellsSplitsApart()
{
    const SplitRecords records = *splitRecords(20, 5, 1, 0.2);
    const std::string digest = splitDigest("contents", records);
    QCOMPARE(digest.size(), std::size_t{64});
    QCOMPARE(splitDigest("contents", *splitRecords(20, 5, 1, 0.2)), digest);
    QVERIFY(splitDigest("others", records) != digest);
    QVERIFY(splitDigest("contents", *splitRecords(20, 5, 2, 0.2)) != digest);
}

void TestSplit::rejects_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("limit");
    QTest::newRow("negative") << -0.1 << 0;
    QTest::newRow("one") << 1.0 << 0;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 0;
    QTest::newRow("nothing left") << 0.99 << 0; // 9.9 of 10 round to 10
    QTest::newRow("negative limit") << 0.1 << -5;
}

void TestSplit::rejects()
{
    QFETCH(double, share);
    QFETCH(int, limit);
    const auto records = splitRecords(10, 5, 1, share, limit);
    QVERIFY(!records.ok());
    QVERIFY(records.error().code == ErrorCode::InvalidInput);
}

void TestSplit::names()
{
    QCOMPARE(splitName(Split::Train), "train");
    QCOMPARE(splitName(Split::Validation), "validation");
    QCOMPARE(splitName(Split::Test), "test");
}

QTEST_APPLESS_MAIN(TestSplit)
#include "tst_split.moc"
