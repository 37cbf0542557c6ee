// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/cli/search_session.h"

#include <filesystem>
#include <limits>
#include <memory>

namespace paretoscope {

namespace {

void addCommonOptions(CLI::App &verb, SearchArguments &arguments, std::uint64_t &seed)
{
    // As in a spec. Without the bound, -1 would wrap round to a large number.
    verb.add_option("--seed", seed, "Replaces the spec's seed")
        ->check(CLI::Range(std::uint64_t{0}, static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())));
    verb.add_option("--jobs", arguments.jobs, "Runs at the same time (threads x jobs should not exceed the cores)")
        ->check(CLI::Range(1, 256));
    verb.add_flag("--json", arguments.json, "Results as JSON, progress as JSON lines on stderr");
}

} // namespace

void addSearchVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<SearchArguments>();
    auto seed = std::make_shared<std::uint64_t>(1);
    CLI::App *verb = app.add_subcommand("search", "Run the searches of a spec into a study");
    verb->add_option("SPEC", arguments->spec, "Spec file, or the name of a shipped one")->required();
    verb->add_option("--data", arguments->data, "Data folder (default: PARETOSCOPE_DATA, else the XDG data folder)");
    verb->add_option("--output,-o", arguments->output,
                     "The study (*.pscope); an existing one is continued or extended");
    verb->add_flag("--resume", arguments->resume,
                   "Go on with the study; an error where there is none, or where it was begun with another spec");
    verb->add_option("--replay", arguments->replay,
                     "A study: what was steered in its runs is steered again, where it was");
    verb->add_flag("--dry-run", arguments->dryRun, "Only print runs, bounds, verdicts and the estimated time");
    verb->add_flag("--without-seed", arguments->withoutSeed, "Do not train the seed network beside the runs");
    addCommonOptions(*verb, *arguments, *seed);
    verb->callback([&state, verb, arguments, seed] {
        if (verb->count("--seed") > 0)
            arguments->seed = *seed;
        if (arguments->output.empty())
            arguments->output = std::filesystem::path(arguments->spec).stem().string() + ".pscope";
        state.exitCode = runSearchSession(*arguments);
    });
}

void addDemoVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<SearchArguments>();
    auto seed = std::make_shared<std::uint64_t>(1);
    arguments->spec = "demo";
    arguments->output = "demo.pscope";
    arguments->jobs = 2;
    CLI::App *verb = app.add_subcommand("demo", "The built-in demo, start to front, on generated pictures");
    verb->add_option("--output,-o", arguments->output, "The study (default: demo.pscope)");
    addCommonOptions(*verb, *arguments, *seed);
    verb->callback([&state, verb, arguments, seed] {
        if (verb->count("--seed") > 0)
            arguments->seed = *seed;
        state.exitCode = runSearchSession(*arguments);
    });
}

} // namespace paretoscope
