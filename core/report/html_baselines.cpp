// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The section of a report that holds searched networks against simple ways to the same targets.
#include "core/base/quality_text.h"
#include "core/report/held_against.h"
#include "core/report/html_page.h"
#include "core/report/html_sections.h"

#include <algorithm>

namespace dnas {

namespace {

HtmlCell number(std::string text) { return {std::move(text), {}, true}; }

HtmlCell testOf(const CandidateSummary *candidate)
{
    return candidate ? HtmlCell{qualityText(candidate->qualityMetric, candidate->testQuality),
                                "candidate " + std::to_string(candidate->id.value), true}
                     : number("–");
}

HtmlRow rowOf(const HeldAgainst &held)
{
    const bool drawn = !held.baselines->randomWidths.empty();
    const std::string over = held.isInside ? "" : ", above its targets";
    return {{{held.searched->label, "candidate " + std::to_string(held.searched->id.value) + over},
             testOf(held.searched),
             testOf(held.baselines->widthMultiplier),
             number(drawn ? qualityText(held.searched->qualityMetric, held.baselines->medianOfRandom()) : "–"),
             testOf(drawn ? held.baselines->randomWidths.back() : nullptr),
             number(drawn ? std::to_string(held.baselines->randomWidths.size()) : "–"),
             testOf(held.baselines->magnitude)}};
}

} // namespace

std::string baselineSection(const ReportData &data)
{
    const std::vector<StudyRun> runs = runsOf(data);
    const std::vector<HeldAgainst> all = heldAgainst(data.candidates, runs);
    if (all.empty())
        return {};
    std::vector<HtmlRow> rows;
    for (const HeldAgainst &held : all)
        rows.push_back(rowOf(held));
    const auto better = std::count_if(all.begin(), all.end(), [](const HeldAgainst &held) { return held.isBetter(); });
    const std::string text =
        textTag("p", "Test quality of searched networks and of simple ways to the same targets, "
                     "trained for as many epochs. Inside the targets and better than each of them: " +
                         std::to_string(better) + " of " + std::to_string(all.size()) + ".");
    return markupTag("section", textTag("h2", "Was the search worth it?") + "\n" + text +
                                    htmlTable({{"Searched"},
                                               number("test"),
                                               number("width multiplier"),
                                               number("random widths, median"),
                                               number("best"),
                                               number("draws"),
                                               number("magnitude pruning")},
                                              rows)) +
           "\n";
}

} // namespace dnas
