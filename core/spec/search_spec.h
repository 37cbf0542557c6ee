// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the user asked for: docs/spec_format.md. parse → SearchSpec (as written) → resolve → SearchPlan (every
// run, with absolute targets, bounds and verdicts). Nothing here trains.
#pragma once

#include "core/hardware/cost.h"
#include "core/space/search_space.h"
#include "core/space/space_cost.h"
#include "core/spec/benchmark.h"
#include "core/spec/run_outline.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

struct TargetValue {
    double value = 0; ///< in the metric's unit, or a share (0.25) of the seed's
    bool relative = false;
};

/// How a strength was given. Normalised multiplies R/R⁰; raw multiplies R; auto follows from the warm-up loss.
enum class StrengthKind { Normalised, Raw, Auto };

struct ObjectiveTerm {
    std::string metric;
    TermShape shape = TermShape::Hinge;
    std::vector<TargetValue> targets; ///< a list makes a sweep; empty when minimised
    StrengthKind strengthKind = StrengthKind::Auto;
    std::vector<double> strengths; ///< a list makes a sweep; with Auto the multipliers (default {1})
    std::optional<bool> ramp;      ///< from 1 % to full strength at half of the search; nothing: limits with Auto
    int line = 0;                  ///< in the spec, for messages
};

/// Limits whose strength follows from the warm-up begin gently (2310.07217 eq. 14).
inline bool rampsByDefault(TermShape shape, StrengthKind strength)
{
    return shape == TermShape::Hinge && strength == StrengthKind::Auto;
}
inline bool ramps(const ObjectiveTerm &term)
{
    return term.ramp.value_or(rampsByDefault(term.shape, term.strengthKind));
}

/// What every combination of targets is held against: runs that meet it in simple ways, with as many epochs.
struct Baselines {
    static constexpr int kMostDraws = 1000;
    bool widthMultiplier = false;
    int randomWidths = 0; ///< draws
    bool magnitude = false;
    bool any() const { return widthMultiplier || randomWidths > 0 || magnitude; }
};

struct SearchSpec {
    std::string benchmark, network, board, runtime, point; ///< names or paths; empty: default
    std::uint64_t seed = 1;
    int threads = 1;
    WidthOptions width;
    std::vector<ObjectiveTerm> objective;
    PhaseLengths phases;
    Baselines baselines;
    bool guarantee = true;           ///< limits hold at the end (methods, 3.1); false: the published schedule as it is
    std::optional<Recipe> recipe;    ///< resolved over the benchmark's own
    std::string weights;             ///< safetensors to start from; empty: none
    bool keepAllCheckpoints = false; ///< and not the usual few; no part of what a run is
    std::string file;                ///< it came from, for messages and relative paths
    std::string text;                ///< as written
};

/// Reads and checks the spec alone (keys, types, ranges); loads the benchmark to resolve recipe and phases.
Result<SearchSpec> parseSpec(std::string_view yaml, const std::string &file);
Result<SearchSpec> loadSpec(const std::string &nameOrPath);
/// The spec as YAML, every default written out.
std::string writeSpec(const SearchSpec &spec);

/// One objective term of one run, resolved.
struct RunTerm {
    std::string metric;
    TermShape shape = TermShape::Hinge;
    double target = 0;   ///< absolute, in the metric's unit; 0 when minimised
    double seedCost = 0; ///< R⁰
    StrengthKind strengthKind = StrengthKind::Auto;
    double strength = 0; ///< normalised (raw · R⁰), or the multiplier with Auto
    bool ramped = false;
};

/// One run of a sweep: its terms and its identity.
struct RunPlan {
    int index = 0;     ///< position in the plan; never part of results
    std::string key;   ///< SHA-256 over everything that decides its result
    std::string label; ///< "weights 50 %, macs λ 0.1": what differs from the other runs
    std::vector<RunTerm> terms;
    Method method = Method::Search;
    int draw = 0; ///< of random widths, from 1
};

enum class Verdict { Feasible, Tight, Impossible };
const char *verdictName(Verdict verdict);

/// One target against what the space can reach.
struct LimitVerdict {
    std::size_t term = 0; ///< its place in the spec's objective
    std::string metric;
    double target = 0;
    SpaceCost::Bounds bounds;
    Verdict verdict = Verdict::Feasible;
    std::string because; ///< one sentence with numbers
    std::string remedy;  ///< what would have to change; empty unless impossible
    int line = 0;        ///< of the term in the spec
};

/// An aim that the other targets of a run leave no room for.
struct Contradiction {
    std::size_t term = 0; ///< the aim's place in the spec's objective
    std::string run;      ///< label; empty when it is the only run
    std::string because;  ///< one sentence with numbers
    std::string remedy;
};

/// Everything a search needs, resolved and checked.
struct SearchPlan {
    SearchSpec spec; ///< names filled in
    Benchmark benchmark;
    BoardSetup setup;
    SearchSpace space;
    NetworkCost seedCost;
    Recipe recipe;
    std::vector<RunPlan> runs;
    std::vector<LimitVerdict> verdicts;
    std::string elsewhere; ///< "operating point X": where each impossible target can be met; empty: nowhere, or no need
    std::vector<Contradiction> contradictions;    ///< looked for when each target can be met by itself
    std::string warmUpKey;                        ///< identity of the shared warm-up
    std::string seedRunKey;                       ///< of the run that trains the seed network for comparison
    std::string networkText, boardText, specText; ///< resolved YAML, for the study
};

/// Loads what the spec names, expands the sweep (Cartesian product of all lists), computes bounds and verdicts.
/// What cannot be met is a finding here, not an error: `requireReachable` turns it into one.
Result<SearchPlan> planSearch(const SearchSpec &spec);
Result<void> requireReachable(const SearchPlan &plan);

/// Of a run of this plan.
RunOutline outlineOf(const SearchPlan &plan, const RunPlan &run);

} // namespace dnas
