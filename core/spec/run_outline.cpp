// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/run_outline.h"

#include "core/spec/search_spec.h"

namespace dnas {

const char *termShapeName(TermShape shape)
{
    switch (shape) {
    case TermShape::Absolute:
        return "absolute";
    case TermShape::Hinge:
        return "hinge";
    case TermShape::Minimise:
        return "minimise";
    }
    return "";
}

const char *methodName(Method method)
{
    switch (method) {
    case Method::Search:
        return "search";
    case Method::WidthMultiplier:
        return "width multiplier";
    case Method::RandomWidths:
        return "random widths";
    case Method::Magnitude:
        return "magnitude pruning";
    }
    return "";
}

RunOutline outlineOf(const SearchPlan &plan, const RunPlan &run)
{
    const PhaseLengths &phases = plan.spec.phases;
    RunOutline outline{run.method, run.draw, phases.warmUp + phases.search + phases.fineTune, {}};
    for (std::size_t i = 0; i < run.terms.size(); ++i) {
        const RunTerm &term = run.terms[i];
        if (term.shape != TermShape::Minimise)
            outline.targets.push_back({term.metric, term.shape, term.target, {}, static_cast<int>(i)});
    }
    return outline;
}

} // namespace dnas
