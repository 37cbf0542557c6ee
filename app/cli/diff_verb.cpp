// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas diff: two networks layer by layer, and what the change costs on a board: the one asked for, or the one that
// the studies were made for.
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "app/cli/study_access.h"
#include "core/base/joined.h"
#include "core/hardware/cost.h"
#include "core/network/network_diff.h"

#include <fmt/format.h>

#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct DiffArguments {
    std::string left;
    std::string right;
    std::string board; ///< empty: of the studies
    std::string runtime;
    std::string point;
    bool json = false;
};

struct ChosenSetup {
    BoardSetup setup;
    std::string note; ///< why it is not the studies'; mostly empty
};

struct Compared {
    Network left;
    Network right;
    ChosenSetup chosen;
    NetworkDifference difference;
    CostSet leftCosts;
    CostSet rightCosts;
    std::vector<std::string> metrics;
};

Result<ChosenSetup> namedSetup(const std::string &name, const DiffArguments &arguments, std::string note)
{
    auto board = loadBoard(name);
    if (!board.ok())
        return namedByUser(board.error());
    auto setup = selectSetup(std::move(*board), arguments.runtime, arguments.point);
    if (!setup.ok())
        return setup.error();
    return ChosenSetup{std::move(*setup), std::move(note)};
}

/// "nucleo-h743zi2, x-cube-ai-9, vos0-480mhz"
std::string madeFor(const StudySpec &spec)
{
    const auto board = parseBoard(spec.board, "board of the study");
    std::vector<std::string> parts{board.ok() ? board->name : "a board that cannot be read", spec.runtime, spec.point};
    std::erase(parts, "");
    return joined(parts);
}

Result<ChosenSetup> chooseSetup(const DiffArguments &arguments, const LoadedNetwork &left, const LoadedNetwork &right)
{
    constexpr const char *kCountsOnly = "generic";
    if (!arguments.board.empty())
        return namedSetup(arguments.board, arguments, "");
    if (!left.spec && !right.spec)
        return namedSetup(kCountsOnly, arguments, "");
    const StudySpec &of = left.spec ? *left.spec : *right.spec;
    const StudySpec &other = right.spec ? *right.spec : of;
    const bool agree = of.board == other.board && (!arguments.runtime.empty() || of.runtime == other.runtime) &&
                       (!arguments.point.empty() || of.point == other.point);
    if (!agree) {
        const bool sameNames = madeFor(of) == madeFor(other);
        const std::string why =
            "the studies were made for " +
            (sameNames ? "two versions of " + madeFor(of) : madeFor(of) + " and " + madeFor(other)) +
            "; choose with --board";
        if (!arguments.runtime.empty() || !arguments.point.empty())
            return invalidInput(why);
        return namedSetup(kCountsOnly, arguments, "counts only, as " + why);
    }
    auto board = parseBoard(of.board, "board of the study");
    if (!board.ok())
        return namedSetup(kCountsOnly, arguments,
                          "counts only, as the study's board cannot be used here (" + board.error().text() +
                              "); choose with --board");
    auto setup = selectSetup(std::move(*board), arguments.runtime.empty() ? of.runtime : arguments.runtime,
                             arguments.point.empty() ? of.point : arguments.point);
    if (!setup.ok())
        return setup.error();
    return ChosenSetup{std::move(*setup), ""};
}

Result<Compared> compare(const DiffArguments &arguments)
{
    auto left = loadWithStudy(arguments.left);
    if (!left.ok())
        return left.error();
    auto right = loadWithStudy(arguments.right);
    if (!right.ok())
        return right.error();
    auto chosen = chooseSetup(arguments, *left, *right);
    if (!chosen.ok())
        return chosen.error();
    Compared compared;
    compared.left = std::move(left->network);
    compared.right = std::move(right->network);
    compared.chosen = std::move(*chosen);
    compared.difference = diffNetworks(compared.left, compared.right);
    compared.leftCosts = costOf(compared.left, compared.chosen.setup).total;
    compared.rightCosts = costOf(compared.right, compared.chosen.setup).total;
    compared.metrics = modelledMetrics(compared.chosen.setup);
    return compared;
}

bool isChanged(const LayerDifference &layer)
{
    return layer.left < 0 || layer.right < 0 || !layer.changes.empty() ||
           layer.leftCounts.weights != layer.rightCounts.weights || layer.leftCounts.macs != layer.rightCounts.macs ||
           layer.leftChannels != layer.rightChannels;
}

std::string fromTo(int from, int to)
{
    const auto text = [](int channels) {
        return channels > 0 ? std::to_string(channels) : std::string("–");
    };
    return from == to ? text(from) : text(from) + " → " + text(to);
}

std::string changesText(const LayerDifference &layer)
{
    if (layer.left < 0)
        return "only on the right";
    if (layer.right < 0)
        return "only on the left";
    std::vector<std::string> changes = layer.changes;
    std::erase_if(changes, [](const std::string &change) {
        return change.starts_with("channels "); // has a column of its own
    });
    return joined(changes);
}

std::string shareText(double from, double to)
{
    return from > 0 && from != to ? fmt::format("{:+.1f} %", 100 * (to - from) / from) : "";
}

void printDifference(const DiffArguments &arguments, const Compared &compared)
{
    printText(fmt::format("left:  {} ({})\nright: {} ({})\ncosts: {}\n\n", printable(arguments.left),
                          printable(compared.left.name), printable(arguments.right), printable(compared.right.name),
                          setupText(compared.chosen.setup)));
    TextTable layers({{"layer"},
                      {"channels"},
                      {"Δ weights", Align::Right},
                      {"Δ MACs", Align::Right},
                      {"", Align::Left},
                      {"changes"}});
    bool any = false;
    for (const LayerDifference &layer : compared.difference.layers) {
        const bool changed = isChanged(layer);
        any = any || changed;
        layers.add({layer.name, fromTo(layer.leftChannels, layer.rightChannels),
                    changeText(layer.leftCounts.weights, layer.rightCounts.weights),
                    changeText(layer.leftCounts.macs, layer.rightCounts.macs), changed ? "≠" : "=",
                    changesText(layer)});
    }
    printText(layers.text());
    TextTable totals({{"metric"}, {"left", Align::Right}, {"right", Align::Right}, {"Δ", Align::Right}, {"origin"}});
    for (const std::string &metric : compared.metrics) {
        const CostValue &left = compared.leftCosts.at(metric);
        const CostValue &right = compared.rightCosts.at(metric);
        totals.add({findMetric(metric)->title, formatMetric(metric, left.value), formatMetric(metric, right.value),
                    shareText(left.value, right.value), originText(right)});
    }
    printText("\n" + totals.text());
    if (!compared.chosen.note.empty())
        printText("  " + printable(compared.chosen.note) + "\n");
    if (!any)
        printText("  the networks do not differ\n");
}

Json sideJson(const Network &network, const LayerCounts &counts, const CostSet &costs)
{
    Json object{{"name", network.name}, {"trainable", counts.trainable()}};
    putCosts(object, costs);
    return object;
}

Json differenceJson(const Compared &compared)
{
    const auto layerName = [](const Network &network, int index) {
        return index < 0 ? Json() : Json(network.layers[static_cast<std::size_t>(index)].name);
    };
    Json layers = Json::array();
    bool any = false;
    for (const LayerDifference &layer : compared.difference.layers) {
        const bool changed = isChanged(layer);
        any = any || changed;
        layers.push_back({{"name", layer.name},
                          {"left", layerName(compared.left, layer.left)},
                          {"right", layerName(compared.right, layer.right)},
                          {"changed", changed},
                          {"changes", layer.changes},
                          {"left_channels", layer.leftChannels},
                          {"right_channels", layer.rightChannels},
                          {"left_weights", layer.leftCounts.weights},
                          {"right_weights", layer.rightCounts.weights},
                          {"delta_weights", layer.rightCounts.weights - layer.leftCounts.weights},
                          {"left_macs", layer.leftCounts.macs},
                          {"right_macs", layer.rightCounts.macs},
                          {"delta_macs", layer.rightCounts.macs - layer.leftCounts.macs}});
    }
    Json delta = Json::object();
    for (const std::string &metric : compared.metrics)
        delta[findMetric(metric)->jsonKey] =
            metricJson(metric, compared.rightCosts.at(metric).value - compared.leftCosts.at(metric).value);
    Json object{{"left", sideJson(compared.left, compared.difference.left, compared.leftCosts)},
                {"right", sideJson(compared.right, compared.difference.right, compared.rightCosts)}};
    putSetup(object, compared.chosen.setup);
    const std::string &note = compared.chosen.note;
    object["note"] = note.empty() ? Json() : Json(note);
    object["identical"] = !any;
    object["delta"] = std::move(delta);
    object["layers"] = std::move(layers);
    return object;
}

} // namespace

void addDiffVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<DiffArguments>();
    CLI::App *verb = app.add_subcommand("diff", "Two networks, layer by layer");
    verb->add_option("A", arguments->left, "Name, file or FILE.pscope#CANDIDATE")->required();
    verb->add_option("B", arguments->right, "Name, file or FILE.pscope#CANDIDATE")->required();
    verb->add_option(
        "--board", arguments->board,
        "What the change costs there (default: the board of the studies, when they agree; else counts only)");
    verb->add_option("--runtime", arguments->runtime, "Kernel library (default: the studies', or the board's first)");
    verb->add_option("--point", arguments->point, "Operating point (default: the studies', or the board's first)");
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] {
        const auto compared = compare(*arguments);
        if (!compared.ok()) {
            state.exitCode = fail(compared.error(), arguments->json);
            return;
        }
        if (arguments->json)
            printJson(differenceJson(*compared));
        else
            printDifference(*arguments, *compared);
    });
}

} // namespace paretoscope
