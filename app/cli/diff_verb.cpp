// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas diff: two networks layer by layer, and with a board what the change costs there.
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "app/cli/study_access.h"
#include "core/hardware/cost.h"
#include "core/network/network_diff.h"

#include <fmt/format.h>

#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct Arguments {
    std::string left;
    std::string right;
    std::string board = "generic";
    std::string runtime;
    std::string point;
    bool json = false;
};

struct Compared {
    Network left;
    Network right;
    NetworkDifference difference;
    CostSet leftCosts;
    CostSet rightCosts;
    std::vector<std::string> metrics;
};

Result<Compared> compare(const Arguments &arguments)
{
    auto left = loadAnyNetwork(arguments.left);
    if (!left.ok())
        return left.error();
    auto right = loadAnyNetwork(arguments.right);
    if (!right.ok())
        return right.error();
    auto board = loadBoard(arguments.board);
    if (!board.ok())
        return board.error();
    const auto setup = selectSetup(std::move(*board), arguments.runtime, arguments.point);
    if (!setup.ok())
        return setup.error();
    NetworkDifference difference = diffNetworks(*left, *right);
    CostSet leftCosts = costOf(*left, *setup).total;
    CostSet rightCosts = costOf(*right, *setup).total;
    return Compared{std::move(*left),     std::move(*right),     std::move(difference),
                    std::move(leftCosts), std::move(rightCosts), modelledMetrics(*setup)};
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
    std::string text;
    for (const std::string &change : layer.changes) {
        if (change.starts_with("channels ")) // has a column of its own
            continue;
        text += (text.empty() ? "" : ", ") + change;
    }
    return text;
}

std::string shareText(double from, double to)
{
    return from > 0 && from != to ? fmt::format("{:+.1f} %", 100 * (to - from) / from) : "";
}

void printDifference(const Arguments &arguments, const Compared &compared)
{
    printText(fmt::format("left:  {} ({})\nright: {} ({})\n\n", printable(arguments.left),
                          printable(compared.left.name), printable(arguments.right), printable(compared.right.name)));
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
    return {{"left", sideJson(compared.left, compared.difference.left, compared.leftCosts)},
            {"right", sideJson(compared.right, compared.difference.right, compared.rightCosts)},
            {"identical", !any},
            {"delta", delta},
            {"layers", layers}};
}

} // namespace

void addDiffVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand("diff", "Two networks, layer by layer");
    verb->add_option("A", arguments->left, "Name, file or FILE.pscope#CANDIDATE")->required();
    verb->add_option("B", arguments->right, "Name, file or FILE.pscope#CANDIDATE")->required();
    verb->add_option("--board", arguments->board, "Also what the change costs on this board (default: counts only)");
    verb->add_option("--runtime", arguments->runtime, "Kernel library (default: the board's first)");
    verb->add_option("--point", arguments->point, "Operating point (default: the board's first)");
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
