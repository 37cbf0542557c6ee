// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The curves of one run. All epochs stand on one axis: epoch n of a phase ends at (epochs before) + n.
#include "core/base/quality_text.h"
#include "core/report/figure_texts.h"
#include "core/report/figures.h"
#include "core/report/ticks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace dnas {

namespace {

constexpr const char *kNoEpoch = "No epoch is finished yet.";
constexpr std::array kPhases{Phase::WarmUp, Phase::Search, Phase::FineTune, Phase::Evaluation};

/// Where the epochs of every phase begin on the common axis. A phase counts the epochs it really had.
class Timeline {
public:
    explicit Timeline(std::span<const EpochReport> history)
    {
        std::map<Phase, int> lengths;
        for (const EpochReport &report : history)
            lengths[report.phase] = std::max(lengths[report.phase], report.epoch + 1);
        for (const Phase phase : kPhases) {
            m_starts[phase] = m_end;
            const auto length = lengths.find(phase);
            if (length == lengths.end())
                continue;
            m_seen.push_back(phase);
            m_end += length->second;
        }
    }
    double endOf(const EpochReport &report) const { return m_starts.at(report.phase) + report.epoch + 1; }
    /// Steps an epoch are not in the study, so a change within one stands in its middle.
    double placeOf(const SteeringChanged &change) const
    {
        return m_starts.at(change.phase) + change.epoch + (change.step > 0 ? 0.5 : 0.0);
    }
    bool has(Phase phase) const { return std::find(m_seen.begin(), m_seen.end(), phase) != m_seen.end(); }
    void addBorders(Figure &figure) const
    {
        for (const Phase phase : m_seen)
            figure.rules.push_back({true, static_cast<double>(m_starts.at(phase)), phaseName(phase), Role::Category});
    }

private:
    std::map<Phase, int> m_starts;
    std::vector<Phase> m_seen;
    int m_end = 0;
};

/// One curve; `valueOf` gives NaN where there is nothing.
template <typename ValueOf>
void addCurve(Figure &figure, std::span<const EpochReport> history, const Timeline &timeline, std::string name,
              int category, ValueOf valueOf)
{
    Series series{std::move(name), Role::Category, category, {Mark::Line}, {}, {}, {}};
    for (const EpochReport &report : history) {
        const double value = valueOf(report);
        if (!std::isfinite(value))
            continue;
        series.x.push_back(timeline.endOf(report));
        series.y.push_back(value);
    }
    if (series.x.size() == 1)
        series.marks.push_back(Mark::Circle); // a line through one point does not show
    if (!series.x.empty())
        figure.series.push_back(std::move(series));
}

/// "strength.macs" → "λ macs", "target.weights" → "target weights", "learning_rate" → "learning rate".
std::string steeringName(std::string key)
{
    if (key.starts_with("strength."))
        return "λ " + key.substr(9);
    std::replace(key.begin(), key.end(), '.', ' ');
    std::replace(key.begin(), key.end(), '_', ' ');
    return key;
}

Figure epochFigure(std::string yTitle)
{
    Figure figure;
    figure.x.title = "Epoch";
    figure.x.whole = true;
    figure.y.title = std::move(yTitle);
    figure.empty = kNoEpoch;
    return figure;
}

} // namespace

std::string steeringText(const SteeringChanged &change)
{
    return steeringName(change.key) + " " + valueText(change.oldValue, false) + " → " +
           valueText(change.newValue, false);
}

std::string steeringSummary(std::span<const SteeringChanged> steering)
{
    std::vector<SteeringChanged> merged;
    for (const SteeringChanged &change : steering) {
        const auto same = std::find_if(merged.begin(), merged.end(),
                                       [&](const SteeringChanged &other) { return other.key == change.key; });
        if (same == merged.end())
            merged.push_back(change);
        else
            same->newValue = change.newValue;
    }
    std::string text;
    for (const SteeringChanged &change : merged)
        text += (text.empty() ? "" : ", ") + steeringText(change);
    return text;
}

Figure lossFigure(std::span<const EpochReport> history, std::span<const SteeringChanged> steering,
                  const std::vector<std::string> &termNames, const std::string &loss)
{
    Figure figure = epochFigure(loss.empty() ? "Loss" : "Loss (" + loss + ")");
    const Timeline timeline(history);
    const bool hasTerms =
        std::any_of(history.begin(), history.end(), [](const EpochReport &r) { return !r.termLosses.empty(); });
    addCurve(figure, history, timeline, "Task", 0, [](const EpochReport &r) { return r.taskLoss; });
    addCurve(figure, history, timeline, "Validation", 1, [](const EpochReport &r) { return r.validationLoss; });
    for (std::size_t term = 0; term < termNames.size(); ++term)
        addCurve(figure, history, timeline, "λ·" + termNames[term], 2 + static_cast<int>(term % 4),
                 [term](const EpochReport &r) { return term < r.termLosses.size() ? r.termLosses[term] : NAN; });
    if (hasTerms)
        addCurve(figure, history, timeline, "Total", 6,
                 [](const EpochReport &r) { return r.termLosses.empty() ? NAN : r.totalLoss; });
    timeline.addBorders(figure);
    if (!history.empty())
        for (const SteeringChanged &change : steering)
            figure.rules.push_back({.vertical = true,
                                    .at = timeline.placeOf(change),
                                    .text = steeringText(change),
                                    .role = Role::Marker,
                                    .atEdge = true});
    return figure;
}

Figure qualityFigure(std::span<const EpochReport> history, const std::string &metric)
{
    Figure figure = epochFigure(metric.empty() ? "Quality" : metric == "accuracy" ? "Accuracy" : metric);
    figure.y.percent = isShare(metric);
    const Timeline timeline(history);
    addCurve(figure, history, timeline, "Training", 0, [](const EpochReport &r) { return r.trainQuality; });
    addCurve(figure, history, timeline, "Validation", 1, [](const EpochReport &r) { return r.quality; });
    timeline.addBorders(figure);
    return figure;
}

Figure costFigure(std::span<const EpochReport> history, const std::string &metric, double target)
{
    Figure figure = epochFigure(metricTitle(metric));
    const Timeline timeline(history);
    addCurve(figure, history, timeline, metricTitle(metric), 0, [&metric](const EpochReport &r) {
        const auto cost = r.costs.find(metric);
        return cost == r.costs.end() ? NAN : cost->second;
    });
    if (figure.series.empty()) {
        if (!history.empty())
            figure.empty = "Costs are known from the first epoch of the search on.";
        return figure;
    }
    timeline.addBorders(figure);
    if (target > 0)
        figure.rules.push_back({false, target, "target " + formatMetric(metric, target), Role::Limit});
    return figure;
}

} // namespace dnas
