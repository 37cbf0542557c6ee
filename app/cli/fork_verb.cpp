// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas fork: a new run that goes on from a checkpoint of another one under other limits.
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "app/cli/search_session.h"
#include "app/cli/steering_keys.h"
#include "core/base/joined.h"
#include "core/study/run_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct ForkArguments {
    std::filesystem::path study;
    std::string run;
    std::string at; ///< "search:4", epochs from 1
    std::vector<std::string> changes;
    std::filesystem::path data;
    bool later = false;
    bool json = false;
};

std::string epochsOf(const std::vector<CheckpointInfo> &checkpoints)
{
    return joined(checkpoints, [](const CheckpointInfo &c) { return "search:" + std::to_string(c.epoch + 1); });
}

/// The one that was asked for; else the best one that leaves something to be searched, else the last.
Result<CheckpointInfo> chooseCheckpoint(std::vector<CheckpointInfo> checkpoints, const std::string &at,
                                        const Place &place)
{
    std::erase_if(checkpoints, [](const CheckpointInfo &checkpoint) { return checkpoint.phase != Phase::Search; });
    if (checkpoints.empty())
        return invalidInput("this run has no checkpoint of its search to fork from", place);
    if (at.empty()) {
        const auto before = std::find_if(checkpoints.rbegin(), checkpoints.rend(),
                                         [](const CheckpointInfo &c) { return c.isBest && !c.endsPhase; });
        const auto any = std::find_if(checkpoints.rbegin(), checkpoints.rend(),
                                      [](const CheckpointInfo &c) { return !c.endsPhase; });
        return before != checkpoints.rend() ? *before : any != checkpoints.rend() ? *any : checkpoints.back();
    }
    int epoch = 0;
    const std::string digits = at.starts_with("search:") ? at.substr(7) : at;
    const char *const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, epoch);
    if (digits.empty() || read.ec != std::errc() || read.ptr != end)
        return invalidInput("'" + at + "' is no place in the search, where limits act; kept are " +
                                epochsOf(checkpoints),
                            {.key = "--at"});
    for (const CheckpointInfo &checkpoint : checkpoints) {
        if (checkpoint.epoch + 1 == epoch)
            return checkpoint;
    }
    return invalidInput("that checkpoint was not kept; kept are " + epochsOf(checkpoints), {.key = "--at"});
}

/// The plan that the study was made by. Its runs are how a fork's phases are trained, so the fork's root is among them.
Result<SearchPlan> planOf(const StudySpec &text, const std::vector<StudyRun> &runs, const StudyRun &run,
                          const Place &place)
{
    const auto spec = parseSpec(text.spec, place.file);
    if (!spec.ok())
        return spec.error();
    auto plan = planSearch(*spec);
    if (!plan.ok())
        return plan.error();
    const StudyRun *root = rootOf(runs, run);
    if (std::none_of(plan->runs.begin(), plan->runs.end(),
                     [&](const RunPlan &planned) { return root && planned.key == root->key; }))
        return invalidInput("run " + std::to_string(run.id.value) +
                                " is of another spec than the study holds now, or a file of its spec has changed; "
                                "it cannot be forked",
                            place);
    return plan;
}

struct Fork {
    RunId run;
    bool searches = true; ///< it begins before the end of its parent's search
};

/// Everything but the training. Holds the study for writing until it returns.
Result<Fork> makeFork(const ForkArguments &arguments, SearchPlan &plan)
{
    const Place place{.file = arguments.study.string()};
    const auto study = Study::open(arguments.study, StudyAccess::Write);
    if (!study.ok())
        return namedByUser(study.error());
    const auto named = findRun(**study, arguments.run);
    if (!named.ok())
        return named.error();
    const auto &[run, runs, spec] = *named;
    auto checkpoints = (*study)->checkpoints(run.id);
    if (!checkpoints.ok())
        return checkpoints.error();
    const auto from = chooseCheckpoint(std::move(*checkpoints), arguments.at, place);
    if (!from.ok())
        return from.error();
    const auto changes = readSteeringKeys(arguments.changes, run, spec);
    if (!changes.ok())
        return changes.error();
    for (const SteeringRequest &change : *changes) {
        if (from->endsPhase && change.key.starts_with("strength."))
            return invalidInput("the search ends at search:" + std::to_string(from->epoch + 1) +
                                    ", so a strength changes nothing; name an earlier checkpoint with --at",
                                {.key = change.key});
    }
    const auto history = (*study)->history(run.id);
    if (!history.ok())
        return history.error();
    if (const auto reachable = requireReachable(*changes, run, runs, spec, targetsIn(*history)); !reachable.ok())
        return reachable.error();
    auto planned = planOf(spec, runs, run, place);
    if (!planned.ok())
        return planned.error();
    plan = std::move(*planned);
    const auto fork = (*study)->addFork(run.id, from->epoch, *changes);
    return fork.ok() ? Result<Fork>(Fork{*fork, !from->endsPhase}) : fork.error();
}

int fork(const ForkArguments &arguments)
{
    SearchPlan plan;
    const auto fork = makeFork(arguments, plan);
    if (!fork.ok())
        return fail(fork.error(), arguments.json);
    if (!fork->searches)
        warn("this checkpoint ends the search, so the fork searches no more: it is cut to its targets and trained on; "
             "`keep_checkpoints: all` in a spec keeps earlier ones",
             arguments.json);
    if (arguments.later) {
        if (arguments.json)
            printJson({{"study", arguments.study.string()}, {"run", fork->run.value}});
        else
            printText(fmt::format("run {}; `dnas search SPEC -o {}` with the study's spec trains it\n", fork->run.value,
                                  printable(arguments.study.string())));
        return kExitDone;
    }
    const SearchOptions options{
        .data = arguments.data, .output = arguments.study, .includeSeed = false, .only = {fork->run}};
    return runPlannedSearch(plan, options, arguments.json);
}

} // namespace

void addForkVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<ForkArguments>();
    CLI::App *verb = app.add_subcommand("fork", "Go on from a checkpoint of a run under other limits, as a new run");
    verb->add_option("FILE", arguments->study, "Study (*.pscope)")->required();
    verb->add_option("RUN", arguments->run, "Number of the run, as `dnas show` lists it")->required();
    verb->add_option("KEY=VALUE", arguments->changes, "strength.METRIC, target.METRIC, learning_rate")->required();
    verb->add_option("--at", arguments->at,
                     "search:EPOCH, from 1 (default: the best one kept before the end of the search)");
    verb->add_option("--data", arguments->data, "Data folder (default: PARETOSCOPE_DATA, else the XDG data folder)");
    verb->add_flag("--later", arguments->later, "Only make the run; a search that goes on with the study trains it");
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] { state.exitCode = fork(*arguments); });
}

} // namespace paretoscope
