// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A study file with seven candidates at round places, for tests of what the Pareto page says about them.
#pragma once

#include "core/study/study_spec.h"
#include "tests/support/fake_results.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fakes {

struct ParetoPoint {
    double weights;
    double quality;
    bool feasible = true;
};

/// The first is the seed network. The front: 5, 3, 7, 2, 1 by rising cost; 4 is dominated, 6 over its limit.
inline const std::vector<ParetoPoint> kParetoPoints{{30000, 0.90}, {20000, 0.88},       {10000, 0.80}, {15000, 0.75},
                                                    {5000, 0.60},  {8000, 0.85, false}, {14000, 0.84}};

/// `objective`: one term in YAML's flow style.
/// `change` may alter each candidate before it is stored.
template <typename Change>
dnas::Result<void> writeParetoStudy(const std::filesystem::path &path, const std::string &benchmark,
                                    const std::string &objective, Change change)
{
    const auto spec = dnas::parseSpec("benchmark: " + benchmark + "\nboard: generic\nobjective:\n  - " + objective +
                                          "\nphases: {warm_up: 1, search: 1, fine_tune: 1}\n",
                                      "test.yaml");
    if (!spec.ok())
        return spec.error();
    const auto plan = dnas::planSearch(spec.value());
    if (!plan.ok())
        return plan.error();
    auto study = dnas::Study::create(path, dnas::studySpecOf(plan.value()), {"fake", "none", "test", 1});
    if (!study.ok())
        return study.error();
    int number = 0;
    for (const ParetoPoint &point : kParetoPoints) {
        const dnas::RunId run{++number};
        const std::string label = number == 1 ? "seed network" : "run " + std::to_string(number);
        if (auto added = (*study)->addRun({run, "key " + std::to_string(number), label, dnas::RunState::Done, {}, {}});
            !added.ok())
            return added;
        auto candidate = *fakeCandidate(plan.value(), run, label, 0.3, number == 1);
        candidate.quality = point.quality;
        candidate.testQuality = point.quality - 0.01;
        change(candidate);
        const dnas::CostSet costs{{"weights", {point.weights, dnas::Origin::Counted, {}}},
                                  {"macs", {point.weights * 100, dnas::Origin::Counted, {}}}};
        if (auto added = (*study)->addCandidate(candidate, costs, point.feasible); !added.ok())
            return added.error();
    }
    return {};
}

inline dnas::Result<void> writeParetoStudy(const std::filesystem::path &path, const std::string &benchmark,
                                           const std::string &objective)
{
    return writeParetoStudy(path, benchmark, objective, [](dnas::Candidate &) {});
}

} // namespace fakes
