// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/held_against.h"

#include "core/base/statistics.h"
#include "core/events/candidate.h"
#include "core/spec/run_label.h"

#include <algorithm>
#include <map>
#include <utility>

namespace dnas {

namespace {

struct Named {
    const CandidateSummary *candidate = nullptr;
    RunName name;
};

/// A search need not name a target that all runs of its sweep share; one that names none has that of all baselines.
bool hasTargetsOf(const RunName &baseline, const RunName &search, bool oneForAll)
{
    return (!search.parts.empty() || oneForAll) &&
           std::all_of(search.parts.begin(), search.parts.end(), [&](const auto &part) {
               return std::find(baseline.parts.begin(), baseline.parts.end(), part) != baseline.parts.end();
           });
}

bool isWorse(const CandidateSummary *a, const CandidateSummary *b) { return a->testQuality < b->testQuality; }

} // namespace

const CandidateSummary &HeldAgainst::best() const
{
    const CandidateSummary *best = randomWidths.empty() ? nullptr : randomWidths.back();
    for (const CandidateSummary *other : {uniform, magnitude}) {
        if (other && (!best || isWorse(best, other)))
            best = other;
    }
    return *best;
}

double HeldAgainst::medianOfRandom() const
{
    std::vector<double> qualities;
    for (const CandidateSummary *candidate : randomWidths)
        qualities.push_back(candidate->testQuality);
    return median(std::move(qualities));
}

std::vector<HeldAgainst> heldAgainst(std::span<const CandidateSummary> candidates)
{
    std::vector<Named> searches, baselines;
    for (const CandidateSummary &candidate : candidates) {
        if (candidate.state != CandidateState::Done || candidate.isSeed)
            continue;
        RunName name = readRunLabel(candidate.label);
        (name.method == Method::Search ? searches : baselines).push_back({&candidate, std::move(name)});
    }
    const bool oneForAll = std::all_of(baselines.begin(), baselines.end(), [&](const Named &baseline) {
        return baseline.name.parts == baselines.front().name.parts;
    });
    std::vector<HeldAgainst> all;
    for (const Named &search : searches) {
        HeldAgainst held{.searched = search.candidate};
        std::map<int, const CandidateSummary *> draws;
        for (const Named &baseline : baselines) {
            if (!hasTargetsOf(baseline.name, search.name, oneForAll))
                continue;
            if (baseline.name.method == Method::WidthMultiplier)
                held.uniform = baseline.candidate;
            else if (baseline.name.method == Method::Magnitude)
                held.magnitude = baseline.candidate;
            else
                draws[baseline.name.draw] = baseline.candidate;
        }
        for (const auto &[draw, candidate] : draws)
            held.randomWidths.push_back(candidate);
        std::stable_sort(held.randomWidths.begin(), held.randomWidths.end(), isWorse);
        if (held.uniform || held.magnitude || !held.randomWidths.empty())
            all.push_back(std::move(held));
    }
    return all;
}

} // namespace dnas
