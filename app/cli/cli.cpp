// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/output.h"
#include "core/base/joined.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <csignal>
#include <exception>
#include <filesystem>
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
        std::cerr << "dnas: error: " << printable(error.text()) << '\n';
    }
    return exitCodeOf(error);
}

void warn(const std::string &text, bool json)
{
    if (json)
        std::cerr << nlohmann::json{{"event", "notice"}, {"text", text}}.dump(-1, ' ', false,
                                                                              nlohmann::json::error_handler_t::replace)
                  << '\n';
    else
        std::cerr << "dnas: warning: " << text << '\n';
}

dnas::Error namedByUser(dnas::Error error)
{
    if (error.code != dnas::ErrorCode::Io || error.place.file.empty())
        return error;
    using std::filesystem::file_type;
    std::error_code ignored;
    const file_type type = std::filesystem::status(error.place.file, ignored).type();
    const bool mayBeThere = type == file_type::regular || type == file_type::none || type == file_type::unknown;
    if (!mayBeThere || error.place.line > 0) // a line: of the YAML that names it
        error.code = dnas::ErrorCode::InvalidInput;
    return error;
}

namespace {

using Arguments = std::vector<std::string>;

Arguments::const_iterator verbIn(const Arguments &arguments)
{
    return std::find_if(arguments.begin(), arguments.end(), [](const auto &text) { return !text.starts_with('-'); });
}

/// With a --json that stands before the verb moved behind it, where every verb expects it.
Arguments argumentsOf(int argc, char **argv)
{
    Arguments all(argv + std::min(argc, 1), argv + argc);
    const auto verb = all.begin() + (verbIn(all) - all.cbegin());
    const auto json = std::stable_partition(all.begin(), verb, [](const auto &text) { return text != "--json"; });
    if (verb != all.end())
        std::rotate(json, verb, verb + 1);
    return all;
}

/// The parser's exception in our words: one line, with the argument as its place.
dnas::Error usageError(const CLI::ParseError &error)
{
    const std::string text = error.what();
    const std::size_t colon = text.find(": ");
    const std::string rest = colon == std::string::npos ? text : text.substr(colon + 2);
    // get_name() is the verb in some of them.
    if (dynamic_cast<const CLI::ExtrasError *>(&error) || dynamic_cast<const CLI::ConversionError *>(&error))
        return dnas::invalidInput("not understood: " + rest);
    if (colon == std::string::npos)
        return dnas::invalidInput(rest);
    const dnas::Place place{.key = text.substr(0, colon)};
    if (dynamic_cast<const CLI::ArgumentMismatch *>(&error))
        return dnas::invalidInput(rest.ends_with("missing") ? "needs a value" : "is given too often", place);
    return dnas::invalidInput(rest, place);
}

class Session {
public:
    Session(CLI::App &app, Arguments arguments)
        : m_app(app)
        , m_arguments(std::move(arguments))
        , m_json(std::find(m_arguments.begin(), m_arguments.end(), "--json") != m_arguments.end())
    {
        const auto verb = verbIn(m_arguments);
        m_verb = verb == m_arguments.end() ? "" : *verb;
    }

    bool json() const { return m_json; }

    int run(const CliState &state) const
    {
        const std::vector<CLI::App *> verbs = m_app.get_subcommands([](CLI::App *) { return true; });
        const bool isKnown =
            std::any_of(verbs.begin(), verbs.end(), [&](auto *verb) { return verb->check_name(m_verb); });
        // The parser would take it for a surplus argument.
        if (verbIn(m_arguments) != m_arguments.end() && !isKnown)
            return failUsage(dnas::invalidInput("there is no verb '" + m_verb + "'"), "dnas --help");
        const std::string help = isKnown ? "dnas " + m_verb + " --help" : "dnas --help";
        try {
            m_app.parse(Arguments(m_arguments.rbegin(), m_arguments.rend()));
        } catch (const CLI::Success &wish) { // help, version
            return m_app.exit(wish);
        } catch (const CLI::ParseError &error) {
            return failUsage(usageError(error), help);
        } catch (const std::exception &error) {
            return fail({dnas::ErrorCode::Internal, std::string("unexpected: ") + error.what(), {}}, m_json);
        }
        if (!m_app.get_subcommands().empty())
            return state.exitCode;
        return failUsage(dnas::invalidInput("name a verb: " + dnas::joined(verbs, &CLI::App::get_name)), help);
    }

private:
    int failUsage(dnas::Error error, const std::string &help) const
    {
        error.message += " (try '" + help + "')";
        return fail(error, m_json);
    }

    CLI::App &m_app;
    Arguments m_arguments;
    std::string m_verb; ///< as it was written; empty: none
    bool m_json;
};

} // namespace

int runCli(int argc, char **argv)
{
    // A reader that went away is an error like a full disk, and no reason to end a search.
    std::signal(SIGPIPE, SIG_IGN);
    CLI::App app("Architecture search for neural networks on tiny devices", "dnas");
    app.set_version_flag("--version", PARETOSCOPE_VERSION);
    app.add_flag("--json")->description("As JSON; may stand before or behind any verb");
    app.require_subcommand(0, 1); // that one is missing is said below
    CliState state;
    addListVerb(app, state);
    addDescribeVerb(app, state);
    addCostVerb(app, state);
    addCalibrateVerb(app, state);
    addDataVerb(app, state);
    addSearchVerb(app, state);
    addSteerVerb(app, state);
    addForkVerb(app, state);
    addFrontVerb(app, state);
    addShowVerb(app, state);
    addDiffVerb(app, state);
    addExportVerb(app, state);
    addReportVerb(app, state);
    addBenchVerb(app, state);
    addDemoVerb(app, state);
    const Session session(app, argumentsOf(argc, argv));
    const int exitCode = session.run(state);
    std::cout.flush();
    if (!std::cout && exitCode == kExitDone)
        return fail(dnas::ioError("cannot be written; the results above are not complete", {.file = "standard output"}),
                    session.json());
    return exitCode;
}

} // namespace paretoscope
