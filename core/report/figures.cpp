// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pareto front and layer widths. The curves of a run are in run_figures.cpp.
#include "core/report/figures.h"

#include "core/base/quality_text.h"
#include "core/network/network_diff.h"
#include "core/report/figure_texts.h"
#include "core/report/ticks.h"
#include "core/study/pareto_front.h"

#include <cmath>
#include <limits>

namespace dnas {

namespace {

void addPoint(Series &series, double x, double y, std::string text)
{
    series.x.push_back(x);
    series.y.push_back(y);
    series.texts.push_back(std::move(text));
}

std::string qualityTitle(std::span<const CandidateSummary> candidates, const std::string &metric)
{
    std::string title = metric == "test_quality" ? "Test " : "Validation ";
    const std::string what = qualityMetricOf(candidates);
    if (what.empty())
        return title + "quality";
    title += what;
    if (const std::string &precision = candidates.front().qualityPrecision; !precision.empty())
        title += " at " + precision;
    return title;
}

bool isQuality(const std::string &metric) { return metric == "quality" || metric == "test_quality"; }

/// "81.25 %", "62.1 k": as it stands beside the line.
std::string limitText(const std::string &metric, const std::string &qualityMetric, double value)
{
    return isQuality(metric) ? qualityText(qualityMetric, value) : formatMetric(metric, value);
}

void addLimits(Figure &figure, const FrontFigureOptions &options, const std::string &qualityMetric)
{
    if (options.xLimit)
        figure.rules.push_back({.vertical = true,
                                .at = *options.xLimit,
                                .text = "at most " + limitText(options.xMetric, qualityMetric, *options.xLimit),
                                .draggable = true});
    if (options.yLimit)
        figure.rules.push_back({.vertical = false,
                                .at = *options.yLimit,
                                .text = "at least " + limitText(options.yMetric, qualityMetric, *options.yLimit),
                                .forbidden = Forbidden::Below,
                                .draggable = true});
}

void addKnee(Figure &figure, const Series &front)
{
    std::vector<FrontPoint> points;
    for (std::size_t i = 0; i < front.x.size(); ++i)
        points.push_back({front.x[i], front.y[i]});
    if (const int knee = kneeOf(points); knee >= 0) {
        const FrontPoint at = points[static_cast<std::size_t>(knee)];
        figure.notes.push_back({at.x, at.y, "knee", Role::Front});
    }
}

} // namespace

MetricReader::MetricReader(const std::string &metric)
{
    if (metric == "quality")
        m_kind = Kind::Quality;
    else if (metric == "test_quality")
        m_kind = Kind::TestQuality;
    else if (metric == "moved_channels")
        m_kind = Kind::MovedChannels;
    const MetricInfo *info = findMetric(metric);
    m_cost = info != nullptr ? info->name : metric;
}

double MetricReader::operator()(const CandidateSummary &candidate) const
{
    switch (m_kind) {
    case Kind::Quality:
        return candidate.quality;
    case Kind::TestQuality:
        return candidate.testQuality;
    case Kind::MovedChannels:
        return candidate.movedChannels;
    case Kind::Cost:
        break;
    }
    const auto found = candidate.costs.find(m_cost);
    return found == candidate.costs.end() ? std::numeric_limits<double>::quiet_NaN() : found->second.value;
}

std::string qualityMetricOf(std::span<const CandidateSummary> candidates)
{
    return candidates.empty() ? std::string() : candidates.front().qualityMetric;
}

double metricOf(const CandidateSummary &candidate, const std::string &metric)
{
    return MetricReader(metric)(candidate);
}

InsideLimits::InsideLimits(const FrontFigureOptions &options)
    : m_x(options.xMetric)
    , m_y(options.yMetric)
    , m_xLimit(options.xLimit)
    , m_yLimit(options.yLimit)
{
}

bool InsideLimits::operator()(const CandidateSummary &candidate) const
{
    // Written so that a figure which is absent lies within no limit.
    return (!m_xLimit || m_x(candidate) <= *m_xLimit) && (!m_yLimit || m_y(candidate) >= *m_yLimit);
}

bool isInside(const CandidateSummary &candidate, const FrontFigureOptions &options)
{
    return InsideLimits(options)(candidate);
}

std::vector<std::size_t> frontOf(std::span<const CandidateSummary> candidates, const std::string &xMetric,
                                 const std::string &yMetric)
{
    const MetricReader x(xMetric);
    const MetricReader y(yMetric);
    std::vector<FrontPoint> points;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].state != CandidateState::Done || !candidates[i].feasible)
            continue;
        points.push_back({x(candidates[i]), y(candidates[i])});
        indices.push_back(i);
    }
    std::vector<std::size_t> front;
    for (const std::size_t point : paretoFront(points))
        front.push_back(indices[point]);
    return front;
}

std::vector<std::size_t> frontOf(std::span<const CandidateSummary> candidates, const FrontFigureOptions &options)
{
    std::vector<std::size_t> front = frontOf(candidates, options.xMetric, options.yMetric);
    std::erase_if(front, [&, inside = InsideLimits(options)](std::size_t i) { return !inside(candidates[i]); });
    return front;
}

Figure frontFigure(std::span<const CandidateSummary> candidates, const FrontFigureOptions &options)
{
    Figure figure;
    const std::string qualityMetric = qualityMetricOf(candidates);
    const bool inPercent = isShare(qualityMetric);
    figure.x = {metricTitle(options.xMetric), options.xScale, isQuality(options.xMetric) && inPercent};
    figure.y = {isQuality(options.yMetric) ? qualityTitle(candidates, options.yMetric) : metricTitle(options.yMetric),
                Scale::Linear, isQuality(options.yMetric) && inPercent};
    Series front{"Front", Role::Front, 0, {Mark::Staircase, Mark::Circle}, {}, {}, {}};
    Series dominated{"Dominated", Role::Dominated, 0, {Mark::Circle}, {}, {}, {}};
    Series baseline{"Baseline", Role::Dominated, 0, {Mark::Triangle}, {}, {}, {}};
    Series infeasible{"Over its run's limit", Role::Infeasible, 0, {Mark::Cross}, {}, {}, {}};
    Series outside{"Outside", Role::Infeasible, 0, {Mark::Circle}, {}, {}, {}};
    Series seed{"Seed network", Role::Seed, 0, {Mark::Diamond}, {}, {}, {}};
    Series published{"Published", Role::Published, 0, {Mark::Square}, {}, {}, {}};

    const MetricReader xOf(options.xMetric);
    const MetricReader yOf(options.yMetric);
    const InsideLimits inside(options);
    const auto add = [&](Series &series, const CandidateSummary &candidate) {
        const double x = xOf(candidate);
        const double y = yOf(candidate);
        if (std::isnan(x) || std::isnan(y))
            return;
        series.x.push_back(x);
        series.y.push_back(y);
        if (options.texts)
            series.texts.push_back(candidateText(candidate));
        series.ids.push_back(candidate.id.value);
    };
    std::vector<bool> isOnFront(candidates.size(), false);
    for (const std::size_t i : frontOf(candidates, options)) {
        isOnFront[i] = true;
        add(front, candidates[i]);
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const CandidateSummary &candidate = candidates[i];
        if (candidate.state != CandidateState::Done)
            continue;
        if (candidate.isSeed)
            add(seed, candidate);
        else if (!candidate.feasible)
            add(infeasible, candidate);
        else if (!inside(candidate))
            add(outside, candidate);
        else if (!isOnFront[i])
            add(options.baselines.contains(candidate.run) ? baseline : dominated, candidate);
    }
    for (const NamedPoint &point : options.published) {
        const MetricInfo *info = findMetric(options.xMetric);
        const auto cost = point.costs.find(info != nullptr ? info->name : options.xMetric);
        if (cost != point.costs.end() && isQuality(options.yMetric))
            addPoint(published, cost->second.value, point.quality, publishedText(point, qualityMetric));
        else
            continue;
        figure.notes.push_back({cost->second.value, point.quality, point.name, Role::Published});
    }
    addKnee(figure, front);
    addLimits(figure, options, qualityMetric);
    // What is drawn later lies on top.
    for (Series *series : {&outside, &dominated, &baseline, &infeasible, &front, &published, &seed})
        if (!series->x.empty())
            figure.series.push_back(std::move(*series));
    figure.empty = candidates.empty() ? "No candidate yet: each finished run adds one."
                                      : "No candidate has both of these figures.";
    return figure;
}

Figure widthFigure(const Network &seed, const Network &derived)
{
    Figure figure;
    figure.x.title = "Layer";
    figure.y = {"Channels kept", Scale::Linear, true};
    figure.empty = "The seed network has no layer with weights.";
    Series kept{"Channels kept", Role::Category, 0, {Mark::Bar}, {}, {}, {}};
    for (const LayerDifference &layer : diffNetworks(seed, derived).layers) {
        if (layer.left < 0 || layer.leftCounts.weights == 0 || layer.leftChannels == 0)
            continue;
        const double share = static_cast<double>(layer.rightChannels) / layer.leftChannels;
        const std::string text = layer.right < 0 ? "removed"
                                                 : std::to_string(layer.rightChannels) + " of " +
                                                       std::to_string(layer.leftChannels) + " channels (" +
                                                       fixedText(share * 100, 0) + " %)";
        addPoint(kept, static_cast<double>(figure.categories.size()), share, layer.name + ": " + text);
        figure.categories.push_back(layer.name);
    }
    if (!kept.x.empty())
        figure.series.push_back(std::move(kept));
    return figure;
}

} // namespace dnas
