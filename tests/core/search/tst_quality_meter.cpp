// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Accuracy, confusion and top-5 counted by hand; areas under the curve against published definitions worked out by
// hand.
#include "core/search/quality_meter.h"
#include "core/search/roc.h"

#include <QTest>

#include <cmath>

using namespace dnas;

namespace {

/// Only what a meter asks for.
class FakeData : public DataSet {
public:
    int classCount = 3;
    bool grouped = false;
    ClipGroups groups;

    Shape shape() const override { return {2, 1, 1}; }
    int classes() const override { return classCount; }
    std::int64_t size(Split) const override { return 0; }
    void read(Split, std::span<const std::int64_t>, const AugmentContext &, Batch &) const override {}
    std::vector<std::int64_t> classCounts(Split) const override { return {}; }
    const ClipGroups *clips(Split) const override { return grouped ? &groups : nullptr; }
};

} // namespace

class TestQualityMeter : public QObject {
    Q_OBJECT

private slots:
    void areas_data();
    void areas();
    void areaWithoutBothKinds();
    void partialArea();
    void accuracyAndConfusion();
    void topFive();
    void anomaliesByMachine();
};

void TestQualityMeter::areas_data()
{
    QTest::addColumn<QList<double>>("scores");
    QTest::addColumn<QList<int>>("labels");
    QTest::addColumn<double>("area");
    QTest::newRow("perfect") << QList<double>{1, 2, 3, 4} << QList<int>{0, 0, 1, 1} << 1.0;
    QTest::newRow("reversed") << QList<double>{4, 3, 2, 1} << QList<int>{0, 0, 1, 1} << 0.0;
    QTest::newRow("all equal") << QList<double>{1, 1, 1, 1} << QList<int>{0, 1, 0, 1} << 0.5;
    // Pairs (normal, anomalous): (1,2) (1,4) (3,4) are right, (3,2) is wrong.
    QTest::newRow("one pair wrong") << QList<double>{1, 2, 3, 4} << QList<int>{0, 1, 0, 1} << 0.75;
    // (1,2) right, (2,2) half, of two pairs.
    QTest::newRow("a tie counts half") << QList<double>{1, 2, 2} << QList<int>{0, 0, 1} << 0.75;
}

void TestQualityMeter::areas()
{
    QFETCH(QList<double>, scores);
    QFETCH(QList<int>, labels);
    QFETCH(double, area);
    const std::vector<std::int32_t> kinds(labels.begin(), labels.end());
    QCOMPARE(areaUnderRoc({scores.data(), std::size_t(scores.size())}, kinds), area);
    QCOMPARE(partialAreaUnderRoc({scores.data(), std::size_t(scores.size())}, kinds, 1), area);
}

void TestQualityMeter::areaWithoutBothKinds()
{
    const std::vector<double> scores{1, 2};
    const std::vector<std::int32_t> normal{0, 0}, anomalous{1, 1};
    QVERIFY(std::isnan(areaUnderRoc(scores, normal)));
    QVERIFY(std::isnan(partialAreaUnderRoc(scores, anomalous, 0.1)));
}

void TestQualityMeter::partialArea()
{
    // Ten normal scores 1 … 10 and anomalies at 20 and 5.5: one hit before any false alarm, so up to a rate of 0.1 the
    // curve lies at 1/2. Area 0.05; guessing 0.005; 0.5 · (1 + 0.045 / 0.095) = 0.736842…
    std::vector<double> scores{20, 5.5};
    std::vector<std::int32_t> labels{1, 1};
    for (int i = 1; i <= 10; ++i) {
        scores.push_back(i);
        labels.push_back(0);
    }
    QVERIFY(std::abs(partialAreaUnderRoc(scores, labels, 0.1) - 0.5 * (1 + 0.045 / 0.095)) < 1e-12);
    // Half a step of the curve: up to 0.05, area 0.025, guessing 0.00125.
    QVERIFY(std::abs(partialAreaUnderRoc(scores, labels, 0.05) - 0.5 * (1 + 0.02375 / 0.04875)) < 1e-12);
}

void TestQualityMeter::accuracyAndConfusion()
{
    FakeData data;
    const auto meter = makeQualityMeter(data, Split::Test);
    Batch batch{.labels = {0, 1, 2, 2}, .shape = {2, 1, 1}};
    const std::vector<float> outputs{3, 1, 2, /**/ 0, 5, 1, /**/ 9, 0, 1, /**/ 0, 0, 1};
    meter->add(outputs, batch);
    batch.labels = {1};
    meter->add(std::span(outputs).first(3), batch);
    const Quality quality = meter->result();
    QCOMPARE(quality.value, 3.0 / 5);
    QCOMPARE(quality.confusion, (std::vector<std::int64_t>{1, 0, 0, 1, 1, 0, 1, 0, 1}));
    QVERIFY(quality.measures.empty());
}

void TestQualityMeter::topFive()
{
    FakeData data;
    data.classCount = 20;
    const auto meter = makeQualityMeter(data, Split::Validation);
    std::vector<float> outputs(40);
    for (std::size_t i = 0; i < 20; ++i)
        outputs[i] = outputs[20 + i] = static_cast<float>(i);
    Batch batch{.labels = {15, 14}, .shape = {2, 1, 1}}; // the fifth best, and the sixth
    meter->add(outputs, batch);
    QCOMPARE(meter->result().measures.at("top-5 accuracy"), 0.5);
    QCOMPARE(meter->result().value, 0.0);
}

void TestQualityMeter::anomaliesByMachine()
{
    FakeData data;
    data.grouped = true;
    // Two inputs a clip. Machine a: clips 0 (normal) and 1 (anomalous); machine b: clips 2 (anomalous) and 3 (normal).
    data.groups = {.inputs = 2, .labels = {0, 1, 1, 0}, .groups = {0, 0, 1, 1}, .names = {"a", "b", "silent"}};
    const auto meter = makeQualityMeter(data, Split::Test);
    Batch batch{.inputs = {1, 1, 1, 1, 1, 1}, .labels = {0, 0, 1}, .shape = {2, 1, 1}};
    meter->add(std::vector<float>{1, 1, 1, 2, 1, 3}, batch); // clip 0: 0.25; clip 1 begins with 2
    batch = {.inputs = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, .labels = {1, 1, 1, 0, 0}, .shape = {2, 1, 1}};
    meter->add(std::vector<float>{1, 1, 1, 1, 1, 1, 2, 2, 2, 2}, batch); // clip 1: 1; clip 2: 0; clip 3: 1
    const Quality quality = meter->result();
    QCOMPARE(quality.measures.at("AUC a"), 1.0);
    QCOMPARE(quality.measures.at("AUC b"), 0.0);
    QVERIFY(!quality.measures.contains("AUC silent"));
    QCOMPARE(quality.value, 0.5);
    QVERIFY(quality.confusion.empty());
}

QTEST_APPLESS_MAIN(TestQualityMeter)
#include "tst_quality_meter.moc"
