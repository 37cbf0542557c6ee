// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See default_spec.h.
#include "app/window/default_spec.h"

#include "core/base/files.h"

#include <algorithm>

namespace paretoscope {
namespace {

constexpr const char *kDemo = "demo";

std::string firstBut(const std::vector<std::string> &names, std::string_view other)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const std::string &name) { return name != other; });
    return found != names.end() ? *found : names.empty() ? std::string() : names.front();
}

/// The board of the documentation's examples, else any that models more than counts.
std::string usualBoard()
{
    const std::vector<std::string> names = dnas::listResources("boards");
    const std::string usual = "nucleo-h743zi2";
    return std::find(names.begin(), names.end(), usual) != names.end() ? usual : firstBut(names, "generic");
}

dnas::ObjectiveTerm limit(const char *metric, std::vector<dnas::TargetValue> targets)
{
    dnas::ObjectiveTerm term;
    term.metric = metric;
    term.shape = dnas::TermShape::Hinge;
    term.targets = std::move(targets);
    return term;
}

} // namespace

dnas::Result<dnas::SearchSpec> demoSpec()
{
    const auto specs = dnas::listResources("specs");
    if (std::find(specs.begin(), specs.end(), kDemo) != specs.end())
        return dnas::loadSpec(kDemo);
    dnas::SearchSpec spec;
    spec.benchmark = kDemo;
    spec.board = usualBoard();
    spec.objective.push_back(limit("weights", {{0.75, true}, {0.5, true}, {0.25, true}, {0.12, true}, {0.06, true}}));
    spec.phases = {4, 6, 4};
    return spec;
}

dnas::Result<dnas::SearchSpec> defaultSpec()
{
    dnas::SearchSpec spec;
    spec.benchmark = firstBut(dnas::listResources("benchmarks"), kDemo);
    if (spec.benchmark.empty())
        return dnas::invalidInput("No benchmark was found: the program's resources are missing.",
                                  {dnas::resourceFolder().string(), 0, {}});
    spec.board = usualBoard();
    spec.objective.push_back(limit("weights", {{0.75, true}, {0.5, true}, {0.25, true}}));
    spec.phases = {20, 40, 20};
    return spec;
}

} // namespace paretoscope
