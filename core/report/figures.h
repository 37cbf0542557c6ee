// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The figures of a study, computed from its values.
#pragma once

#include "core/report/figure.h"
#include "core/study/study.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace dnas {

/// A named point to draw beside the candidates (published networks).
struct NamedPoint {
    std::string name;
    CostSet costs;
    double quality = 0;
    std::string source = {}; ///< for hovering
};

struct FrontFigureOptions {
    std::string xMetric = "weights";
    std::string yMetric = "quality"; ///< quality or test_quality
    Scale xScale = Scale::Linear;
    std::vector<NamedPoint> published;
    std::set<RunId> baselines = {}; ///< their candidates have a mark of their own where they are on no front
    /// Limits that the user tries out: what is dearer or worse is outside, drawn grey and on no front.
    std::optional<double> xLimit = {};
    std::optional<double> yLimit = {};
    /// A text for every candidate; false where they are asked for one by one: they are most of the work.
    bool texts = true;
};

/// Indices into `candidates` of the feasible, done, non-dominated ones, by increasing cost.
std::vector<std::size_t> frontOf(std::span<const CandidateSummary> candidates, const std::string &xMetric,
                                 const std::string &yMetric);
/// "quality", "test_quality", "moved_channels" or a cost metric; NaN when absent.
double metricOf(const CandidateSummary &candidate, const std::string &metric);
/// The same for many candidates: the name is looked up once.
class MetricReader {
public:
    explicit MetricReader(const std::string &metric);
    double operator()(const CandidateSummary &candidate) const;

private:
    enum class Kind { Quality, TestQuality, MovedChannels, Cost };
    Kind m_kind = Kind::Cost;
    std::string m_cost;
};

/// What qualities of these candidates are: "accuracy", "AUC"; empty: not known. Those of a study have one metric.
std::string qualityMetricOf(std::span<const CandidateSummary> candidates);
/// Label, costs and both qualities, each figure with where it comes from.
std::string candidateText(const CandidateSummary &candidate);

/// Within the limits of the options; true for all where there are none.
bool isInside(const CandidateSummary &candidate, const FrontFigureOptions &options);
/// The same for many candidates.
class InsideLimits {
public:
    explicit InsideLimits(const FrontFigureOptions &options);
    bool operator()(const CandidateSummary &candidate) const;

private:
    MetricReader m_x;
    MetricReader m_y;
    std::optional<double> m_xLimit;
    std::optional<double> m_yLimit;
};
/// The front within the limits of the options: nothing inside is dominated by something outside.
std::vector<std::size_t> frontOf(std::span<const CandidateSummary> candidates, const FrontFigureOptions &options);

/// Front as a staircase with its knee named, the others faded or grey, limits as draggable rules.
Figure frontFigure(std::span<const CandidateSummary> candidates, const FrontFigureOptions &options);
/// Task loss, every term, total; validation loss. x: epochs over all phases, phase borders as rules.
/// `loss`: what the task's loss is; empty: not known. Changes by hand are ticks at the edge.
Figure lossFigure(std::span<const EpochReport> history, std::span<const SteeringChanged> steering,
                  const std::vector<std::string> &termNames, const std::string &loss = {});
/// `metric`: "accuracy" (in %), "AUC"; empty: not known.
Figure qualityFigure(std::span<const EpochReport> history, const std::string &metric = {});
/// "λ macs 0.1 → 0.5, learning rate 0.001 → 0.0005": every key once, from its first value to its last.
std::string steeringSummary(std::span<const SteeringChanged> steering);
/// One metric over the epochs, its target (0: none) as a rule.
Figure costFigure(std::span<const EpochReport> history, const std::string &metric, double target);
/// Bars: share of width kept by layer, one row a layer.
Figure widthFigure(const Network &seed, const Network &derived);

} // namespace dnas
