// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas cost: what a network costs on a board or on many, or what a spec's search space could reach.
#include "app/cli/cli.h"
#include "app/cli/cost_output.h"
#include "app/cli/output.h"
#include "app/cli/study_access.h"
#include "core/base/files.h"

#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct CostArguments {
    std::string network;
    std::string space;
    std::string board = "generic";
    std::string runtime;
    std::string point;
    bool json = false;
};

constexpr const char *kAll = "all";

/// Every runtime of a board at one point; a board without runtimes as it is.
Result<void> addSetups(const Board &board, const CostArguments &arguments, std::vector<BoardSetup> &setups)
{
    std::vector<std::string> runtimes{arguments.runtime};
    if (arguments.runtime == kAll) {
        runtimes.clear();
        for (const Runtime &runtime : board.runtimes)
            runtimes.push_back(runtime.name);
        if (runtimes.empty())
            runtimes.emplace_back();
    }
    for (const std::string &runtime : runtimes) {
        const auto setup = selectSetup(board, runtime, arguments.point);
        if (!setup.ok())
            return setup.error();
        setups.push_back(*setup);
    }
    return {};
}

Result<std::vector<BoardSetup>> setupsOf(const CostArguments &arguments)
{
    std::vector<std::string> boards{arguments.board};
    if (arguments.board == kAll) {
        boards = listResources("boards");
        for (const auto &[name, value] : {std::pair{"runtime", arguments.runtime}, {"point", arguments.point}}) {
            if (!value.empty() && value != kAll)
                return invalidInput("boards differ in their " + std::string(name) +
                                        "s; leave it out beside --board all",
                                    {.key = name});
        }
    }
    std::vector<BoardSetup> setups;
    for (const std::string &name : boards) {
        const auto board = loadBoard(name);
        if (!board.ok())
            return namedByUser(board.error());
        if (const auto added = addSetups(*board, arguments, setups); !added.ok())
            return added.error();
    }
    return setups;
}

int cost(const CostArguments &arguments)
{
    const auto network = loadAnyNetwork(arguments.network);
    if (!network.ok())
        return fail(network.error(), arguments.json);
    const auto setups = setupsOf(arguments);
    if (!setups.ok())
        return fail(setups.error(), arguments.json);
    if (arguments.board == kAll || arguments.runtime == kAll)
        return compareSetups(*network, *setups, arguments.json);
    if (const auto runs = checkRuns(*network, setups->front()); !runs.ok())
        return fail(Error{runs.error().code, runs.error().message, {.file = arguments.network, .key = "--runtime"}},
                    arguments.json);
    return costOfNetwork(*network, setups->front(), arguments.json);
}

} // namespace

void addCostVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<CostArguments>();
    CLI::App *verb = app.add_subcommand("cost", "What a network costs on a board, or what a search space can reach");
    auto *network = verb->add_option("--network", arguments->network, "Name, file or FILE.pscope#CANDIDATE");
    auto *board = verb->add_option("--board", arguments->board, "Name or file, or all (default: generic, counts only)");
    auto *runtime = verb->add_option("--runtime", arguments->runtime, "Kernel library, or all (default: the first)");
    auto *point = verb->add_option("--point", arguments->point, "Operating point (default: the board's first)");
    auto *space =
        verb->add_option("--space", arguments->space, "Spec: bounds of every metric, verdict on every target");
    for (CLI::Option *option : {network, board, runtime, point})
        space->excludes(option);
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] {
        if (arguments->network.empty() && arguments->space.empty())
            state.exitCode = fail(invalidInput("name what to cost: --network NAME --board NAME, or --space SPEC.yaml"),
                                  arguments->json);
        else
            state.exitCode =
                arguments->space.empty() ? cost(*arguments) : costOfSpace(arguments->space, arguments->json);
    });
}

} // namespace paretoscope
