// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See verdict_output.h.
#include "app/cli/verdict_output.h"

namespace paretoscope {

using namespace dnas;

namespace {

Json orNull(const std::string &text) { return text.empty() ? Json() : Json(text); }

} // namespace

void putVerdicts(Json &object, const SearchPlan &plan)
{
    Json verdicts = Json::array();
    for (const LimitVerdict &limit : plan.verdicts)
        verdicts.push_back({{"metric", limit.metric},
                            {"target", metricJson(limit.metric, limit.target)},
                            {"least", metricJson(limit.metric, limit.bounds.least)},
                            {"most", metricJson(limit.metric, limit.bounds.most)},
                            {"verdict", verdictName(limit.verdict)},
                            {"because", limit.because},
                            {"remedy", orNull(limit.remedy)},
                            {"line", limit.line}});
    Json contradictions = Json::array();
    for (const Contradiction &found : plan.contradictions) {
        const ObjectiveTerm &aim = plan.spec.objective[found.term];
        contradictions.push_back({{"metric", aim.metric},
                                  {"run", orNull(found.run)},
                                  {"because", found.because},
                                  {"remedy", found.remedy},
                                  {"line", aim.line}});
    }
    object["verdicts"] = std::move(verdicts);
    object["contradictions"] = std::move(contradictions);
    object["elsewhere"] = orNull(plan.elsewhere);
}

std::string verdictTable(const SearchPlan &plan)
{
    if (plan.verdicts.empty())
        return {};
    TextTable table({{"target"}, {"", Align::Right}, {"verdict"}, {"because"}});
    for (const LimitVerdict &limit : plan.verdicts)
        table.add({limit.metric, formatMetric(limit.metric, limit.target), verdictName(limit.verdict), limit.because});
    std::string text = table.text();
    for (const Contradiction &found : plan.contradictions)
        text += "  impossible" + (found.run.empty() ? std::string() : " in run " + found.run) + ": " + found.because +
                "; " + found.remedy + "\n";
    return text;
}

} // namespace paretoscope
