// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is known of a quality beyond one figure: confusion matrices, machines, their pictures; all sums by hand.
#include "core/report/confusion_svg.h"
#include "core/report/quality_details.h"
#include "tests/core/report/xml_reading.h"
#include "tests/core/study/study_samples.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace dnas;

namespace {

/// Cats, dogs and birds; of birds there are none.
ConfusionMatrix animals()
{
    return *ConfusionMatrix::create({8, 2, 0,  //
                                     3, 12, 5, //
                                     0, 0, 0},
                                    {"cat", "dog", "bird"});
}

ConfusionMatrix many(int classes)
{
    // Class i has 10 samples, of which i mod 10 are taken for the next class.
    std::vector<std::int64_t> counts(static_cast<std::size_t>(classes) * static_cast<std::size_t>(classes));
    for (int i = 0; i < classes; ++i) {
        const auto row = static_cast<std::size_t>(i) * static_cast<std::size_t>(classes);
        counts[row + static_cast<std::size_t>(i)] += 10 - i % 10;
        counts[row + static_cast<std::size_t>((i + 1) % classes)] += i % 10;
    }
    return *ConfusionMatrix::create(std::move(counts), {});
}

} // namespace

class TestQualityDetails : public QObject {
    Q_OBJECT

private slots:
    void sumsOfAMatrix()
    {
        const ConfusionMatrix m = animals();
        QCOMPARE(m.classes(), 3);
        QCOMPARE(m.total(), std::int64_t{30});
        QCOMPARE(m.correct(), std::int64_t{20}); // 8 + 12
        QCOMPARE(m.accuracy(), 20.0 / 30);
        QCOMPARE(m.samples(0), std::int64_t{10});
        QCOMPARE(m.samples(1), std::int64_t{20});
        QCOMPARE(m.samples(2), std::int64_t{0});
        QCOMPARE(m.predictions(0), std::int64_t{11}); // 8 + 3
        QCOMPARE(m.predictions(2), std::int64_t{5});
        QCOMPARE(m.recall(0), 0.8);
        QCOMPARE(m.recall(1), 0.6);
        QVERIFY(std::isnan(m.recall(2)));
        QCOMPARE(m.precision(0), 8.0 / 11);
        QCOMPARE(m.precision(1), 12.0 / 14);
        QCOMPARE(m.precision(2), 0.0);
        QCOMPARE(m.share(1, 2), 0.25); // 5 of 20: by row
        QCOMPARE(m.share(1, 0), 0.15);
        QCOMPARE(m.count(1, 0), std::int64_t{3}); // a row is a true class
        QCOMPARE(m.count(0, 1), std::int64_t{2});
    }

    void mistakesInOrder()
    {
        const ConfusionMatrix m = animals();
        const auto pairs = mostConfused(m, 10);
        QCOMPARE(pairs.size(), std::size_t{3});
        QCOMPARE(pairs[0].truth, 1);
        QCOMPARE(pairs[0].predicted, 2);
        QCOMPARE(pairs[0].count, std::int64_t{5});
        QCOMPARE(pairs[0].share, 0.25);
        QCOMPARE(pairs[1].count, std::int64_t{3});
        QCOMPARE(pairs[2].count, std::int64_t{2});
        QCOMPARE(mostConfused(m, 2).size(), std::size_t{2});
        QCOMPARE(mistakenFor(m, 0), 1);
        QCOMPARE(mistakenFor(m, 1), 2);
        QCOMPARE(mistakenFor(m, 2), -1);
        QCOMPARE(classesByRecall(m), (std::vector<int>{1, 0, 2})); // what has no samples is last
        // As many samples: the larger share first, 2 of 4 before 2 of 10; then the order of the classes.
        const auto tied = mostConfused(*ConfusionMatrix::create({8, 2, 0, 1, 2, 1, 2, 0, 2}, {}), 10);
        QCOMPARE(tied[0].truth, 2);
        QCOMPARE(tied[1].truth, 0);
        QCOMPARE(tied[2].truth, 1);
        QCOMPARE(tied[2].predicted, 0);
        QCOMPARE(tied[3].predicted, 2);
    }

    void manyClasses()
    {
        const ConfusionMatrix m = many(1000);
        QCOMPARE(m.total(), std::int64_t{10000});
        QCOMPARE(m.correct(), std::int64_t{5500}); // 10 - 4.5 on average
        QCOMPARE(m.name(999), std::string("class 999"));
        const auto pairs = mostConfused(m, 20);
        QCOMPARE(pairs.size(), std::size_t{20});
        QCOMPARE(pairs[0].truth, 9);
        QCOMPARE(pairs[0].predicted, 10);
        QCOMPARE(pairs[19].truth, 199);
        QCOMPARE(classesByRecall(m)[0], 9);
    }

    void whatIsNoMatrix_data()
    {
        QTest::addColumn<std::vector<std::int64_t>>("counts");
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        QTest::newRow("nothing") << std::vector<std::int64_t>{};
        QTest::newRow("one class") << std::vector<std::int64_t>{5};
        QTest::newRow("no square") << std::vector<std::int64_t>{1, 2, 3, 4, 5};
        QTest::newRow("negative") << std::vector<std::int64_t>{1, -2, 3, 4};
        QTest::newRow("too many") << std::vector<std::int64_t>{most, 1, 0, 0};
    }
    void whatIsNoMatrix()
    {
        QFETCH(std::vector<std::int64_t>, counts);
        QVERIFY(!ConfusionMatrix::create(std::move(counts), {}));
    }

    void namesThatDoNotFit()
    {
        QCOMPARE(ConfusionMatrix::create({1, 0, 0, 1}, {"a", "b", "c"})->name(1), std::string("class 1"));
        QVERIFY(std::isnan(ConfusionMatrix::create({0, 0, 0, 0}, {})->accuracy()));
    }

    void machines()
    {
        const SplitQuality split = splitQuality({.measures = {{"AUC id_02", 0.75},
                                                              {"AUC id_01", 0.9},
                                                              {"pAUC id_01", 0.6},
                                                              {"pAUC", 0.65},
                                                              {"top-5 accuracy", 0.97}},
                                                 .confusion = {}},
                                                {});
        QVERIFY(!split.confusion && !split.empty());
        QCOMPARE(split.machines.size(), std::size_t{2});
        QCOMPARE(split.machines[0].name, std::string("id_01"));
        QCOMPARE(split.machines[0].auc, 0.9);
        QCOMPARE(split.machines[0].partialAuc, 0.6);
        QCOMPARE(split.machines[1].auc, 0.75);
        QVERIFY(std::isnan(split.machines[1].partialAuc));
        QCOMPARE(split.partialAuc, std::optional(0.65));
        QCOMPARE(split.topFive, std::optional(0.97));
        QVERIFY(splitQuality({}, {}).empty());

        const Figure figure = machineFigure(split.machines);
        QCOMPARE(figure.categories, (std::vector<std::string>{"id_01", "id_02"}));
        QVERIFY(!figure.y.percent);
        QCOMPARE(figure.y.title, std::string("AUC"));
        QCOMPARE(figure.series.size(), std::size_t{2});
        QCOMPARE(figure.series[0].y, (std::vector<double>{0.9, 0.75}));
        QCOMPARE(figure.series[1].x, std::vector<double>{0}); // what is not known is not drawn
        QCOMPARE(figure.series[0].texts[1], std::string("id_02: AUC 0.7500"));
        QCOMPARE(figure.rules[0].at, 0.5);
        QVERIFY(machineFigure({}).series.empty() && !machineFigure({}).empty.empty());
    }

    void outOfAStudy()
    {
        const QTemporaryDir folder;
        const auto path = samples::in(folder, "s.pscope");
        CHECK_OK(samples::writeStudy(path));
        const auto study = Study::open(path, StudyAccess::Read);
        CHECK_OK(study);
        const auto quality = readQuality(**study, CandidateId{1}, {"no", "yes"});
        CHECK_OK(quality);
        QVERIFY(!quality->validation.confusion);
        QCOMPARE(quality->validation.topFive, std::optional(0.975));
        QCOMPARE(quality->test.confusion->name(1), std::string("yes"));
        QCOMPARE(quality->test.confusion->recall(0), 0.7); // 70 of 70 + 30
        QCOMPARE(quality->test.machines[0].auc, 0.5);
        // A candidate that is not there has nothing.
        const auto none = readQuality(**study, CandidateId{7}, {});
        QVERIFY(none.ok() && none->empty());
    }

    void pictures()
    {
        QCOMPARE(cellText(animals(), 1, 2), std::string("dog taken for bird: 5 of 20 (25.00 %)"));
        QCOMPARE(cellText(animals(), 0, 0), std::string("cat found: 8 of 10 (80.00 %)"));
        QCOMPARE(cellText(animals(), 2, 0), std::string("bird taken for cat: there are no samples of it"));
        QCOMPARE(cellDepth(0.25), 0.5);
        QCOMPARE(cellDepth(std::nan("")), 0.0);
        const std::string svg = confusionSvg(animals(), {.title = "T & <T>"});
        const ReadMarkup read = readMarkup(svg);
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.elements.value(QStringLiteral("title")), 9); // one a cell
        QVERIFY(read.hasText("T & <T>") && read.hasText("80") && read.hasText("dog taken for bird: 5 of 20"));
        const auto evil = ConfusionMatrix::create({1, 0, 0, 1}, {"<script>", "\"&\x01"});
        QVERIFY(readMarkup(confusionSvg(*evil, {})).error.isEmpty());
        QVERIFY(readMarkup(confusionSvg(many(kMostMatrixClasses), {.title = "t", .width = 1100})).error.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestQualityDetails)
#include "tst_quality_details.moc"
