// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See study_spec.h.
#include "core/study/study_spec.h"

#include "core/spec/benchmark_writer.h"

namespace dnas {

StudySpec studySpecOf(const SearchPlan &plan)
{
    StudySpec spec{.spec = plan.specText,
                   .benchmark = plan.benchmark.text,
                   .network = plan.networkText,
                   .board = plan.boardText,
                   .runtime = plan.setup.runtime.name,
                   .point = plan.setup.point.name};
    for (const auto &[metric, cost] : plan.seedCost.total)
        spec.seedCosts[metric] = cost.value;
    return spec;
}

StudyTask studyTaskOf(const StudySpec &spec)
{
    auto benchmark = parseBenchmark(spec.benchmark, "benchmark of the study");
    if (!benchmark.ok())
        return {};
    return {.benchmark = std::move(benchmark->title),
            .input = inputText(*benchmark),
            .qualityMetric = qualityMetricOf(*benchmark),
            .loss = isReconstruction(*benchmark) ? "mean squared error" : "cross-entropy",
            .classNames = std::move(benchmark->classNames)};
}

std::string samplesText(const StudySamples &samples)
{
    return std::to_string(samples.train) + " for training, " + std::to_string(samples.validation) +
           " for validation, " + std::to_string(samples.test) + " for the test" +
           (samples.basis.empty() ? "" : "; " + samples.basis);
}

} // namespace dnas
