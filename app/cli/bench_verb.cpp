// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas bench: how fast this build is on the work that matters. Results on stdout, what is measured now on stderr.
#include "app/cli/bench_subjects.h"
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "core/engine/engine.h"

#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <thread>

namespace paretoscope {

using namespace dnas;

namespace {

struct BenchArguments {
    std::string subject = "all";
    bool quick = false;
    bool large = false;
    bool json = false;
};

struct Subject {
    const char *name;
    BenchResults (*measure)(BenchLength, const BenchProgress &);
};
constexpr Subject kSubjects[] = {
    {"training", benchTrainingSteps}, {"costs", benchCosts}, {"data", benchData}, {"search", benchSearch}};

std::string valueText(const BenchResult &result)
{
    return fmt::format("{:.{}f}", result.value, result.value >= 100 ? 0 : result.value >= 10 ? 1 : 3);
}

void print(const std::vector<BenchResult> &results, const StudyEnvironment &environment,
           const BenchArguments &arguments)
{
    const unsigned cores = std::thread::hardware_concurrency();
    if (arguments.json) {
        Json list = Json::array();
        for (const BenchResult &result : results)
            list.push_back({{"name", result.name},
                            {"value", result.value},
                            {"unit", result.unit},
                            {"better", result.better},
                            {"detail", result.detail}});
        printJson({{"environment",
                    {{"processor", environment.processor},
                     {"cores", cores},
                     {"torch_version", environment.torchVersion},
                     {"program_version", environment.programVersion}}},
                   {"quick", arguments.quick},
                   {"results", list}});
        return;
    }
    printText(fmt::format("{}, {}, LibTorch {}, version {}\n\n", printable(environment.processor),
                          counted(cores, "core"), environment.torchVersion, environment.programVersion));
    TextTable table({{"name"}, {"value", Align::Right}, {"unit"}, {"better"}, {"what"}});
    for (const BenchResult &result : results)
        table.add({result.name, valueText(result), result.unit, result.better, result.detail});
    printText(table.text());
    if (arguments.quick)
        printText("  --quick: times are rough\n");
}

int bench(const BenchArguments &arguments)
{
    const BenchProgress progress = [&](const std::string &what) {
        if (arguments.json)
            std::cerr << Json({{"event", "bench"}, {"subject", what}}).dump() << '\n';
        else
            std::cerr << "measuring " << what << " …\n";
    };
    if (arguments.large && arguments.subject != "data")
        return fail(invalidInput("is for dnas bench data", {.key = "--large"}), arguments.json);
    std::vector<BenchResult> results;
    for (const Subject &subject : kSubjects) {
        if (arguments.subject != "all" && arguments.subject != subject.name)
            continue;
        const auto measure = arguments.large ? benchLargeData : subject.measure;
        const auto measured = measure(arguments.quick ? BenchLength::Quick : BenchLength::Full, progress);
        if (!measured.ok())
            return fail(measured.error(), arguments.json);
        results.insert(results.end(), measured->begin(), measured->end());
    }
    const auto trainer = engine();
    if (!trainer.ok())
        return fail(trainer.error(), arguments.json);
    print(results, (*trainer)->currentEnvironment(1), arguments);
    return kExitDone;
}

} // namespace

void addBenchVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<BenchArguments>();
    CLI::App *verb = app.add_subcommand("bench", "Speed of this build on the work that matters");
    std::vector<std::string> names{"all"};
    for (const Subject &subject : kSubjects)
        names.emplace_back(subject.name);
    verb->add_option("SUBJECT", arguments->subject, "training, costs, data, search or all (default)")
        ->check(CLI::IsMember(names));
    verb->add_flag("--quick", arguments->quick, "Seconds instead of minutes, and rougher");
    verb->add_flag("--large", arguments->large,
                   "data only: memory and time of data sets of full size, generated; minutes and 12 GiB of disk");
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] { state.exitCode = bench(*arguments); });
}

} // namespace paretoscope
