// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A sweep that is steered as it runs, and its study as somebody else reads it.
#pragma once

#include "tests/core/search/sweep_bench.h"

namespace dnas::test {

inline constexpr const char *kTwoTerms =
    "benchmark: demo\nboard: nucleo-h743zi2\nphases: {warm_up: 2, search: 4, fine_tune: 2}\n"
    "objective:\n  - {metric: weights, target: 50%, shape: absolute}\n"
    "  - {metric: weights, target: 60%}\n  - {metric: macs, minimise: true, strength: 1}\n";

inline std::shared_ptr<Study> reading(const SweepBench &bench)
{
    return Study::open(bench.options.output, StudyAccess::Read).value();
}

/// Sweeps a plan whose first run is steered in the search and in fine-tuning, at the second step of the second epoch.
inline SweepTrace steered(SweepBench &bench, const SearchPlan &plan)
{
    FakeScript script;
    script.atStep = [&](const FakeMoment &moment) {
        if (moment.seed != seedOfRun(plan, 0) || moment.epoch != 1 || moment.step != 1)
            return;
        const RunId run = reading(bench)->runs()->back().id;
        if (moment.phase == Phase::Search) {
            bench.controls.push({run, "target.weights", 14000});
            bench.controls.push({run, "strength.weights", 2});
        }
        bench.controls.push({run, "learning_rate", 0.25 + moment.epoch});
    };
    return bench.run(plan, script);
}

} // namespace dnas::test
