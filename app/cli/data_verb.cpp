// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas data: what is on the disk for a benchmark, and whether it can be used.
#include "app/cli/cli.h"
#include "app/cli/data_fetch.h"
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

void printReport(const Benchmark &benchmark, const DataReport &report)
{
    printText(fmt::format("{}: {}\n", printable(benchmark.name), report.usable ? "usable" : "not usable"));
    if (!report.folder.empty())
        printText("folder: " + printable(report.folder.string()) + "\n");
    TextTable files({{"file"}, {"state"}, {"records", Align::Right}, {""}});
    for (const DataFinding &finding : report.findings)
        files.add({finding.file, finding.state, finding.records > 0 ? countText(finding.records) : "", finding.text});
    if (!files.empty())
        printText("\n" + files.text());
    if (report.train + report.test == 0)
        return;
    printText(fmt::format("\n  train {}, validation {}, test {}\n", countText(report.train),
                          countText(report.validation), countText(report.test)));
    constexpr std::size_t kMostClasses = 20;
    const auto &[train, validation, test] = report.classCounts;
    if (train.empty() || train.size() > kMostClasses)
        return;
    TextTable classes({{"class"}, {"train", Align::Right}, {"validation", Align::Right}, {"test", Align::Right}});
    for (std::size_t i = 0; i < train.size(); ++i)
        classes.add({classNameOf(benchmark, i), countText(train[i]), countText(validation[i]), countText(test[i])});
    printText("\n" + classes.text());
}

Json reportJson(const Benchmark &benchmark, const DataReport &report)
{
    Json findings = Json::array();
    for (const DataFinding &finding : report.findings)
        findings.push_back(
            {{"file", finding.file}, {"state", finding.state}, {"records", finding.records}, {"text", finding.text}});
    Json classes = Json::array();
    const auto &[train, validation, test] = report.classCounts;
    for (std::size_t i = 0; i < train.size(); ++i)
        classes.push_back({{"name", classNameOf(benchmark, i)},
                           {"train_records", train[i]},
                           {"validation_records", validation[i]},
                           {"test_records", test[i]}});
    return {{"benchmark", benchmark.name},
            {"usable", report.usable},
            {"folder", report.folder.empty() ? Json() : Json(report.folder.string())},
            {"train", report.train},
            {"validation", report.validation},
            {"test", report.test},
            {"classes", classes},
            {"findings", findings}};
}

int runData(const DataArguments &arguments)
{
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
    verb->add_option("ACTION", arguments->action, "info, check (fails when the data cannot be used) or fetch")
        ->required()
        ->check(CLI::IsMember({"info", "check", "fetch"}));
    verb->add_option("BENCHMARK", arguments->benchmark, "Name or file")->required();
    verb->add_option("--data", arguments->data, "Data folder (default: PARETOSCOPE_DATA, else the XDG data folder)");
    verb->add_flag("--decode", arguments->decode,
                   "Decode every file too, as a search does before it begins (info, check)");
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] { state.exitCode = runData(*arguments); });
}

} // namespace paretoscope
