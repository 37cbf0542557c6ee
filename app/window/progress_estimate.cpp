// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See progress_estimate.h.
#include "app/window/progress_estimate.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace paretoscope {
namespace {

std::optional<std::size_t> indexOf(dnas::Phase phase)
{
    switch (phase) {
    case dnas::Phase::WarmUp:
        return 0;
    case dnas::Phase::Search:
        return 1;
    case dnas::Phase::FineTune:
        return 2;
    case dnas::Phase::Evaluation:
        break;
    }
    return std::nullopt;
}

} // namespace

ProgressEstimate::ProgressEstimate(const dnas::PhaseLengths &lengths, int runs, int jobs, bool withSeed)
    : m_jobs(std::max(1, jobs))
{
    m_perRun = {0, static_cast<double>(lengths.search), static_cast<double>(lengths.fineTune)};
    m_phases[0].planned = lengths.warmUp;
    m_phases[1].planned = runs * lengths.search;
    m_phases[2].planned = runs * lengths.fineTune;
    if (withSeed) // it goes on from the shared warm-up, as plain training
        m_phases[2].planned += lengths.search + lengths.fineTune;
}

void ProgressEstimate::addEpoch(const dnas::EpochReport &epoch)
{
    const auto index = indexOf(epoch.phase);
    if (!index)
        return;
    PhaseFigures &phase = m_phases[*index];
    phase.done += 1;
    phase.planned = std::max(phase.planned, phase.done);
    phase.seconds += epoch.seconds;
    phase.measured += 1;
    m_doneByRun[epoch.run][*index] += 1;
}

void ProgressEstimate::finishRun(dnas::RunId run)
{
    // An early stop, a failure or a shorter phase: what this run will not do is no longer planned.
    if (run == dnas::kSharedRun) {
        m_phases[0].planned = m_phases[0].done;
        return;
    }
    const auto &done = m_doneByRun[run];
    if (done[1] == 0 && done[2] > m_perRun[2])
        return; // the seed network
    for (std::size_t i = 1; i < m_phases.size(); ++i)
        m_phases[i].planned = std::max(m_phases[i].done, m_phases[i].planned - std::max(0.0, m_perRun[i] - done[i]));
}

double ProgressEstimate::share() const
{
    double planned = 0;
    double done = 0;
    for (const PhaseFigures &phase : m_phases) {
        planned += phase.planned;
        done += phase.done;
    }
    return planned > 0 ? std::min(1.0, done / planned) : 0;
}

std::optional<double> ProgressEstimate::remainingSeconds() const
{
    double seconds = 0;
    double measured = 0;
    for (const PhaseFigures &phase : m_phases) {
        seconds += phase.seconds;
        measured += phase.measured;
    }
    if (measured == 0)
        return std::nullopt;
    double remaining = 0;
    for (std::size_t i = 0; i < m_phases.size(); ++i) {
        const PhaseFigures &phase = m_phases[i];
        const double each = phase.measured > 0 ? phase.seconds / phase.measured : seconds / measured;
        const double left = each * std::max(0.0, phase.planned - phase.done);
        remaining += i == 0 ? left : left / m_jobs; // the warm-up is shared, nothing runs beside it
    }
    return remaining;
}

std::string formatDuration(double seconds)
{
    const long whole = std::lround(std::max(0.0, seconds));
    char text[48];
    if (whole < 60)
        std::snprintf(text, sizeof text, "%ld s", whole);
    else if (whole < 3600)
        std::snprintf(text, sizeof text, "%ld min %02ld s", whole / 60, whole % 60);
    else
        std::snprintf(text, sizeof text, "%ld h %02ld min", whole / 3600, whole / 60 % 60);
    return text;
}

} // namespace paretoscope
