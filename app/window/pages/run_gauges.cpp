// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See run_gauges.h.
#include "app/window/pages/run_gauges.h"

#include "app/window/pages/term_values.h"
#include "app/window/text.h"
#include "core/hardware/cost.h"

namespace paretoscope {
namespace {

using Costs = std::map<std::string, double>;

/// Outside a search the network that is trained stays as it is, and its widths tell what it costs: that of a baseline
/// is not the seed. Nothing where they do not fit the space.
Costs costsOfWidths(const StudySnapshot &study, const dnas::EpochReport &epoch)
{
    Costs costs;
    if (!study.space || !study.setup || epoch.widths.size() != study.space->groups().size())
        return costs;
    for (std::size_t g = 0; g < epoch.widths.size(); ++g) {
        if (epoch.widths[g] < 1 || epoch.widths[g] > study.space->groups()[g].channels)
            return costs;
    }
    const dnas::Network network = study.space->derive(study.space->masksOfWidths(epoch.widths));
    for (const auto &[metric, cost] : dnas::costOf(network, *study.setup).total)
        costs[metric] = cost.value;
    return costs;
}

Costs costsNow(const StudySnapshot &study, const std::vector<dnas::EpochReport> &history, const dnas::StudyRun *run)
{
    // The seed's until the search says otherwise; of a baseline nothing until its first epoch tells its network.
    const bool isBaseline = run && run->isBaseline();
    Costs costs = isBaseline ? Costs() : study.spec.seedCosts;
    for (const dnas::EpochReport &epoch : history)
        for (const auto &[metric, value] : epoch.costs)
            costs[metric] = value;
    if (!history.empty() && history.back().phase != dnas::Phase::Search &&
        (!isBaseline || history.back().run == run->id)) {
        for (const auto &[metric, value] : costsOfWidths(study, history.back()))
            costs[metric] = value;
    }
    if (!run || run->state != dnas::RunState::Done)
        return costs;
    for (const dnas::CandidateSummary &candidate : study.candidates) {
        if (candidate.run != run->id)
            continue;
        for (const auto &[metric, cost] : candidate.costs)
            costs[metric] = cost.value;
    }
    return costs;
}

} // namespace

std::vector<CostGauge> gaugesOf(const StudyDocument &document, const std::vector<dnas::EpochReport> &history,
                                const dnas::StudyRun *run)
{
    const StudySnapshot &study = document.snapshot();
    const Costs costs = costsNow(study, history, run);
    std::vector<CostGauge> gauges;
    for (const dnas::MetricInfo &metric : dnas::allMetrics()) {
        const auto value = costs.find(metric.name);
        if (value == costs.end() || metric.name == "cycles" || metric.name == "parameters")
            continue;
        CostGauge gauge{.metric = toText(metric.name),
                        .value = value->second,
                        .limit = {},
                        .isAim = false,
                        .most = 0,
                        .origin = {}};
        if (const auto seed = study.spec.seedCosts.find(metric.name); seed != study.spec.seedCosts.end())
            gauge.most = seed->second;
        for (std::size_t i = 0; run && i < run->termNames.size(); ++i) {
            if (run->termNames[i] != metric.name)
                continue;
            const TermValues values = termValues(document, *run, history, i);
            if (values.target > 0)
                gauge.limit = values.target;
            gauge.isAim = !values.isLimit;
        }
        gauges.push_back(std::move(gauge));
    }
    return gauges;
}

} // namespace paretoscope
