// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Figures as values: front, curves of a run, widths; all numbers by hand.
#include "core/network/network_yaml.h"
#include "core/report/figures.h"

#include <QTest>

#include <cmath>

using namespace dnas;

namespace {

CandidateSummary candidate(int id, double weights, double quality, const char *label = "c")
{
    CandidateSummary c;
    c.id = {id};
    c.label = label;
    c.quality = quality;
    c.testQuality = quality - 0.01;
    c.qualityMetric = "accuracy";
    c.qualityPrecision = "float32";
    c.costs["weights"] = {weights, Origin::Counted, {}};
    return c;
}

const Series *seriesOf(const Figure &figure, Role role)
{
    for (const Series &series : figure.series)
        if (series.role == role)
            return &series;
    return nullptr;
}

const Series *seriesNamed(const Figure &figure, const char *name)
{
    for (const Series &series : figure.series)
        if (series.name == name)
            return &series;
    return nullptr;
}

EpochReport epoch(Phase phase, int number, double loss)
{
    EpochReport report;
    report.phase = phase;
    report.epoch = number;
    report.taskLoss = loss;
    report.validationLoss = loss + 0.5;
    report.trainQuality = 0.6;
    report.quality = 0.5;
    report.totalLoss = loss;
    if (phase == Phase::Search) {
        report.termLosses = {0.25};
        report.totalLoss = loss + 0.25;
        report.costs = {{"macs", 1000.0 - 100 * number}};
    }
    return report;
}

std::vector<EpochReport> history()
{
    return {epoch(Phase::WarmUp, 0, 2), epoch(Phase::WarmUp, 1, 1.5), epoch(Phase::Search, 0, 1.25),
            epoch(Phase::Search, 1, 1), epoch(Phase::Search, 2, 0.9), epoch(Phase::FineTune, 0, 0.8)};
}

Network network(int first, int second)
{
    const std::string text = "name: n\ninput: {channels: 3, height: 8, width: 8}\nlayers:\n"
                             "  - {name: a, op: conv, channels: " +
                             std::to_string(first) + ", kernel: 3, padding: same}\n  - {name: b, op: conv, channels: " +
                             std::to_string(second) +
                             ", kernel: 3, padding: same}\n  - {name: flat, op: flatten}\n"
                             "  - {name: fc, op: dense, channels: 10, bias: true}\n";
    return std::move(parseNetwork(text, "n")).value();
}

} // namespace

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void front()
    {
        std::vector<CandidateSummary> all{
            candidate(1, 300, 0.90), // on it
            candidate(2, 100, 0.70), // on it, the cheapest
            candidate(3, 200, 0.70), // a tie in quality with a cheaper one: dominated
            candidate(4, 100, 0.60), // a tie in cost with a better one: dominated
            candidate(5, 200, 0.80), // on it
            candidate(6, 200, 0.80), // the same point: the first stays
            candidate(7, 50, 0.99),  // outside limits
            candidate(8, 50, 0.99),  // failed
            candidate(9, 50, 0.99),  // no such figure
            candidate(10, 400, 0.90),
        };
        all[6].feasible = false;
        all[7].state = CandidateState::Failed;
        all[8].costs.clear();
        const std::vector<std::size_t> expected{1, 4, 0};
        QCOMPARE(frontOf(all, "weights", "quality"), expected);
        QCOMPARE(frontOf({}, "weights", "quality"), std::vector<std::size_t>());
        QCOMPARE(frontOf(all, "latency", "quality"), std::vector<std::size_t>());
    }

    void limitsThatAreTriedOut()
    {
        const std::vector<CandidateSummary> all{candidate(1, 100, 0.70), candidate(2, 200, 0.82),
                                                candidate(3, 300, 0.85), candidate(4, 400, 0.90),
                                                candidate(5, 250, 0.75)};
        FrontFigureOptions options;
        QCOMPARE(frontOf(all, options), (std::vector<std::size_t>{0, 1, 2, 3}));
        QVERIFY(frontFigure(all, options).rules.empty());
        options.xLimit = 300;
        options.yLimit = 0.72;
        QCOMPARE(frontOf(all, options), (std::vector<std::size_t>{1, 2})); // on the line is inside
        const Figure figure = frontFigure(all, options);
        QCOMPARE(seriesNamed(figure, "Outside")->ids, (std::vector<int>{1, 4}));
        QCOMPARE(seriesNamed(figure, "Dominated")->ids, std::vector<int>{5});
        QCOMPARE(figure.rules.size(), std::size_t(2));
        QVERIFY(figure.rules[0].vertical && figure.rules[0].draggable);
        QCOMPARE(figure.rules[0].text, std::string("at most 300"));
        QCOMPARE(figure.rules[1].forbidden, Forbidden::Below);
        QCOMPARE(figure.rules[1].text, std::string("at least 72.00 %"));
        // What has no such figure is within no limit of it.
        options.xMetric = "energy";
        QVERIFY(!isInside(all[0], options));
        options.xLimit.reset();
        QVERIFY(isInside(all[1], options));
    }

    void kneeIsNamed()
    {
        // Between (100, 0.7) and (400, 0.9) the chord rises by 0.2; in shares of it the second lies at u = 1/3,
        // v = 0.6 (distance 0.27), the third at 2/3, 0.75 (0.08).
        const std::vector<CandidateSummary> all{candidate(1, 100, 0.70), candidate(2, 200, 0.82),
                                                candidate(3, 300, 0.85), candidate(4, 400, 0.90)};
        const Figure figure = frontFigure(all, {});
        QCOMPARE(figure.notes.size(), std::size_t(1));
        QCOMPARE(figure.notes[0].x, 200.0);
        QCOMPARE(figure.notes[0].text, std::string("knee"));
    }

    void metrics()
    {
        CandidateSummary c = candidate(1, 12500, 0.8125);
        c.costs["flash"] = {2048, Origin::Modelled, {}};
        c.movedChannels = 3;
        QCOMPARE(metricOf(c, "quality"), 0.8125);
        QCOMPARE(metricOf(c, "test_quality"), 0.8025);
        QCOMPARE(metricOf(c, "moved_channels"), 3.0);
        QCOMPARE(metricOf(c, "weights"), 12500.0);
        QCOMPARE(metricOf(c, "flash_bytes"), 2048.0); // the JSON key means the same
        QVERIFY(std::isnan(metricOf(c, "energy")));
        QVERIFY(std::isnan(metricOf(c, "no such metric")));
    }

    void frontFigureParts()
    {
        std::vector<CandidateSummary> all{candidate(11, 12500, 0.8125, "small"), candidate(12, 30000, 0.80, "worse"),
                                          candidate(13, 9000, 0.85, "too dear"), candidate(14, 70000, 0.87, "seed")};
        all[2].feasible = false;
        all[3].isSeed = true;
        all[0].costs["latency"] = {23.8, Origin::Calibrated, 7.5};
        FrontFigureOptions options;
        options.published = {{"paper", {{"weights", {20000, Origin::Counted, {}}}}, 0.83},
                             {"other paper", {{"macs", {1e6, Origin::Counted, {}}}}, 0.9}};
        const Figure figure = frontFigure(all, options);
        QCOMPARE(figure.x.title, std::string("Weights"));
        QCOMPARE(figure.y.title, std::string("Validation accuracy at float32"));
        QVERIFY(figure.y.percent);

        const Series *line = seriesOf(figure, Role::Front);
        QVERIFY(line);
        QCOMPARE(line->marks, (std::vector<Mark>{Mark::Staircase, Mark::Circle}));
        QCOMPARE(line->x, (std::vector<double>{12500, 70000})); // the seed is on it
        QCOMPARE(line->ids, (std::vector<int>{11, 14}));
        QCOMPARE(line->texts[0], std::string("small: 12.5 k weights, 81.2 % validation, 80.2 % test\n"
                                             "23.80 ms latency (calibrated ± 7.5 %)"));
        QCOMPARE(seriesOf(figure, Role::Dominated)->ids, std::vector<int>{12});
        QCOMPARE(seriesOf(figure, Role::Infeasible)->ids, std::vector<int>{13});
        QVERIFY(seriesOf(figure, Role::Infeasible)->texts[0].ends_with("outside the limits of its run"));
        QCOMPARE(seriesOf(figure, Role::Seed)->ids, std::vector<int>{14});
        QCOMPARE(seriesOf(figure, Role::Published)->x, std::vector<double>{20000});
        QVERIFY(seriesOf(figure, Role::Published)->ids.empty());
        for (const Series &series : figure.series) {
            QCOMPARE(series.texts.size(), series.x.size());
            QCOMPARE(series.y.size(), series.x.size());
        }
    }

    void baselinesHaveAMarkOfTheirOwn()
    {
        std::vector<CandidateSummary> all{candidate(1, 100, 0.9), candidate(2, 200, 0.8), candidate(3, 300, 0.7),
                                          candidate(4, 50, 0.6), candidate(5, 400, 0.5)};
        for (CandidateSummary &each : all)
            each.run = RunId{each.id.value};
        all[4].feasible = false;
        FrontFigureOptions options;
        options.baselines = {RunId{3}, RunId{4}, RunId{5}};
        options.published = {{"published", {{"weights", {150, Origin::Counted, {}}}}, 0.8}};
        const Figure figure = frontFigure(all, options);
        const Series *baseline = seriesNamed(figure, "Baseline");
        QVERIFY(baseline);
        QCOMPARE(baseline->ids, std::vector<int>{3});
        for (const Series &other : figure.series)
            QVERIFY2(&other == baseline || other.marks != baseline->marks, other.name.c_str());
        QCOMPARE(seriesNamed(figure, "Dominated")->ids, std::vector<int>{2});
        QCOMPARE(seriesNamed(figure, "Front")->ids, (std::vector<int>{4, 1})); // what is on the front is the front
        QCOMPARE(seriesOf(figure, Role::Infeasible)->ids, std::vector<int>{5});
    }

    void seedAlone()
    {
        std::vector<CandidateSummary> all{candidate(1, 100, 0.9), candidate(2, 200, 0.8, "seed")};
        all[1].isSeed = true;
        all[1].feasible = false;
        const Figure figure = frontFigure(all, {});
        QVERIFY(seriesOf(figure, Role::Seed));
        QVERIFY(!seriesOf(figure, Role::Infeasible)); // its mark says what it is
        QVERIFY(!seriesOf(figure, Role::Dominated));
    }

    void nothingToDraw()
    {
        QVERIFY(frontFigure({}, {}).series.empty());
        QVERIFY(!frontFigure({}, {}).empty.empty());
        const std::vector<CandidateSummary> all{candidate(1, 100, 0.9)};
        FrontFigureOptions options;
        options.xMetric = "energy";
        QVERIFY(frontFigure(all, options).series.empty());
        QVERIFY(!frontFigure(all, options).empty.empty());
        for (const Figure &figure : {lossFigure({}, {}, {"macs"}), qualityFigure({}), costFigure({}, "macs", 5)}) {
            QVERIFY(figure.series.empty());
            QVERIFY(figure.rules.empty());
            QVERIFY(!figure.empty.empty());
        }
    }

    void axisTitlesHaveUnits_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("title");
        QTest::newRow("count") << QStringLiteral("macs") << QStringLiteral("MACs");
        QTest::newRow("bytes") << QStringLiteral("ram") << QStringLiteral("RAM (B)");
        QTest::newRow("time") << QStringLiteral("latency") << QStringLiteral("Latency (ms)");
        QTest::newRow("energy") << QStringLiteral("energy") << QStringLiteral("Energy (µJ)");
    }
    void axisTitlesHaveUnits()
    {
        QFETCH(QString, metric);
        QFETCH(QString, title);
        FrontFigureOptions options;
        options.xMetric = metric.toStdString();
        QCOMPARE(QString::fromStdString(frontFigure({}, options).x.title), title);
        QCOMPARE(QString::fromStdString(costFigure({}, options.xMetric, 0).y.title), title);
    }

    void losses()
    {
        const std::vector<SteeringChanged> steering{{{1}, Phase::Search, 1, 17, "strength.macs", 0.1, 0.5},
                                                    {{1}, Phase::FineTune, 0, 0, "learning_rate", 1e-3, 5e-4}};
        const Figure figure = lossFigure(history(), steering, {"macs"});
        const Series *task = seriesNamed(figure, "Task");
        QVERIFY(task);
        QCOMPARE(task->x, (std::vector<double>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(task->y, (std::vector<double>{2, 1.5, 1.25, 1, 0.9, 0.8}));
        QCOMPARE(seriesNamed(figure, "Validation")->y.front(), 2.5);
        // Terms and their total: in the search only.
        QCOMPARE(seriesNamed(figure, "λ·macs")->x, (std::vector<double>{3, 4, 5}));
        QCOMPARE(seriesNamed(figure, "Total")->y, (std::vector<double>{1.5, 1.25, 1.15}));

        QCOMPARE(figure.rules.size(), std::size_t(5));
        QCOMPARE(figure.rules[0].text, std::string("warm-up"));
        QCOMPARE(figure.rules[0].at, 0.0);
        QCOMPARE(figure.rules[1].text, std::string("search"));
        QCOMPARE(figure.rules[1].at, 2.0);
        QCOMPARE(figure.rules[2].text, std::string("fine-tuning"));
        QCOMPARE(figure.rules[2].at, 5.0);
        QCOMPARE(figure.rules[3].role, Role::Marker);
        QVERIFY(figure.rules[3].atEdge && !figure.rules[0].atEdge); // a text would lie on the curves
        QCOMPARE(figure.rules[3].text, std::string("λ macs 0.1 → 0.5"));
        QCOMPARE(figure.rules[3].at, 3.5); // within the second epoch of the search, which lasts from 3 to 4
        QCOMPARE(figure.rules[4].text, std::string("learning rate 0.001 → 0.0005"));
        QCOMPARE(figure.rules[4].at, 5.0);
    }

    void lossWithoutNumbers()
    {
        std::vector<EpochReport> reports = history();
        reports[1].validationLoss = std::nan("");
        reports[3].termLosses = {HUGE_VAL};
        reports[4].termLosses = {};
        const Figure figure = lossFigure(reports, {}, {"macs", "no such term"});
        QCOMPARE(seriesNamed(figure, "Validation")->x, (std::vector<double>{1, 3, 4, 5, 6}));
        QCOMPARE(seriesNamed(figure, "λ·macs")->x, std::vector<double>{3});
        QVERIFY(!seriesNamed(figure, "λ·no such term"));
    }

    void qualities()
    {
        const Figure figure = qualityFigure(history());
        QVERIFY(figure.y.percent);
        QCOMPARE(seriesNamed(figure, "Training")->y.back(), 0.6);
        QCOMPARE(seriesNamed(figure, "Validation")->y.back(), 0.5);
        QCOMPARE(figure.rules.size(), std::size_t(3));
    }

    /// An AUC is no share: nothing of it stands in %.
    void qualitiesOfAnomalies()
    {
        std::vector<EpochReport> reports = history();
        for (EpochReport &report : reports)
            report.trainQuality = std::nan(""); // there are no anomalies to learn from
        const Figure curve = qualityFigure(reports, "AUC");
        QCOMPARE(curve.y.title, std::string("AUC"));
        QVERIFY(!curve.y.percent);
        QVERIFY(!seriesNamed(curve, "Training"));
        QCOMPARE(qualityFigure(reports, "accuracy").y.title, std::string("Accuracy"));
        QCOMPARE(lossFigure(reports, {}, {}, "mean squared error").y.title, std::string("Loss (mean squared error)"));

        std::vector<CandidateSummary> all{candidate(1, 300, 0.9), candidate(2, 100, 0.75)};
        for (CandidateSummary &each : all)
            each.qualityMetric = "AUC";
        FrontFigureOptions options;
        options.yLimit = 0.8;
        options.published.push_back({"theirs", {{"weights", {200, Origin::Measured, {}}}}, 0.8644});
        const Figure front = frontFigure(all, options);
        QCOMPARE(front.y.title, std::string("Validation AUC at float32"));
        QVERIFY(!front.y.percent);
        QCOMPARE(front.rules[0].text, std::string("at least 0.8000"));
        QCOMPARE(seriesOf(front, Role::Published)->texts[0], std::string("theirs: 200 weights, 0.864 (published)"));
        QCOMPARE(candidateText(all[0]), std::string("c: 300 weights, 0.900 validation, 0.890 test (AUC)"));
        options.xMetric = "test_quality";
        QVERIFY(!frontFigure(all, options).x.percent);
    }

    void steeringInOneLine()
    {
        const std::vector<SteeringChanged> steering{{{1}, Phase::Search, 1, 17, "strength.macs", 0.1, 0.5},
                                                    {{1}, Phase::Search, 2, 3, "target.weights", 50000, 40000},
                                                    {{1}, Phase::Search, 3, 0, "strength.macs", 0.5, 0.3}};
        QCOMPARE(steeringSummary(steering), std::string("λ macs 0.1 → 0.3, target weights 50 k → 40 k"));
        QCOMPARE(steeringSummary({}), std::string());
    }

    void costs()
    {
        const Figure figure = costFigure(history(), "macs", 850);
        QCOMPARE(figure.series.size(), std::size_t(1));
        QCOMPARE(figure.series[0].x, (std::vector<double>{3, 4, 5}));
        QCOMPARE(figure.series[0].y, (std::vector<double>{1000, 900, 800}));
        const Rule &target = figure.rules.back();
        QCOMPARE(target.role, Role::Limit);
        QVERIFY(!target.vertical);
        QCOMPARE(target.at, 850.0);
        QCOMPARE(target.text, std::string("target 850"));
        QVERIFY(costFigure(history(), "macs", 0).rules.back().role != Role::Limit);
        QVERIFY(costFigure(history(), "energy", 5).series.empty());
    }

    void widths()
    {
        // 5 of 8 and 4 of 16 channels; the output keeps its 10.
        const Figure figure = widthFigure(network(8, 16), network(5, 4));
        QCOMPARE(figure.categories, (std::vector<std::string>{"a", "b", "fc"}));
        QCOMPARE(figure.series.size(), std::size_t(1));
        QCOMPARE(figure.series[0].marks, std::vector<Mark>{Mark::Bar});
        QCOMPARE(figure.series[0].y, (std::vector<double>{0.625, 0.25, 1}));
        QCOMPARE(figure.series[0].texts[1], std::string("b: 4 of 16 channels (25 %)"));
        QVERIFY(figure.y.percent);
    }
};

QTEST_APPLESS_MAIN(TestFigures)
#include "tst_figures.moc"
