// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What Live shows of a run: its own warm-up where it has one, and the costs of the network that it trains.
#include "app/window/pages/run_gauges.h"
#include "core/hardware/cost.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace paretoscope;

namespace {

const dnas::StudyRun kSearch{dnas::RunId{1}, "a", "weights 50 %", dnas::RunState::Running, {}, {"weights"}};

dnas::StudyRun baseline(int id, dnas::Method method)
{
    return {dnas::RunId{id},
            std::to_string(id),
            "whatever it is called",
            dnas::RunState::Running,
            {},
            {"weights"},
            {},
            dnas::RunOutline{method, 0, 16, {{"weights", dnas::TermShape::Hinge, 12345, {}}}}};
}
const dnas::StudyRun kBaseline = baseline(2, dnas::Method::RandomWidths);
const dnas::StudyRun kMagnitude = baseline(3, dnas::Method::Magnitude);

dnas::EpochReport epochOf(dnas::RunId run, dnas::Phase phase, std::vector<int> widths)
{
    dnas::EpochReport report;
    report.run = run;
    report.phase = phase;
    report.widths = std::move(widths);
    return report;
}

class Study {
public:
    Study()
    {
        const auto spec = dnas::parseSpec("{benchmark: demo, objective: [{metric: weights, target: 50%}]}", "s");
        const auto plan = dnas::planSearch(*spec);
        m_study.space = std::make_shared<const dnas::SearchSpace>(plan->space);
        m_study.setup = std::make_shared<const dnas::BoardSetup>(plan->setup);
        for (const auto &[metric, cost] : plan->seedCost.total)
            m_study.spec.seedCosts[metric] = cost.value;
        m_study.runs = {kSearch, kBaseline, kMagnitude};
        for (const dnas::ChannelGroup &group : m_study.space->groups()) {
            m_whole.push_back(group.channels);
            m_half.push_back(group.frozen ? group.channels : group.channels / 2);
        }
        add(epochOf(dnas::kSharedRun, dnas::Phase::WarmUp, m_whole));
    }

    void add(const dnas::EpochReport &epoch)
    {
        m_study.histories[epoch.run].push_back(epoch);
        m_document.show(m_study);
    }
    double weights(const dnas::StudyRun &run) const
    {
        const std::optional<CostGauge> gauge = weightGauge(run);
        return gauge ? gauge->value : -1;
    }
    std::optional<CostGauge> weightGauge(const dnas::StudyRun &run) const
    {
        for (const CostGauge &gauge : gaugesOf(m_document, m_document.history(run.id), &run)) {
            if (gauge.metric == QStringLiteral("weights"))
                return gauge;
        }
        return std::nullopt;
    }
    double weightsOf(const std::vector<int> &widths) const
    {
        return dnas::costOf(m_study.space->derive(m_study.space->masksOfWidths(widths)), *m_study.setup)
            .total.at("weights")
            .value;
    }
    std::size_t epochs(const dnas::StudyRun &run) const { return m_document.history(run.id).size(); }

    std::vector<int> m_whole, m_half;

private:
    StudySnapshot m_study;
    StudyDocument m_document;
};

} // namespace

class TestRunGauges : public QObject {
    Q_OBJECT

private slots:
    void aSearchBeginsWithTheSharedWarmUp()
    {
        Study study;
        QCOMPARE(study.epochs(kSearch), std::size_t{1});
        QCOMPARE(study.weights(kSearch), study.weightsOf(study.m_whole));
        dnas::EpochReport epoch = epochOf(kSearch.id, dnas::Phase::Search, study.m_whole);
        epoch.costs["weights"] = 1234;
        study.add(epoch);
        QCOMPARE(study.epochs(kSearch), std::size_t{2});
        QCOMPARE(study.weights(kSearch), 1234.0);
    }

    void aBaselineHasAWarmUpAndCostsOfItsOwn()
    {
        Study study;
        QVERIFY(study.weightsOf(study.m_half) < 0.5 * study.weightsOf(study.m_whole));
        QCOMPARE(study.epochs(kBaseline), std::size_t{0}); // not the shared ones
        QCOMPARE(study.weights(kBaseline), -1.0);
        study.add(epochOf(kBaseline.id, dnas::Phase::WarmUp, study.m_half));
        QCOMPARE(study.epochs(kBaseline), std::size_t{1});
        QCOMPARE(study.weights(kBaseline), study.weightsOf(study.m_half));
        QCOMPARE(study.weightGauge(kBaseline)->limit, std::optional(12345.0));
        study.add(epochOf(kBaseline.id, dnas::Phase::FineTune, study.m_half));
        QCOMPARE(study.epochs(kBaseline), std::size_t{2});
        QCOMPARE(study.weights(kBaseline), study.weightsOf(study.m_half));
    }

    /// It begins with the shared warm-up, whose network is not its own.
    void magnitudePruningKeepsTheSharedWarmUp()
    {
        Study study;
        QCOMPARE(study.epochs(kMagnitude), std::size_t{1});
        QCOMPARE(study.weights(kMagnitude), -1.0);
        study.add(epochOf(kMagnitude.id, dnas::Phase::FineTune, study.m_half));
        QCOMPARE(study.epochs(kMagnitude), std::size_t{2});
        QCOMPARE(study.weights(kMagnitude), study.weightsOf(study.m_half));
    }

    void widthsOfAnotherSpaceAreNotBelieved()
    {
        Study study;
        std::vector<int> wide = study.m_half;
        wide.front() = study.m_whole.front() + 1;
        for (const std::vector<int> &widths :
             {std::vector<int>{}, std::vector<int>{1}, wide, std::vector<int>(study.m_whole.size(), 0)}) {
            Study fresh;
            fresh.add(epochOf(kBaseline.id, dnas::Phase::WarmUp, widths));
            QCOMPARE(fresh.weights(kBaseline), -1.0);
        }
    }
};

QTEST_GUILESS_MAIN(TestRunGauges)
#include "tst_run_gauges.moc"
