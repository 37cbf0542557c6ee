// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas describe: a network's layers and counts, a benchmark's data and recipe. Boards: describe_board.cpp.
#include "app/cli/cli.h"
#include "app/cli/describe_board.h"
#include "app/cli/network_output.h"
#include "app/cli/study_access.h"
#include "core/base/joined.h"
#include "core/spec/benchmark.h"
#include "core/spec/recipe.h"

#include <fmt/format.h>

#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct DescribeArguments {
    std::string kind;
    std::string name;
    bool groups = false;
    bool json = false;
};

std::string groupLayers(const SearchSpace &space, const ChannelGroup &group)
{
    return joined(group.layers, [&](int layer) { return space.seed().layers[static_cast<std::size_t>(layer)].name; });
}

Json groupsJson(const SearchSpace &space)
{
    Json groups = Json::array();
    for (const ChannelGroup &group : space.groups()) {
        Json layers = Json::array();
        for (const int layer : group.layers)
            layers.push_back(space.seed().layers[static_cast<std::size_t>(layer)].name);
        groups.push_back({{"name", group.name},
                          {"channels", group.channels},
                          {"frozen", group.frozen},
                          {"reason", group.reason},
                          {"layers", layers}});
    }
    return groups;
}

std::string groupsTable(const SearchSpace &space)
{
    TextTable table({{"channel group"}, {"channels", Align::Right}, {"may change"}, {"layers"}});
    for (const ChannelGroup &group : space.groups())
        table.add({group.name, std::to_string(group.channels), group.frozen ? "no: " + group.reason : "yes",
                   groupLayers(space, group)});
    return table.text();
}

int describeNetwork(const DescribeArguments &arguments)
{
    const auto network = loadAnyNetwork(arguments.name);
    if (!network.ok())
        return fail(network.error(), arguments.json);
    std::optional<SearchSpace> space;
    if (arguments.groups) {
        auto made = SearchSpace::create(*network, {});
        if (!made.ok())
            return fail(made.error(), arguments.json);
        space = std::move(*made);
    }
    if (arguments.json) {
        Json object{{"name", network->name},
                    {"title", network->title},
                    {"source", network->source},
                    {"dimensions", network->dimensions},
                    {"input", shapeJson(network->input)},
                    {"output", network->layers[static_cast<std::size_t>(network->output)].name}};
        putNetwork(object, *network);
        if (space)
            object["groups"] = groupsJson(*space);
        printJson(object);
        return kExitDone;
    }
    printText(fmt::format("{}{}\n", printable(network->name),
                          network->title.empty() ? "" : ": " + printable(network->title)));
    if (!network->source.empty())
        printText("source: " + printable(network->source) + "\n");
    printText("\n" + layerTable(*network));
    if (space)
        printText("\n" + groupsTable(*space));
    return kExitDone;
}

Json recipesJson(const Benchmark &benchmark)
{
    Json recipes = Json::array();
    for (const NamedRecipe &named : benchmark.recipes)
        recipes.push_back({{"name", named.name},
                           {"source", named.source},
                           {"phases",
                            {{"warm_up", named.phases.warmUp},
                             {"search", named.phases.search},
                             {"fine_tune", named.phases.fineTune}}},
                           {"recipe", writeRecipe(named.recipe)}});
    return recipes;
}

/// Every line two spaces further in.
std::string indented(const std::string &text)
{
    std::string result = "  ";
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i];
        if (text[i] == '\n' && i + 1 < text.size())
            result += "  ";
    }
    return result;
}

void printRecipes(const Benchmark &benchmark)
{
    printText("\nrecipe, where a spec names none:\n" + indented(writeRecipe(benchmark.recipe)));
    for (const NamedRecipe &named : benchmark.recipes) {
        printText(fmt::format("\nrecipe {}:\n", printable(named.name)));
        if (!named.source.empty())
            printText("  # " + printable(named.source) + "\n");
        printText(fmt::format("  phases: {{warm_up: {}, search: {}, fine_tune: {}}}\n", named.phases.warmUp,
                              named.phases.search, named.phases.fineTune) +
                  indented(writeRecipe(named.recipe)));
    }
}

int describeBenchmark(const DescribeArguments &arguments)
{
    const auto benchmark = loadBenchmark(arguments.name);
    if (!benchmark.ok())
        return fail(namedByUser(benchmark.error()), arguments.json);
    if (arguments.json) {
        printJson({{"name", benchmark->name},
                   {"title", benchmark->title},
                   {"description", benchmark->description},
                   {"source", benchmark->source},
                   {"format", benchmark->data.format},
                   {"folder", benchmark->data.folder},
                   {"input", shapeJson(benchmark->input)},
                   {"classes", benchmark->classes},
                   {"class_names", benchmark->classNames},
                   {"mean", benchmark->mean},
                   {"deviation", benchmark->deviation},
                   {"network", benchmark->network},
                   {"recipe", writeRecipe(benchmark->recipe)},
                   {"recipes", recipesJson(*benchmark)}});
        return kExitDone;
    }
    printText(fmt::format("{}: {}\n{}\nsource: {}\n\n", benchmark->name, benchmark->title, benchmark->description,
                          benchmark->source));
    TextTable table({{""}, {""}});
    table.add({"input", shapeText(benchmark->input) + " (channels×height×width)"});
    table.add({"classes", std::to_string(benchmark->classes)});
    table.add({"data", benchmark->data.folder.empty()
                           ? benchmark->data.format + ", drawn by the program"
                           : benchmark->data.format + ", in the data folder's " + benchmark->data.folder});
    table.add({"network", benchmark->network});
    printText(table.text());
    if (!benchmark->classNames.empty())
        printText("\nclasses: " + joined(benchmark->classNames) + "\n");
    printRecipes(*benchmark);
    return kExitDone;
}

} // namespace

void addDescribeVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<DescribeArguments>();
    CLI::App *verb = app.add_subcommand("describe", "A benchmark, network or board in full");
    verb->add_option("KIND", arguments->kind, "benchmark, network or board")
        ->required()
        ->check(CLI::IsMember({"benchmark", "network", "board"}));
    verb->add_option("NAME", arguments->name, "Name, file, or (a network) FILE.pscope#CANDIDATE")->required();
    verb->add_flag("--groups", arguments->groups, "Of a network: which channels must agree");
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] {
        if (arguments->groups && arguments->kind != "network")
            state.exitCode = fail(invalidInput("--groups goes with describe network"), arguments->json);
        else if (arguments->kind == "network")
            state.exitCode = describeNetwork(*arguments);
        else if (arguments->kind == "board")
            state.exitCode = describeBoard(arguments->name, arguments->json ? Form::Json : Form::Text);
        else
            state.exitCode = describeBenchmark(*arguments);
    });
}

} // namespace paretoscope
