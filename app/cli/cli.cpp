// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <nlohmann/json.hpp>

#include <csignal>
#include <exception>
#include <iostream>

namespace paretoscope {

int exitCodeOf(const dnas::Error &error)
{
    switch (error.code) {
    case dnas::ErrorCode::InvalidInput:
    case dnas::ErrorCode::OutOfReach:
        return kExitWrongUse;
    case dnas::ErrorCode::Cancelled:
        return kExitInterrupted;
    default:
        return kExitFailed;
    }
}

int fail(const dnas::Error &error, bool json)
{
    if (json) {
        const nlohmann::json line{{"event", "error"},
                                  {"message", error.message},
                                  {"file", error.place.file},
                                  {"line", error.place.line},
                                  {"key", error.place.key}};
        std::cerr << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    } else {
        std::cerr << "dnas: error: " << error.text() << '\n';
    }
    return exitCodeOf(error);
}

namespace {

bool hasVerb(CLI::App &app, const std::string &name)
{
    return !app.get_subcommands([&](CLI::App *verb) { return verb->check_name(name); }).empty();
}

int parseAndRun(CLI::App &app, const CliState &state, int argc, char **argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? kExitDone : kExitWrongUse;
    } catch (const std::exception &error) {
        return fail({dnas::ErrorCode::Internal, std::string("unexpected: ") + error.what(), {}}, false);
    }
    return state.exitCode;
}

} // namespace

bool usesThreads(int argc, char **argv)
{
    const std::string verb = argc > 1 ? argv[1] : "";
    return verb == "search" || verb == "demo" || verb == "bench";
}

int runCli(int argc, char **argv)
{
    // A reader that went away is an error like a full disk, and no reason to end a search.
    std::signal(SIGPIPE, SIG_IGN);
    CLI::App app("Architecture search for neural networks on tiny devices", "dnas");
    app.set_version_flag("--version", PARETOSCOPE_VERSION);
    app.require_subcommand(1);
    CliState state;
    addListVerb(app, state);
    addDescribeVerb(app, state);
    addCostVerb(app, state);
    addDataVerb(app, state);
    addSearchVerb(app, state);
    addFrontVerb(app, state);
    addShowVerb(app, state);
    addDiffVerb(app, state);
    addExportVerb(app, state);
    addReportVerb(app, state);
    addBenchVerb(app, state);
    addDemoVerb(app, state);
    // The parser would only say that a subcommand is required.
    if (argc > 1 && argv[1][0] != '-' && !hasVerb(app, argv[1]))
        return fail(dnas::invalidInput("there is no verb '" + std::string(argv[1]) + "'; dnas --help lists them"),
                    false);
    const int exitCode = parseAndRun(app, state, argc, argv);
    std::cout.flush();
    if (!std::cout && exitCode == kExitDone)
        return fail(dnas::ioError("cannot be written; the results above are not complete", {.file = "standard output"}),
                    false);
    return exitCode;
}

} // namespace paretoscope
