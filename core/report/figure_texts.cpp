// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See figure_texts.h.
#include "core/report/figure_texts.h"

#include "core/base/quality_text.h"
#include "core/report/ticks.h"

#include <cmath>

namespace dnas {

namespace {

/// "Flash" in the middle of a sentence; abbreviations stay.
std::string inSentence(const std::string &title)
{
    const auto isUpper = [](char c) {
        return c >= 'A' && c <= 'Z';
    };
    std::string text = title;
    if (text.size() > 1 && isUpper(text[0]) && !isUpper(text[1]))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

} // namespace

std::string metricTitle(const std::string &metric)
{
    if (metric == "moved_channels")
        return "Channels moved by the last step";
    if (metric == "quality")
        return "Validation quality";
    if (metric == "test_quality")
        return "Test quality";
    const MetricInfo *info = findMetric(metric);
    if (info == nullptr)
        return metric;
    return info->unit.empty() ? info->title : info->title + " (" + info->unit + ")";
}

std::string costText(const std::string &metric, double value)
{
    const MetricInfo *info = findMetric(metric);
    return formatMetric(metric, value) + " " + (info != nullptr ? inSentence(info->title) : metric);
}

std::string originText(const CostValue &cost)
{
    std::string text = originName(cost.origin);
    if (cost.errorPercent)
        text += " ± " + valueText(*cost.errorPercent, false) + " %";
    return text;
}

std::string percentText(double share, int decimals)
{
    return std::isfinite(share) ? fixedText(share * 100, decimals) + " %" : "n/a";
}

std::string candidateQualityText(const CandidateSummary &candidate)
{
    const std::string &metric = candidate.qualityMetric;
    const std::string text = qualityText(metric, candidate.quality, 1) + " validation, " +
                             qualityText(metric, candidate.testQuality, 1) + " test";
    return isShare(metric) ? text : text + " (" + metric + ")"; // of what is in %, nobody asks what it is
}

std::string candidateText(const CandidateSummary &candidate)
{
    std::string text = candidate.label + ": ";
    const auto weights = candidate.costs.find("weights");
    if (weights != candidate.costs.end())
        text += costText("weights", weights->second.value) + ", ";
    text += candidateQualityText(candidate);
    for (const MetricInfo &info : allMetrics()) {
        const auto cost = candidate.costs.find(info.name);
        if (cost != candidate.costs.end() && info.name != "weights" && info.name != "parameters")
            text += "\n" + costText(info.name, cost->second.value) + " (" + originText(cost->second) + ")";
    }
    if (!candidate.feasible)
        text += "\noutside the limits of its run";
    return text;
}

std::string publishedText(const NamedPoint &point, const std::string &qualityMetric)
{
    std::string text = point.name + ": ";
    for (const auto &[metric, cost] : point.costs)
        text += costText(metric, cost.value) + ", ";
    text += qualityText(qualityMetric, point.quality, 1) + " (published)";
    return point.source.empty() ? text : text + "\n" + point.source;
}

} // namespace dnas
