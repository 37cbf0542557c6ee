// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See held_against_output.h.
#include "app/cli/held_against_output.h"

#include "core/base/quality_text.h"
#include "core/report/held_against.h"

#include <fmt/format.h>

namespace paretoscope {

using namespace dnas;

Json heldAgainstJson(const std::vector<CandidateSummary> &candidates, const std::vector<StudyRun> &runs)
{
    const auto test = [](const CandidateSummary *candidate) {
        return candidate ? Json(candidate->testQuality) : Json();
    };
    const auto id = [](const CandidateSummary *candidate) {
        return candidate ? Json(candidate->id.value) : Json();
    };
    Json list = Json::array();
    for (const HeldAgainst &held : heldAgainst(candidates, runs)) {
        Json random = Json::array();
        Json drawn = Json::array();
        for (const CandidateSummary *candidate : held.baselines->randomWidths) {
            random.push_back(candidate->testQuality);
            drawn.push_back(candidate->id.value);
        }
        list.push_back({{"candidate", held.searched->id.value},
                        {"test_quality", held.searched->testQuality},
                        {"inside", held.isInside},
                        {"width_multiplier", test(held.baselines->widthMultiplier)},
                        {"random_widths", random},
                        {"magnitude_pruning", test(held.baselines->magnitude)},
                        {"candidates",
                         {{"width_multiplier", id(held.baselines->widthMultiplier)},
                          {"random_widths", drawn},
                          {"magnitude_pruning", id(held.baselines->magnitude)}}}});
    }
    return list;
}

std::string heldAgainstText(const std::vector<CandidateSummary> &candidates, const std::vector<StudyRun> &runs)
{
    const std::vector<HeldAgainst> all = heldAgainst(candidates, runs);
    if (all.empty())
        return {};
    const auto test = [](const CandidateSummary *candidate) {
        return candidate ? qualityText(candidate->qualityMetric, candidate->testQuality) : std::string("–");
    };
    TextTable table({{"id", Align::Right},
                     {"test", Align::Right},
                     {"width multiplier", Align::Right},
                     {"random, median", Align::Right},
                     {"best", Align::Right},
                     {"draws", Align::Right},
                     {"magnitude", Align::Right},
                     {"searched"}});
    std::size_t better = 0;
    for (const HeldAgainst &held : all) {
        const CandidateSummary &c = *held.searched;
        const bool drawn = !held.baselines->randomWidths.empty();
        table.add({std::to_string(c.id.value), test(&c), test(held.baselines->widthMultiplier),
                   drawn ? qualityText(c.qualityMetric, held.baselines->medianOfRandom()) : "–",
                   test(drawn ? held.baselines->randomWidths.back() : nullptr),
                   std::to_string(held.baselines->randomWidths.size()), test(held.baselines->magnitude),
                   held.isInside ? c.label : c.label + " (above its targets)"});
        better += held.isBetter() ? 1U : 0U;
    }
    return table.text() +
           fmt::format("\n  inside the targets and on test better than every baseline ({}) with the same "
                       "targets and epochs: {} of {}\n",
                       baselineKinds(all), better, all.size());
}

} // namespace paretoscope
