// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/held_against.h"

#include "core/base/joined.h"
#include "core/base/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace dnas {

namespace {

/// What a comparison needs to have in common.
struct Terms {
    int epochs = 0;
    std::vector<std::pair<std::string, double>> targets; ///< by metric
    auto operator<=>(const Terms &) const = default;
};

/// While they are gathered.
struct Gathered {
    BaselineSet set;
    std::map<int, const CandidateSummary *> draws;
};

/// Nothing without targets, and with one that is no number.
std::optional<Terms> termsOf(const RunOutline &outline)
{
    Terms terms{.epochs = outline.epochs, .targets = {}};
    for (const RunTarget &target : outline.targets) {
        if (!std::isfinite(target.now()))
            return std::nullopt;
        terms.targets.emplace_back(target.metric, target.now());
    }
    std::sort(terms.targets.begin(), terms.targets.end());
    return terms.targets.empty() ? std::nullopt : std::optional(std::move(terms));
}

bool isInside(const CandidateSummary &candidate, const Terms &terms)
{
    constexpr double kRounding = 1e-9;
    return std::all_of(terms.targets.begin(), terms.targets.end(), [&](const auto &target) {
        const auto cost = candidate.costs.find(target.first);
        return cost != candidate.costs.end() && cost->second.value <= target.second * (1 + kRounding);
    });
}

bool isWorse(const CandidateSummary *a, const CandidateSummary *b) { return a->testQuality < b->testQuality; }

void add(Gathered &gathered, const RunOutline &outline, const CandidateSummary &candidate)
{
    switch (outline.method) {
    case Method::WidthMultiplier:
        gathered.set.widthMultiplier = &candidate;
        break;
    case Method::RandomWidths:
        gathered.draws[outline.draw] = &candidate;
        break;
    case Method::Magnitude:
        gathered.set.magnitude = &candidate;
        break;
    case Method::Search:
        break;
    }
}

std::shared_ptr<const BaselineSet> finish(Gathered gathered)
{
    for (const auto &[draw, candidate] : gathered.draws)
        gathered.set.randomWidths.push_back(candidate);
    std::stable_sort(gathered.set.randomWidths.begin(), gathered.set.randomWidths.end(), isWorse);
    return std::make_shared<const BaselineSet>(std::move(gathered.set));
}

} // namespace

const CandidateSummary &BaselineSet::best() const
{
    const CandidateSummary *best = randomWidths.empty() ? nullptr : randomWidths.back();
    for (const CandidateSummary *other : {widthMultiplier, magnitude}) {
        if (other && (!best || isWorse(best, other)))
            best = other;
    }
    return *best;
}

double BaselineSet::medianOfRandom() const
{
    std::vector<double> qualities;
    for (const CandidateSummary *candidate : randomWidths)
        qualities.push_back(candidate->testQuality);
    return median(std::move(qualities));
}

std::vector<HeldAgainst> heldAgainst(std::span<const CandidateSummary> candidates, std::span<const StudyRun> runs)
{
    std::map<RunId, const RunOutline *> outlines;
    for (const StudyRun &run : runs) {
        if (run.outline)
            outlines.emplace(run.id, &*run.outline);
    }
    struct Search {
        const CandidateSummary *candidate;
        Terms terms;
    };
    std::vector<Search> searches;
    std::map<Terms, Gathered> gathered;
    for (const CandidateSummary &candidate : candidates) {
        const auto outline = outlines.find(candidate.run);
        if (outline == outlines.end() || candidate.state != CandidateState::Done ||
            !std::isfinite(candidate.testQuality))
            continue;
        auto terms = termsOf(*outline->second);
        if (!terms)
            continue;
        if (outline->second->isBaseline())
            add(gathered[std::move(*terms)], *outline->second, candidate);
        else
            searches.push_back({&candidate, std::move(*terms)});
    }
    std::map<Terms, std::shared_ptr<const BaselineSet>> baselines;
    for (auto &[terms, found] : gathered)
        baselines.emplace(terms, finish(std::move(found)));
    std::vector<HeldAgainst> all;
    for (const Search &search : searches) {
        if (const auto found = baselines.find(search.terms); found != baselines.end())
            all.push_back({search.candidate, isInside(*search.candidate, search.terms), found->second});
    }
    return all;
}

std::set<RunId> baselinesOf(std::span<const StudyRun> runs)
{
    std::set<RunId> baselines;
    for (const StudyRun &run : runs) {
        if (run.isBaseline())
            baselines.insert(run.id);
    }
    return baselines;
}

std::string baselineKinds(std::span<const HeldAgainst> all)
{
    const auto any = [&](auto has) {
        return std::any_of(all.begin(), all.end(), has);
    };
    std::vector<std::string> kinds;
    if (any([](const HeldAgainst &held) { return held.baselines->widthMultiplier != nullptr; }))
        kinds.push_back(methodName(Method::WidthMultiplier));
    if (any([](const HeldAgainst &held) { return !held.baselines->randomWidths.empty(); }))
        kinds.push_back(methodName(Method::RandomWidths));
    if (any([](const HeldAgainst &held) { return held.baselines->magnitude != nullptr; }))
        kinds.push_back(methodName(Method::Magnitude));
    return joined(kinds);
}

} // namespace dnas
