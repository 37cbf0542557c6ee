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

Json heldAgainstJson(const std::vector<CandidateSummary> &candidates)
{
    const auto test = [](const CandidateSummary *candidate) {
        return candidate ? Json(candidate->testQuality) : Json();
    };
    Json list = Json::array();
    for (const HeldAgainst &held : heldAgainst(candidates)) {
        Json random = Json::array();
        for (const CandidateSummary *candidate : held.randomWidths)
            random.push_back(candidate->testQuality);
        list.push_back({{"candidate", held.searched->id.value},
                        {"test_quality", held.searched->testQuality},
                        {"width_multiplier", test(held.uniform)},
                        {"random_widths", random},
                        {"magnitude_pruning", test(held.magnitude)}});
    }
    return list;
}

std::string heldAgainstText(const std::vector<CandidateSummary> &candidates)
{
    const std::vector<HeldAgainst> all = heldAgainst(candidates);
    if (all.empty())
        return {};
    const auto test = [](const CandidateSummary *candidate) {
        return candidate ? qualityText(candidate->qualityMetric, candidate->testQuality) : std::string("–");
    };
    TextTable table({{"id", Align::Right},
                     {"test", Align::Right},
                     {"uniform", Align::Right},
                     {"random, median", Align::Right},
                     {"best", Align::Right},
                     {"draws", Align::Right},
                     {"magnitude", Align::Right},
                     {"searched"}});
    std::size_t better = 0;
    for (const HeldAgainst &held : all) {
        const CandidateSummary &c = *held.searched;
        const bool drawn = !held.randomWidths.empty();
        table.add({std::to_string(c.id.value), test(&c), test(held.uniform),
                   drawn ? qualityText(c.qualityMetric, held.medianOfRandom()) : "–",
                   test(drawn ? held.randomWidths.back() : nullptr), std::to_string(held.randomWidths.size()),
                   test(held.magnitude), c.label});
        better += held.isBetter() ? 1U : 0U;
    }
    return table.text() + fmt::format("\n  on test better than every baseline (uniform thinning, random widths, "
                                      "magnitude pruning) with the same targets: {} of {}\n",
                                      better, all.size());
}

} // namespace paretoscope
