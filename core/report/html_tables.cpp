// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables of a report: candidates with their figures, layers of those on the front.
#include "core/base/joined.h"
#include "core/base/quality_text.h"
#include "core/network/network_diff.h"
#include "core/report/figure_texts.h"
#include "core/report/html_page.h"
#include "core/report/html_sections.h"
#include "core/report/svg.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace dnas {

namespace {

constexpr std::array kColumns{"weights", "macs", "flash", "ram", "latency", "energy"};

HtmlCell number(std::string text, std::string tip = {}) { return {std::move(text), std::move(tip), true}; }

HtmlCell costCell(const CandidateSummary &candidate, const std::string &metric)
{
    const auto cost = candidate.costs.find(metric);
    if (cost == candidate.costs.end())
        return number("–", "the board does not model it");
    return number(formatMetric(metric, cost->second.value), originText(cost->second));
}

std::string remark(const CandidateSummary &candidate)
{
    if (candidate.state != CandidateState::Done)
        return std::string(candidateStateName(candidate.state)) +
               (candidate.reason.empty() ? "" : ": " + candidate.reason);
    std::vector<std::string> remarks;
    if (candidate.isSeed)
        remarks.emplace_back("seed network");
    if (!candidate.feasible)
        remarks.emplace_back("outside limits");
    if (candidate.movedChannels > 0)
        remarks.push_back(std::to_string(candidate.movedChannels) +
                          (candidate.movedChannels == 1 ? " channel" : " channels") + " moved at the end");
    return joined(remarks);
}

HtmlRow candidateRow(const CandidateSummary &candidate, const bool isOnFront)
{
    const bool measured = isMeasured(candidate.state);
    const std::string how = candidate.qualityMetric + " at " + candidate.qualityPrecision;
    HtmlRow row{{{candidate.label, "candidate " + std::to_string(candidate.id.value)},
                 {isOnFront ? "● front" : ""},
                 measured ? number(qualityText(candidate.qualityMetric, candidate.quality),
                                   how + ", measured on the validation split")
                          : number("–"),
                 measured ? number(qualityText(candidate.qualityMetric, candidate.testQuality),
                                   how + ", measured once on the test split")
                          : number("–")},
                isOnFront};
    for (const char *metric : kColumns)
        row.cells.push_back(costCell(candidate, metric));
    row.cells.push_back({remark(candidate)});
    return row;
}

/// "Latency: calibrated ± 7.5 %, modelled", over all candidates.
std::string originNote(const ReportData &data)
{
    std::vector<std::string> notes;
    for (const char *metric : kColumns) {
        std::set<std::string> origins;
        for (const CandidateSummary &candidate : data.candidates)
            if (const auto cost = candidate.costs.find(metric); cost != candidate.costs.end())
                origins.insert(originText(cost->second));
        if (!origins.empty())
            notes.push_back(findMetric(metric)->title + ": " + joined(origins, " or "));
    }
    return notes.empty() ? std::string()
                         : "Origin of the figures (of each one: hold the mouse over it) – " + joined(notes, "; ") + ".";
}

std::string precisionNote(const ReportData &data)
{
    std::set<std::string> precisions;
    for (const CandidateSummary &candidate : data.candidates)
        precisions.insert(candidate.qualityPrecision);
    return "Quality is measured at " + joined(precisions) +
           ", whatever bits the board's costs assume. Validation quality alone decides what is on the front; test "
           "quality stands beside it and selects nothing. Costs are counted from the network or come from the board's "
           "model; none was measured on a device unless it says so.";
}

std::string shareText(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? percentText(static_cast<double>(part) / static_cast<double>(whole), 0) : "–";
}

std::string layerTable(const NetworkDifference &difference)
{
    std::vector<HtmlRow> rows;
    for (const LayerDifference &layer : difference.layers) {
        if (layer.leftCounts.weights == 0 && layer.rightCounts.weights == 0 && layer.changes.empty())
            continue;
        std::vector<std::string> changes = layer.changes;
        if (layer.right < 0 || layer.left < 0)
            changes.insert(changes.begin(), layer.right < 0 ? "removed" : "new");
        rows.push_back({{{layer.name},
                         number(std::to_string(layer.leftChannels)),
                         number(std::to_string(layer.rightChannels)),
                         number(shareText(layer.rightChannels, layer.leftChannels)),
                         number(formatMetric("weights", static_cast<double>(layer.rightCounts.weights))),
                         number(shareText(layer.rightCounts.weights, layer.leftCounts.weights)),
                         number(formatMetric("macs", static_cast<double>(layer.rightCounts.macs))),
                         number(shareText(layer.rightCounts.macs, layer.leftCounts.macs)),
                         {joined(changes)}}});
    }
    rows.push_back({{{"Whole network"},
                     number(""),
                     number(""),
                     number(""),
                     number(formatMetric("weights", static_cast<double>(difference.right.weights))),
                     number(shareText(difference.right.weights, difference.left.weights)),
                     number(formatMetric("macs", static_cast<double>(difference.right.macs))),
                     number(shareText(difference.right.macs, difference.left.macs)),
                     {""}},
                    true});
    return htmlTable({{"Layer"},
                      number("Channels of the seed"),
                      number("kept"),
                      number("%"),
                      number("Weights"),
                      number("of the seed's"),
                      number("MACs"),
                      number("of the seed's"),
                      {"Changes"}},
                     rows);
}

} // namespace

std::string candidateSection(const ReportData &data)
{
    if (data.candidates.empty())
        return {};
    // Cheapest first, like the front; what has no figure comes last.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < data.candidates.size(); ++i)
        order.push_back(i);
    const auto costOf = [&](std::size_t i) {
        const double cost = metricOf(data.candidates[i], data.frontMetric);
        return cost == cost ? cost : std::numeric_limits<double>::infinity();
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return costOf(a) < costOf(b); });
    std::vector<HtmlRow> rows;
    for (const std::size_t i : order)
        rows.push_back(
            candidateRow(data.candidates[i], std::find(data.front.begin(), data.front.end(), i) != data.front.end()));
    const std::string metric = qualityMetricOf(data.candidates);
    const std::string what = isShare(metric) ? std::string() : " " + metric;
    std::vector<HtmlCell> head{{"Candidate"},
                               {"On front", "over " + data.frontMetric + " and validation quality"},
                               number("Validation" + what),
                               number("Test" + what)};
    for (const char *metric : kColumns)
        head.push_back(number(findMetric(metric)->title));
    head.push_back({"Remarks"});
    return markupTag("section", textTag("h2", "Candidates") + "\n" + htmlTable(head, rows) +
                                    textTag("p", precisionNote(data), " class=\"note\"") + "\n" +
                                    textTag("p", originNote(data), " class=\"note\"")) +
           "\n";
}

std::string networkSection(const ReportData &data)
{
    std::string text;
    for (std::size_t i = 0; i < data.frontNetworks.size() && data.seed; ++i) {
        const CandidateSummary &candidate = data.candidates[data.front[i]];
        if (candidate.isSeed)
            continue;
        Figure widths = widthFigure(*data.seed, data.frontNetworks[i]);
        widths.title = "Channels kept by layer";
        text += textTag("h3", candidate.label) + "\n" + renderSvg(widths, {1100, 270, SvgStyle::Page}) +
                layerTable(diffNetworks(*data.seed, data.frontNetworks[i]));
    }
    if (!data.seed && !data.frontNetworks.empty())
        text = textTag("p", "The seed network of this study cannot be read, so nothing can be compared with it.");
    return text.empty() ? text : markupTag("section", textTag("h2", "Networks on the front") + "\n" + text) + "\n";
}

} // namespace dnas
