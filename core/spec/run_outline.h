// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a run sets out to do, as far as its results are judged by it: a study keeps it beside the run.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace dnas {

enum class TermShape { Absolute, Hinge, Minimise };
const char *termShapeName(TermShape shape); ///< "absolute", "hinge", "minimise"

/// How a run comes to its network.
enum class Method { Search, WidthMultiplier, RandomWidths, Magnitude };
const char *methodName(Method method); ///< "search", "width multiplier", "random widths", "magnitude pruning"

/// Of one term that has a target.
struct RunTarget {
    std::string metric;
    TermShape shape = TermShape::Hinge;
    double planned = 0;            ///< absolute, in the metric's unit
    std::optional<double> steered; ///< what it was changed to last while the run trained
    int term = 0;                  ///< its place among the terms of the run

    double now() const { return steered.value_or(planned); }
    bool operator==(const RunTarget &) const = default;
};

struct RunOutline {
    Method method = Method::Search;
    int draw = 0;   ///< of random widths, from 1
    int epochs = 0; ///< of all phases, the shared warm-up included
    std::vector<RunTarget> targets;

    bool isBaseline() const { return method != Method::Search; }
    /// It begins from random weights and not from the shared warm-up.
    bool hasOwnWarmUp() const { return method == Method::WidthMultiplier || method == Method::RandomWidths; }
    bool operator==(const RunOutline &) const = default;
};

} // namespace dnas
