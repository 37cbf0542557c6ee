// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SearchSpec → SearchPlan: loads what the spec names, checks that it fits together, and resolves every run.
#include "core/base/files.h"
#include "core/base/joined.h"
#include "core/base/yaml_reader.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "core/space/reach.h"
#include "core/spec/contradiction.h"
#include "core/spec/other_setup.h"
#include "core/spec/plan_key.h"
#include "core/spec/search_spec.h"
#include "core/spec/spec_text.h"
#include "core/spec/sweep.h"
#include "core/spec/verdict.h"

#include <algorithm>

namespace dnas {

namespace {

/// Where a top-level key stands in the text of the spec; without a line for specs that were never text.
Place placeOf(const SearchSpec &spec, const char *key)
{
    if (!spec.text.empty()) {
        if (const auto root = YamlReader::parse(spec.text, spec.file); root.ok())
            return root->has(key) ? root->place(key) : Place{spec.file, 0, key};
    }
    return {spec.file, 0, key};
}

std::string shapeText(const Shape &shape)
{
    return std::to_string(shape.channels) + "×" + std::to_string(shape.height) + "×" + std::to_string(shape.width);
}

Result<Network> loadFittingNetwork(const SearchSpec &spec, const Benchmark &benchmark)
{
    const Place place = placeOf(spec, "network");
    auto network = loadNetwork(spec.network);
    if (!network.ok())
        return placedAt(network.error(), place);
    if (network->input != benchmark.input)
        return invalidInput("network " + network->name + " takes inputs of " + shapeText(network->input) +
                                ", but the samples of " + benchmark.name + " are " + shapeText(benchmark.input) +
                                " (channels × height × width); choose another network",
                            place);
    const auto shapes = inferShapes(*network);
    if (!shapes.ok())
        return placedAt(shapes.error(), place);
    const Shape &output = (*shapes)[static_cast<std::size_t>(network->output)];
    if (isReconstruction(benchmark) && output.elements() != benchmark.input.elements())
        return invalidInput("network " + network->name + " has an output of " + shapeText(output) +
                                ", but must give back inputs of " + shapeText(benchmark.input) +
                                "; choose a network with as many outputs",
                            place);
    if (!isReconstruction(benchmark) && output != Shape{benchmark.classes, 1, 1})
        return invalidInput("network " + network->name + " has an output of " + shapeText(output) + ", but " +
                                benchmark.name + " has " + std::to_string(benchmark.classes) +
                                " classes; choose a network with as many outputs",
                            place);
    return network;
}

Result<BoardSetup> loadSetup(const SearchSpec &spec, std::string &boardText)
{
    const Place place = placeOf(spec, "board");
    const auto path = findResource("boards", spec.board);
    if (!path.ok())
        return placedAt(path.error(), place);
    auto text = readText(*path);
    if (!text.ok())
        return placedAt(text.error(), place);
    boardText = *text;
    auto board = parseBoard(boardText, path->string());
    if (!board.ok())
        return placedAt(board.error(), place);
    auto setup = selectSetup(std::move(board).value(), spec.runtime, spec.point);
    if (!setup.ok()) {
        const bool isRuntime = setup.error().place.key == "runtime";
        return placedAt(setup.error(), placeOf(spec, isRuntime ? "runtime" : "point"));
    }
    return setup;
}

/// Names of the boards that come with the program and model a metric.
std::string boardsModelling(const std::string &metric)
{
    std::vector<std::string> names;
    for (const std::string &name : listResources("boards")) {
        auto board = loadBoard(name);
        if (!board.ok())
            continue;
        const auto setup = selectSetup(std::move(board).value(), "", "");
        if (!setup.ok())
            continue;
        const std::vector<std::string> modelled = modelledMetrics(*setup);
        if (std::find(modelled.begin(), modelled.end(), metric) != modelled.end())
            names.push_back(name);
    }
    return joined(names);
}

Result<void> requireModelled(const SearchSpec &spec, const BoardSetup &setup, const CostSet &seedCost,
                             const std::map<std::string, SpaceCost::Bounds> &bounds)
{
    for (std::size_t i = 0; i < spec.objective.size(); ++i) {
        const ObjectiveTerm &term = spec.objective[i];
        if (seedCost.contains(term.metric) && bounds.contains(term.metric))
            continue;
        const std::string boards = boardsModelling(term.metric);
        return invalidInput("board " + setup.board.name + " does not model " + term.metric + ", only " +
                                joined(modelledMetrics(setup)) + "; " +
                                (boards.empty() ? "no board models it yet, choose another metric"
                                                : "choose a board that does: " + boards),
                            {spec.file, term.line, "objective[" + std::to_string(i) + "].metric"});
    }
    return {};
}

/// Not even the smallest network of the space fits the board.
Result<void> requireRoom(const SearchSpec &spec, const BoardSetup &setup,
                         const std::map<std::string, SpaceCost::Bounds> &bounds)
{
    const Board &board = setup.board;
    std::string missing;
    std::string names;
    for (const auto &[metric, memory] : {std::pair{"flash", board.flashBytes}, std::pair{"ram", board.arenaRoom()}}) {
        const auto reach = bounds.find(metric);
        if (memory == 0 || reach == bounds.end() || reach->second.least <= static_cast<double>(memory))
            continue;
        const std::string name = findMetric(metric)->title;
        const bool inPieces = metric == std::string_view("ram") && memory < board.ramBytes;
        missing += (missing.empty() ? "" : " and ") + formatMetric(metric, static_cast<double>(memory)) + " of " +
                   name + (inPieces ? " in one piece" : "") + ", but the smallest network of this space needs " +
                   formatMetric(metric, reach->second.least);
        names += (names.empty() ? "" : " and ") + name;
    }
    if (missing.empty())
        return {};
    return Error{ErrorCode::OutOfReach,
                 "board " + board.name + " has " + missing + "; choose a smaller network or a board with more " + names,
                 placeOf(spec, "board")};
}

Result<PlanTexts> readStartWeights(const SearchSpec &spec)
{
    if (spec.weights.empty())
        return PlanTexts{};
    const auto bytes = readText(spec.weights);
    if (!bytes.ok()) {
        Error error = placedAt(bytes.error(), placeOf(spec, "weights"));
        error.code = ErrorCode::InvalidInput; // the user named this file
        return error;
    }
    return PlanTexts{sha256(*bytes)};
}

void fillNames(SearchSpec &spec, const Benchmark &benchmark)
{
    if (spec.network.empty())
        spec.network = benchmark.network;
    if (spec.board.empty())
        spec.board = "generic";
    if (!spec.recipe)
        spec.recipe = benchmark.recipe;
}

} // namespace

Result<SearchPlan> planSearch(const SearchSpec &asked)
{
    SearchPlan plan;
    plan.spec = asked;
    SearchSpec &spec = plan.spec;
    auto benchmark = loadBenchmark(spec.benchmark);
    if (!benchmark.ok())
        return placedAt(benchmark.error(), placeOf(spec, "benchmark"));
    plan.benchmark = std::move(benchmark).value();
    fillNames(spec, plan.benchmark);
    plan.recipe = *spec.recipe;

    const auto network = loadFittingNetwork(spec, plan.benchmark);
    if (!network.ok())
        return network.error();
    auto setup = loadSetup(spec, plan.boardText);
    if (!setup.ok())
        return setup.error();
    plan.setup = std::move(setup).value();
    spec.runtime = plan.setup.runtime.name;
    spec.point = plan.setup.point.name;
    if (const auto runs = checkRuns(*network, plan.setup); !runs.ok())
        return placedAt(runs.error(), placeOf(spec, "runtime"));
    auto space = SearchSpace::create(*network, spec.width);
    if (!space.ok())
        return placedAt(space.error(), placeOf(spec, "space"));
    plan.space = std::move(space).value();

    plan.seedCost = costOf(*network, plan.setup);
    const auto bounds = reachOf(plan.space, plan.setup);
    if (auto modelled = requireModelled(spec, plan.setup, plan.seedCost.total, bounds); !modelled.ok())
        return modelled.error();
    if (auto room = requireRoom(spec, plan.setup, bounds); !room.ok())
        return room.error();
    auto runs = expandSweep(spec, plan.seedCost.total);
    if (!runs.ok())
        return runs.error();
    plan.runs = std::move(runs).value();
    plan.verdicts = judgeTargets(spec, bounds, plan.seedCost.total);
    const bool eachCanBeMet = std::none_of(plan.verdicts.begin(), plan.verdicts.end(), [](const LimitVerdict &limit) {
        return limit.verdict == Verdict::Impossible;
    });
    if (eachCanBeMet)
        plan.contradictions = contradictionsOf(plan);
    else
        plan.elsewhere = otherSetup(plan);

    plan.networkText = writeNetwork(*network);
    plan.specText = writeSpec(spec);
    const auto texts = readStartWeights(spec);
    if (!texts.ok())
        return texts.error();
    plan.warmUpKey = warmUpKey(plan, *texts);
    plan.seedRunKey = seedRunKey(plan);
    for (RunPlan &run : plan.runs)
        run.key = runKey(plan, *texts, run);
    return plan;
}

} // namespace dnas
