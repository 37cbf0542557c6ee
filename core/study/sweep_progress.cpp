// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sweep_progress.h.
#include "core/study/sweep_progress.h"

#include <algorithm>
#include <numeric>

namespace dnas {

namespace {

constexpr std::size_t kWarmUp = 0, kSearch = 1, kFineTune = 2;

std::optional<std::size_t> indexOf(Phase phase)
{
    switch (phase) {
    case Phase::WarmUp:
        return kWarmUp;
    case Phase::Search:
        return kSearch;
    case Phase::FineTune:
        return kFineTune;
    case Phase::Evaluation:
        break;
    }
    return std::nullopt;
}

template <typename Values>
auto total(const Values &values)
{
    return std::accumulate(values.begin(), values.end(), typename Values::value_type{});
}

/// Every method trains for the same total; those that prune the warm-up network share its warm-up.
std::array<int, 3> epochsOf(Method method, const PhaseLengths &phases)
{
    switch (method) {
    case Method::Search:
        return {0, phases.search, phases.fineTune};
    case Method::Magnitude:
        return {0, 0, phases.search + phases.fineTune};
    case Method::WidthMultiplier:
    case Method::RandomWidths:
        break;
    }
    return {phases.warmUp, 0, phases.search + phases.fineTune};
}

} // namespace

SweepProgress::SweepProgress(const SearchPlan &plan, bool withSeed, int jobs)
    : m_shared{plan.spec.phases.warmUp, 0, 0}
    , m_usual(epochsOf(Method::Search, plan.spec.phases))
    , m_jobs(std::max(1, jobs))
{
    if (withSeed)
        m_upcoming.push_back({{}, epochsOf(Method::Magnitude, plan.spec.phases)});
    for (const RunPlan &run : plan.runs)
        m_upcoming.push_back({run.key, epochsOf(run.method, plan.spec.phases)});
}

void SweepProgress::startRun(const RunStarted &event)
{
    if (event.run == kSharedRun) {
        m_running[event.run] = m_shared;
        m_shared = {};
        return;
    }
    m_shared = {}; // done, or in the study already
    const auto unreached = m_upcoming.begin() + static_cast<std::ptrdiff_t>(m_reached);
    const auto keyed = [&](const Upcoming &upcoming) {
        return upcoming.key == event.key;
    };
    auto found = std::find_if(m_upcoming.begin(), m_upcoming.end(), keyed);
    if (found == m_upcoming.end() && unreached != m_upcoming.end() && unreached->key.empty())
        found = unreached; // the seed network, or a fork in its place, which starts before it
    m_running[event.run] = found == m_upcoming.end() ? m_usual : found->epochs;
    // What a started run leaves behind it is in the study; with several jobs a later one may start first.
    if (found != m_upcoming.end())
        m_reached = std::max(m_reached, static_cast<std::size_t>(found - m_upcoming.begin()) + 1);
}

void SweepProgress::startPhase(const PhaseStarted &event)
{
    const auto index = indexOf(event.phase);
    const auto run = m_running.find(event.run);
    if (run == m_running.end())
        return;
    // The phases before it are over, or in the study; behind a checkpoint there is less to do.
    for (std::size_t i = 0; i < index.value_or(run->second.size()); ++i)
        run->second[i] = 0;
    if (index)
        run->second[*index] = std::max(event.epochs - event.firstEpoch, 0);
}

void SweepProgress::addEpoch(const EpochReport &event)
{
    const auto index = indexOf(event.phase);
    if (!index)
        return;
    ++m_done[*index];
    m_seconds[*index] += event.seconds;
    if (const auto run = m_running.find(event.run); run != m_running.end())
        run->second[*index] = std::max(run->second[*index] - 1, 0);
}

void SweepProgress::finishRun(RunId run) { m_running.erase(run); }

SweepProgress::Epochs SweepProgress::left() const
{
    Epochs left = m_shared;
    const auto add = [&](const Epochs &epochs) {
        std::transform(left.begin(), left.end(), epochs.begin(), left.begin(), std::plus<>());
    };
    for (const auto &[run, epochs] : m_running)
        add(epochs);
    for (std::size_t i = m_reached; i < m_upcoming.size(); ++i)
        add(m_upcoming[i].epochs);
    return left;
}

int SweepProgress::epochsLeft() const { return total(left()); }

double SweepProgress::share() const
{
    const double done = total(m_done);
    const double whole = done + epochsLeft();
    return whole > 0 ? done / whole : 0;
}

std::optional<double> SweepProgress::remainingSeconds() const
{
    const int measured = total(m_done);
    if (measured == 0)
        return std::nullopt;
    const double usual = total(m_seconds) / measured;
    // Nothing runs beside the shared warm-up.
    const auto shared = m_running.find(kSharedRun);
    const int alone = m_shared[kWarmUp] + (shared == m_running.end() ? 0 : shared->second[kWarmUp]);
    const Epochs epochs = left();
    double seconds = 0;
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        const double each = m_done[i] > 0 ? m_seconds[i] / m_done[i] : usual;
        const int first = i == kWarmUp ? alone : 0;
        seconds += each * (first + static_cast<double>(epochs[i] - first) / m_jobs);
    }
    return seconds;
}

} // namespace dnas
