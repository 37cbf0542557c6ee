// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real engine from plan to study, on a small share of the demo's pictures: repeatable whatever the number of
// workers, on target, and honest about a training that breaks.
#include "core/base/files.h"
#include "core/search/search_run.h"
#include "core/study/study_spec.h"
#include "core/supernet/discretise.h"
#include "tests/core/search/mask_moves.h"
#include "tests/support/result_checks.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace dnas;

namespace {

/// The test's own, so that tuning the demo leaves it alone.
const char *const kRecipe = "recipe: {search: {weights: {lr: 2e-3}, decisions: {optimizer: adam, lr: 5e-3}},"
                            " fine_tune: {weights: {lr: 6e-3}}}\n";

class Listener : public SearchObserver {
public:
    void onNotice(const Notice &event) override { notices.push_back(event.text); }
    std::vector<std::string> notices;
};

class SearchBench {
public:
    /// The demo with 600 training and 300 test pictures.
    SearchPlan plan(const std::string &rest = kRecipe, const std::string &targets = "60%, 25%")
    {
        std::string text = readText(findResource("benchmarks", "demo").value()).value();
        const std::string samples = "train: 6000, test: 4000";
        text.replace(text.find(samples), samples.size(), "train: 600, test: 300");
        QFile file(m_folder.filePath(QStringLiteral("demo.yaml")));
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0)
            qFatal("cannot write the benchmark");
        file.close();
        const auto spec = parseSpec("benchmark: ./demo.yaml\nboard: nucleo-h743zi2\n"
                                    "objective: [{metric: weights, target: [" +
                                        targets +
                                        "], shape: absolute,"
                                        " strength: auto, multiplier: 10}]\n"
                                        "phases: {warm_up: 3, search: 2, fine_tune: 3}\n" +
                                        rest,
                                    m_folder.filePath(QStringLiteral("spec.yaml")).toStdString());
        return planSearch(spec.value()).value();
    }

    std::filesystem::path path(const std::string &name) const { return m_folder.path().toStdString() + "/" + name; }

    Result<SearchSummary> run(const SearchPlan &plan, const std::string &name, int jobs)
    {
        Listener observer;
        SearchControls controls;
        StopToken stop;
        auto summary = runSearch(plan, {.output = path(name), .jobs = jobs}, observer, controls, stop);
        notices = observer.notices;
        return summary;
    }
    std::vector<std::string> notices; ///< of the last run
    std::shared_ptr<Study> study(const std::string &name) const
    {
        return Study::open(path(name), StudyAccess::Read).value();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestSearchSmall : public QObject {
    Q_OBJECT

private slots:
    void sameDigestWhateverTheWorkers()
    {
        SearchBench bench;
        const SearchPlan plan = bench.plan();
        for (const auto &[name, jobs] : {std::pair{"one", 1}, {"again", 1}, {"two", 2}}) {
            const auto summary = bench.run(plan, name, jobs);
            VERIFY_OK(summary);
            QCOMPARE(summary->runsDone, 3);
            QCOMPARE(summary->candidates, 3);
        }
        const std::string digest = bench.study("one")->digest().value();
        QCOMPARE(bench.study("again")->digest().value(), digest);
        QCOMPARE(bench.study("two")->digest().value(), digest);
        VERIFY_OK(bench.run(bench.plan(kRecipe, "60%"), "extended", 1));
        VERIFY_OK(bench.run(plan, "extended", 1)); // the second target comes later
        QCOMPARE(bench.study("extended")->digest().value(), digest);
        QVERIFY(bench.notices.empty());
        VERIFY_OK(bench.run(bench.plan("seed: 2\n"), "other", 1));
        QVERIFY(bench.study("other")->digest().value() != digest);
        checkCandidates(bench, plan);
    }

    /// Down to the limit epoch by epoch, never far below it, and the candidate takes what it may.
    void comesDownToItsLimit()
    {
        SearchBench bench;
        auto spec = bench.plan("recipe: {search: {decisions: {optimizer: newton, lr: 0.02}}}\n").spec;
        spec.objective[0] = {.metric = "weights", .targets = {{0.25, true}}, .strengths = {1}};
        spec.phases.search = 6;
        const SearchPlan plan = planSearch(spec).value();
        VERIFY_OK(bench.run(plan, "limit", 1));
        const auto study = bench.study("limit");
        const double target = 0.25 * 30864;
        const ActiveTerm limit{.target = target, .seedCost = 30864};
        for (const StudyRun &run : study->runs().value()) {
            const auto history = study->history(run.id).value();
            for (const EpochReport &epoch : history) {
                if (epoch.phase != Phase::Search)
                    continue;
                const double ceiling = ceilingAt(limit, (epoch.epoch + 1.0) / epoch.epochs);
                QVERIFY2(epoch.costs.at("weights") <= ceiling && epoch.costs.at("weights") > 0.9 * target,
                         qPrintable(QStringLiteral("%1 in epoch %2, ceiling %3")
                                        .arg(epoch.costs.at("weights"))
                                        .arg(epoch.epoch)
                                        .arg(ceiling)));
            }
        }
        for (const CandidateSummary &candidate : study->candidates().value()) {
            const double weights = candidate.costs.at("weights").value;
            if (!candidate.isSeed)
                QVERIFY2(weights <= target && weights > 0.97 * target, qPrintable(QString::number(weights)));
        }
    }

    void brokenTrainingFailsWithAReason()
    {
        SearchBench bench;
        SearchPlan plan = bench.plan("recipe: {search: {weights: {optimizer: sgd}}}\n");
        plan.recipe.search.weights.learningRate = 1e30; // no recipe may say so
        const auto summary = bench.run(plan, "broken", 1);
        VERIFY_OK(summary);
        QCOMPARE(summary->runsDone, 1); // the seed network does not search
        QCOMPARE(summary->runsFailed, 2);
        QCOMPARE(summary->reason, FinishReason::Failed);
        int failed = 0;
        const auto study = bench.study("broken");
        const auto runs = study->runs().value();
        for (const StudyRun &run : runs) {
            if (run.state != RunState::Failed)
                continue;
            ++failed;
            QVERIFY2(run.reason.find("not a number") != std::string::npos, run.reason.c_str());
            QVERIFY(run.reason.find("lower the learning rate") != std::string::npos);
        }
        QCOMPARE(failed, 2);
    }

    void studiesFromAnotherMachineAreSaidToBe()
    {
        SearchBench bench;
        const SearchPlan plan = bench.plan(kRecipe, "60%");
        VERIFY_OK(Study::create(bench.path("theirs"), studySpecOf(plan), {"a processor of theirs", "0.1", "1", 1}));
        VERIFY_OK(bench.run(plan, "theirs", 1));
        QCOMPARE(bench.notices.size(), std::size_t{1});
        QVERIFY2(bench.notices[0].find("a processor of theirs with LibTorch 0.1") != std::string::npos,
                 bench.notices[0].c_str());
    }

    void impossibleIsRefusedBeforeTraining()
    {
        SearchBench bench;
        auto spec = bench.plan().spec;
        spec.objective[0].targets = {{60, false}}; // one channel everywhere: 27 + 4·9 + 10 = 73
        const SearchPlan plan = planSearch(spec).value();
        const auto summary = bench.run(plan, "impossible", 1);
        QVERIFY(!summary.ok());
        QCOMPARE(summary.error().code, ErrorCode::OutOfReach);
        QVERIFY(!std::filesystem::exists(bench.path("impossible")));
    }

private:
    static void checkCandidates(const SearchBench &bench, const SearchPlan &plan)
    {
        const auto study = bench.study("one");
        const auto candidates = study->candidates().value();
        int seeds = 0;
        for (const CandidateSummary &candidate : candidates) {
            const Network network = study->network(candidate.id).value();
            VERIFY_OK(checkWeights(network, study->weights(candidate.id).value(), "study"));
            QVERIFY(candidate.quality > 0.1 && candidate.quality <= 1); // ten classes
            QVERIFY(candidate.testQuality > 0 && candidate.testQuality <= 1);
            const double weights = candidate.costs.at("weights").value;
            QCOMPARE(costOf(network, plan.setup).total.at("weights").value, weights);
            if (candidate.isSeed) {
                ++seeds;
                QCOMPARE(weights, 30864.0);
                continue;
            }
            const RunPlan *run = nullptr;
            for (const RunPlan &planned : plan.runs)
                run = planned.label == candidate.label ? &planned : run;
            QVERIFY(run);
            const double distance = weights - run->terms[0].target;
            const SpaceCost cost(plan.space, plan.setup);
            const double block = test::smallestMove(plan.space, cost, study->masks(candidate.id).value(),
                                                    static_cast<std::size_t>(cost.indexOf("weights")), distance < 0);
            QVERIFY2(std::abs(distance) <= block, qPrintable(QStringLiteral("%1 against %2, a channel is %3")
                                                                 .arg(weights)
                                                                 .arg(run->terms[0].target)
                                                                 .arg(block)));
        }
        QCOMPARE(seeds, 1);
        QCOMPARE(candidates.size(), std::size_t{3});
        const auto runs = study->runs().value();
        for (const StudyRun &run : runs) {
            const auto history = study->history(run.id).value();
            for (const EpochReport &epoch : history) {
                QVERIFY(std::isfinite(epoch.taskLoss) && epoch.taskLoss > 0);
                if (epoch.phase == Phase::Search)
                    QVERIFY(epoch.costs.at("weights") <= 30864 && epoch.strengths.at(0) > 0);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSearchSmall)
#include "tst_search_small.moc"
