// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_run.h"

#include "core/base/guarded.h"
#include "core/data/split.h"
#include "core/search/plan_data.h"
#include "core/search/sweep.h"
#include "core/search/torch_trainer.h"
#include "core/study/study_spec.h"

#include <numeric>

namespace dnas {

namespace {

/// Same spec and seed give the same bits on the same processor and library only.
void warnOfOtherEnvironment(const Study &study, const StudyEnvironment &now, SearchObserver &observer)
{
    const auto before = study.environment();
    if (!before.ok() || (before->processor == now.processor && before->torchVersion == now.torchVersion &&
                         before->threads == now.threads))
        return;
    const auto text = [](const StudyEnvironment &e) {
        return e.processor + " with LibTorch " + e.torchVersion + ", threads of a run: " + std::to_string(e.threads);
    };
    observer.onNotice({study.path().string() + ": was begun on " + text(*before) + "; what is trained here (" +
                       text(now) + ") may differ from that by rounding"});
}

Result<std::shared_ptr<Study>> openOutput(const SearchPlan &plan, const SearchOptions &options,
                                          SearchObserver &observer)
{
    const StudyEnvironment now = currentEnvironment(plan.spec.threads);
    if (!std::filesystem::exists(options.output))
        return Study::create(options.output, studySpecOf(plan), now);
    auto study = Study::open(options.output, StudyAccess::Write);
    if (study.ok())
        warnOfOtherEnvironment(**study, now, observer);
    return study;
}

} // namespace

Result<std::shared_ptr<const DataSet>> openPlanData(const SearchPlan &plan, const std::filesystem::path &folder,
                                                    const WorkProgressFunction &progress, const StopToken *stop)
{
    return openDataSet(plan.benchmark, {.folder = folder,
                                        .seed = splitSeed(plan.spec.seed),
                                        .validation = plan.recipe.validation,
                                        .augment = plan.recipe.augment,
                                        .limits = {.train = plan.recipe.mostTrain, .test = plan.recipe.mostTest},
                                        .copies = plan.recipe.copies,
                                        .progress = progress,
                                        .stop = stop});
}

StudySamples samplesOf(const DataSet &data)
{
    const auto count = [&](Split split) { // of clips, where a clip is many inputs
        const auto counts = data.classCounts(split);
        return std::reduce(counts.begin(), counts.end());
    };
    return {.train = count(Split::Train),
            .validation = count(Split::Validation),
            .test = count(Split::Test),
            .basis = data.splitBasis(),
            .digest = data.digest()};
}

/// A quality of no samples would be 0 and look like one.
static Result<void> requireSamples(const DataSet &data, const Benchmark &benchmark)
{
    for (const Split split : {Split::Validation, Split::Test}) {
        if (data.size(split) == 0)
            return invalidInput(
                std::string("no samples are left for ") + splitName(split) +
                    "; give more samples, or a larger share ('split' of the recipe, 'test' of the data)",
                {.file = benchmark.name});
    }
    return {};
}

Result<SearchSummary> runSearch(const SearchPlan &plan, const SearchOptions &options, SearchObserver &observer,
                                SearchControls &controls, StopToken &stop)
{
    if (const auto reachable = requireReachable(plan); !reachable.ok())
        return reachable.error();
    const auto data = openPlanData(
        plan, options.data, [&](const WorkProgress &progress) { observer.onDataProgress(progress); }, &stop);
    if (!data.ok())
        return data.error();
    if (const auto enough = requireSamples(**data, plan.benchmark); !enough.ok())
        return enough.error();
    for (const DataFinding &note : (*data)->notes()) {
        if (note.state != "ok")
            observer.onNotice({note.file + ": " + note.text});
    }
    auto study = openOutput(plan, options, observer);
    if (!study.ok())
        return study.error();
    for (const SteeringRequest &request : options.steering)
        controls.push(request);
    TorchTrainerFactory factory(*data);
    return guarded([&] { return Sweep(plan, options, factory, *study, observer, controls, stop).run(); });
}

} // namespace dnas
