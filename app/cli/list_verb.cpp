// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas list: what ships with the program, by kind, with the facts that help to choose.
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "core/base/files.h"
#include "core/base/joined.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "core/spec/search_spec.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace paretoscope {

using namespace dnas;

namespace {

/// What is said of one resource: the JSON beside name and file, and the cells behind the name.
struct Entry {
    Json facts;
    std::vector<std::string> cells;
};

Result<Entry> networkEntry(const std::string &name)
{
    const auto network = loadNetwork(name);
    if (!network.ok())
        return network.error();
    const LayerCounts counts = countNetwork(*network);
    return Entry{{{"title", network->title}, {"weights", counts.weights}, {"macs", counts.macs}},
                 {network->title, countText(counts.weights), countText(counts.macs)}};
}

Result<Entry> boardEntry(const std::string &name)
{
    const auto board = loadBoard(name);
    if (!board.ok())
        return board.error();
    Json runtimes = Json::array();
    for (const Runtime &runtime : board->runtimes)
        runtimes.push_back(runtime.name);
    std::string text = board->runtimes.empty() ? "" : board->runtimes.front().name;
    if (board->runtimes.size() > 1)
        text += " and " + std::to_string(board->runtimes.size() - 1) + " more";
    return Entry{{{"title", board->title}, {"core", board->core}, {"runtimes", runtimes}},
                 {board->title, board->core, text}};
}

Result<Entry> benchmarkEntry(const std::string &name)
{
    const auto benchmark = loadBenchmark(name);
    if (!benchmark.ok())
        return benchmark.error();
    return Entry{
        {{"title", benchmark->title},
         {"network", benchmark->network},
         {"classes", benchmark->classes},
         {"input", shapeJson(benchmark->input)}},
        {benchmark->title, benchmark->network, std::to_string(benchmark->classes), shapeText(benchmark->input)}};
}

Result<Entry> specEntry(const std::string &name)
{
    const auto spec = loadSpec(name);
    if (!spec.ok())
        return spec.error();
    return Entry{{{"benchmark", spec->benchmark}, {"network", spec->network}, {"board", spec->board}},
                 {spec->benchmark, spec->network, spec->board}};
}

Result<Entry> plainEntry(const std::string &) { return Entry{Json::object(), {}}; }

struct Kind {
    const char *name;
    std::vector<Column> columns;
    Result<Entry> (*entry)(const std::string &);
};

const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> all{
        {"benchmarks", {{"title"}, {"network"}, {"classes", Align::Right}, {"input"}}, benchmarkEntry},
        {"networks", {{"title"}, {"weights", Align::Right}, {"MACs", Align::Right}}, networkEntry},
        {"boards", {{"title"}, {"core"}, {"runtimes"}}, boardEntry},
        {"spaces", {}, plainEntry},
        {"specs", {{"benchmark"}, {"network"}, {"board"}}, specEntry},
    };
    return all;
}

int list(const Kind &kind, bool json)
{
    std::vector<Column> columns{{"name"}};
    columns.insert(columns.end(), kind.columns.begin(), kind.columns.end());
    TextTable table(std::move(columns));
    Json items = Json::array();
    std::vector<std::string> unreadable;
    for (const std::string &name : listResources(kind.name)) {
        const auto file = findResource(kind.name, name);
        Json item{{"name", name}, {"file", file.ok() ? Json(file->string()) : Json()}};
        // One that cannot be read does not hide the others.
        if (const auto entry = kind.entry(name); entry.ok()) {
            item.update(entry->facts);
            std::vector<std::string> cells{name};
            cells.insert(cells.end(), entry->cells.begin(), entry->cells.end());
            table.add(std::move(cells));
        } else {
            item["error"] = entry.error().text();
            unreadable.push_back(name);
        }
        items.push_back(std::move(item));
    }
    if (json) {
        printJson({{"kind", kind.name}, {kind.name, items}});
        return kExitDone;
    }
    printText(table.empty() ? fmt::format("no {} ship with this version\n", kind.name) : table.text(0));
    if (!unreadable.empty())
        printText("not usable with this version (--json says why): " + joined(unreadable) + "\n");
    return kExitDone;
}

} // namespace

void addListVerb(CLI::App &app, CliState &state)
{
    struct ListArguments {
        std::string kind;
        bool json = false;
    };
    auto arguments = std::make_shared<ListArguments>();
    CLI::App *verb = app.add_subcommand("list", "What ships with the program");
    std::vector<std::string> names;
    for (const Kind &kind : kinds())
        names.emplace_back(kind.name);
    verb->add_option("KIND", arguments->kind, "benchmarks, networks, boards, spaces or specs")
        ->required()
        ->check(CLI::IsMember(names));
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] {
        for (const Kind &kind : kinds()) {
            if (arguments->kind == kind.name)
                state.exitCode = list(kind, arguments->json);
        }
    });
}

} // namespace paretoscope
