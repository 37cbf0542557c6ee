// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which samples are looked at.
#include "core/data/sample_choice.h"

#include <QTest>

#include <set>

using namespace dnas;

class TestSampleChoice : public QObject {
    Q_OBJECT

private slots:
    void equallyManyOfEachClass();
    void moreClassesThanSamples();
    void fewSamples();
    void anotherDraw();
    void nothing();
};

void TestSampleChoice::equallyManyOfEachClass()
{
    std::vector<int> labels;
    for (int i = 0; i < 300; ++i)
        labels.push_back(i % 5 == 4 ? -1 : i % 5); // classes 0 to 3, and what is not to train on
    const auto classes = chooseSamples(labels, {.samples = 10});
    QCOMPARE(classes.size(), std::size_t{4});
    for (std::size_t k = 0; k < classes.size(); ++k) {
        QCOMPARE(classes[k].label, static_cast<int>(k));
        QCOMPARE(classes[k].wanted, 2); // 10 / 4
        QCOMPARE(classes[k].order.size(), std::size_t{60});
        for (const std::int64_t position : classes[k].order)
            QCOMPARE(labels[static_cast<std::size_t>(position)], classes[k].label);
        QCOMPARE(std::set<std::int64_t>(classes[k].order.begin(), classes[k].order.end()).size(), std::size_t{60});
    }
}

void TestSampleChoice::moreClassesThanSamples()
{
    std::vector<int> labels;
    for (int i = 0; i < 400; ++i)
        labels.push_back(i % 200);
    const auto classes = chooseSamples(labels, {.samples = 12});
    QCOMPARE(classes.size(), std::size_t{12});
    for (std::size_t k = 0; k < classes.size(); ++k) {
        QCOMPARE(classes[k].wanted, 1);
        QVERIFY(k == 0 || classes[k - 1].label < classes[k].label);
    }
    const auto others = chooseSamples(labels, {.samples = 12, .draw = 1});
    bool differs = false;
    for (std::size_t k = 0; k < classes.size(); ++k)
        differs = differs || classes[k].label != others[k].label;
    QVERIFY(differs);
}

void TestSampleChoice::fewSamples()
{
    const std::vector<int> labels{7, 7, 9};
    const auto classes = chooseSamples(labels, {.samples = 12});
    QCOMPARE(classes.size(), std::size_t{2});
    QCOMPARE(classes[0].wanted, 2); // there are no more
    QCOMPARE(classes[1].label, 9);
    QCOMPARE(classes[1].wanted, 1);
}

void TestSampleChoice::anotherDraw()
{
    const std::vector<int> labels(50, 0);
    const auto first = chooseSamples(labels, {.samples = 12});
    QCOMPARE(chooseSamples(labels, {.samples = 12})[0].order, first[0].order);
    QVERIFY(chooseSamples(labels, {.samples = 12, .draw = 1})[0].order != first[0].order);
}

void TestSampleChoice::nothing()
{
    QVERIFY(chooseSamples({}, {}).empty());
    const std::vector<int> none{-1, -1};
    QVERIFY(chooseSamples(none, {}).empty());
    const std::vector<int> one{0};
    QVERIFY(chooseSamples(one, {.samples = 0}).empty());
}

QTEST_APPLESS_MAIN(TestSampleChoice)
#include "tst_sample_choice.moc"
