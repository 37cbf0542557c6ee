// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas steer: changes a search that runs in another process. It only leaves a request in the study; the search applies
// and records it at its next step.
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "app/cli/steering_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

namespace paretoscope {

using namespace dnas;

namespace {

struct SteerArguments {
    std::filesystem::path study;
    std::string run;
    std::vector<std::string> changes;
    bool json = false;
};

/// Limits act in the search, and only in a run that is trained now.
Result<void> requireSteerable(const Study &study, const StudyRun &run, const std::vector<SteeringRequest> &requests)
{
    const Place place{.file = study.path().string()};
    const std::string name = "run " + std::to_string(run.id.value);
    if (run.state == RunState::CutOff)
        return invalidInput(name + " is cut off: no search is at work on this study; go on with `dnas search`, then "
                                   "steer",
                            place);
    if (run.state != RunState::Running)
        return invalidInput(name + " is " + runStateName(run.state) + "; only a run that is being trained is steered",
                            place);
    const auto history = study.history(run.id);
    if (!history.ok())
        return history.error();
    const bool limits = std::any_of(requests.begin(), requests.end(),
                                    [](const SteeringRequest &request) { return request.key != "learning_rate"; });
    if (limits && run.isBaseline())
        return invalidInput(name + " (" + run.label + ") searches nothing, so it has no strengths and targets; only " +
                                "learning_rate acts",
                            place);
    const auto checkpoints = study.checkpoints(run.id);
    if (!checkpoints.ok())
        return checkpoints.error();
    const bool searched = (!history->empty() && history->back().phase == Phase::FineTune) ||
                          std::any_of(checkpoints->begin(), checkpoints->end(), [](const CheckpointInfo &checkpoint) {
                              return checkpoint.phase == Phase::Search && checkpoint.endsPhase;
                          });
    if (limits && searched)
        return invalidInput(name + " is in fine-tuning, where limits act no more; only learning_rate does", place);
    return {};
}

/// Waits a moment for the search to take the requests out of the study.
Result<bool> wereApplied(const Study &study, RunId run)
{
    constexpr int kLooks = 40;
    for (int look = 0; look < kLooks; ++look) {
        const auto waiting = study.steeringRequests(0);
        if (!waiting.ok())
            return waiting.error();
        if (std::none_of(waiting->begin(), waiting->end(), [&](const auto &request) { return request.run == run; }))
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

int steer(const SteerArguments &arguments)
{
    const auto study = Study::open(arguments.study, StudyAccess::Steer);
    if (!study.ok())
        return fail(namedByUser(study.error()), arguments.json);
    const auto named = findRun(**study, arguments.run);
    if (!named.ok())
        return fail(named.error(), arguments.json);
    const StudyRun &run = named->run;
    const auto requests = readSteeringKeys(arguments.changes, run, named->spec);
    if (!requests.ok())
        return fail(requests.error(), arguments.json);
    const auto history = (*study)->history(run.id);
    if (!history.ok())
        return fail(history.error(), arguments.json);
    const auto reachable = requireReachable(*requests, run, named->runs, named->spec, targetsIn(*history));
    if (!reachable.ok())
        return fail(reachable.error(), arguments.json);
    if (const auto allowed = requireSteerable(**study, run, *requests); !allowed.ok())
        return fail(allowed.error(), arguments.json);
    if (const auto left = (*study)->requestSteering(*requests); !left.ok())
        return fail(left.error(), arguments.json);
    const auto applied = wereApplied(**study, run.id);
    if (!applied.ok())
        return fail(applied.error(), arguments.json);
    if (arguments.json) {
        Json changes = Json::object();
        for (const SteeringRequest &request : *requests)
            changes[request.key] = request.value;
        printJson(
            {{"study", arguments.study.string()}, {"run", run.id.value}, {"changes", changes}, {"applied", *applied}});
    } else {
        for (const SteeringRequest &request : *requests)
            printText(fmt::format("run {}: {} = {:g}\n", run.id.value, request.key, request.value));
        printText(*applied ? "applied\n" : "left in the study; the search applies it at its next step\n");
    }
    return kExitDone;
}

} // namespace

void addSteerVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<SteerArguments>();
    CLI::App *verb = app.add_subcommand("steer", "Change limits or learning rate of a run while it is trained");
    verb->add_option("FILE", arguments->study, "Study (*.pscope) that a search writes now")->required();
    verb->add_option("RUN", arguments->run, "Number of the run, as `dnas show` lists it")->required();
    verb->add_option("KEY=VALUE", arguments->changes, "strength.METRIC, target.METRIC, learning_rate")->required();
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] { state.exitCode = steer(*arguments); });
}

} // namespace paretoscope
