// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas data: what is on the disk for a benchmark, and whether it can be used.
#include "app/cli/cli.h"
#include "app/cli/data_describe.h"
#include "app/cli/data_fetch.h"
#include "app/cli/data_report.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/work_printer.h"
#include "core/data/data_set.h"

#include <fmt/format.h>

#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct DataArguments {
    std::string action;
    std::string benchmark;
    std::filesystem::path data;
    DescribeDataArguments describe;
    bool decode = false;
    bool json = false;
};

/// By layout and counts, or every file.
Result<DataReport> checked(const Benchmark &benchmark, const DataArguments &arguments)
{
    if (!arguments.decode)
        return checkData(benchmark, arguments.data);
    StopToken stop;
    const SignalStop signals(stop);
    WorkPrinter printer(progressStyle(arguments.json));
    auto report = checkEveryFile(
        benchmark, arguments.data, [&](const WorkProgress &now) { printer.show(now); }, &stop);
    printer.wipe();
    return report;
}

int runData(const DataArguments &arguments)
{
    if (arguments.action == "describe") {
        DescribeDataArguments describe = arguments.describe;
        describe.folder = arguments.benchmark;
        return describeData(describe, arguments.json ? Form::Json : Form::Text);
    }
    const auto benchmark = loadBenchmark(arguments.benchmark);
    if (!benchmark.ok())
        return fail(namedByUser(benchmark.error()), arguments.json);
    if (arguments.action == "fetch")
        return fetchData(*benchmark, arguments.data, arguments.json);
    const auto found = checked(*benchmark, arguments);
    if (!found.ok())
        return fail(found.error(), arguments.json);
    const DataReport &report = *found;
    if (arguments.json)
        printJson(reportJson(*benchmark, report));
    else
        printReport(*benchmark, report);
    if (arguments.action == "info" || report.usable)
        return kExitDone;
    // The table says everything; the last line is what a search would end with, and so is the exit code.
    DataOptions options;
    options.folder = arguments.data;
    const auto opened = openDataSet(*benchmark, options);
    return fail(opened.ok() ? invalidInput("cannot be used, see the list of files", {.file = report.folder.string()})
                            : namedByUser(opened.error()),
                arguments.json);
}

} // namespace

void addDataVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<DataArguments>();
    CLI::App *verb = app.add_subcommand("data", "What is on the disk for a benchmark");
    verb->add_option("ACTION", arguments->action,
                     "info, check (fails when the data cannot be used), fetch, or describe")
        ->required()
        ->check(CLI::IsMember({"info", "check", "fetch", "describe"}));
    verb->add_option("BENCHMARK", arguments->benchmark, "Name or file; of describe a folder of your own")->required();
    const CLI::Option *data = verb->add_option("--data", arguments->data,
                                               "Data folder (default: PARETOSCOPE_DATA, else the XDG data folder)");
    verb->add_flag("--decode", arguments->decode,
                   "Decode every file too, as a search does before it begins (info, check)");
    verb->add_flag("--json", arguments->json, "As JSON");
    DescribeDataArguments &describe = arguments->describe;
    const std::vector<CLI::Option *> ofDescribe{
        verb->add_option("-o,--output", describe.output, "Benchmark file (default: beside the folder)"),
        verb->add_option("--network", describe.network, "Name or file (default: by kind and size of the samples)"),
        verb->add_option("--size", describe.size, "Pictures: width and height, such as 96x96"),
        verb->add_option("--rate", describe.rate, "Sounds: samples a second")->check(CLI::Range(1000, 192'000)),
        verb->add_option("--seconds", describe.seconds, "Sounds: length of a clip")->check(CLI::Range(0.01, 600.0))};
    for (CLI::Option *option : ofDescribe)
        option->group("Of describe");
    verb->callback([&state, arguments, ofDescribe, data] {
        for (const CLI::Option *option : ofDescribe) {
            if (arguments->action != "describe" && option->count() > 0) {
                state.exitCode =
                    fail(invalidInput("goes with data describe", {.key = option->get_name()}), arguments->json);
                return;
            }
        }
        const bool describes = arguments->action == "describe";
        if (describes && data->count() > 0)
            state.exitCode =
                fail(invalidInput("names no data of a folder of your own", {.key = "--data"}), arguments->json);
        else if (arguments->decode && (describes || arguments->action == "fetch"))
            state.exitCode = fail(invalidInput("goes with data info and check", {.key = "--decode"}), arguments->json);
        else
            state.exitCode = runData(*arguments);
    });
}

} // namespace paretoscope
