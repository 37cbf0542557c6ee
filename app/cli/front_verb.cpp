// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas front: the candidates of a study by one cost, the non-dominated ones marked.
#include "app/cli/candidate_output.h"
#include "app/cli/cli.h"
#include "app/cli/study_access.h"
#include "core/base/joined.h"
#include "core/base/quality_text.h"
#include "core/report/candidates_csv.h"
#include "core/report/figures.h"
#include "core/study/pareto_front.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct FrontArguments {
    std::filesystem::path study;
    std::string x = "weights";
    std::string y = "quality";
    bool all = false;
    bool onlyFront = false;
    bool json = false;
    bool csv = false;
};

struct Row {
    const CandidateSummary *candidate = nullptr;
    bool onFront = false;
    bool isKnee = false;
};

/// Those to be shown, by increasing x; what has no x comes last.
std::vector<Row> rowsOf(const std::vector<CandidateSummary> &candidates, const FrontArguments &arguments)
{
    const std::vector<std::size_t> front = frontOf(candidates, arguments.x, arguments.y);
    std::vector<FrontPoint> points;
    for (const std::size_t index : front)
        points.push_back({metricOf(candidates[index], arguments.x), metricOf(candidates[index], arguments.y)});
    const int knee = kneeOf(points);

    std::vector<Row> rows;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto place = std::find(front.begin(), front.end(), i);
        const bool onFront = place != front.end();
        if (arguments.onlyFront ? !onFront : !arguments.all && candidates[i].state != CandidateState::Done)
            continue;
        rows.push_back({&candidates[i], onFront, onFront && place - front.begin() == knee});
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) {
        const double xa = metricOf(*a.candidate, arguments.x);
        const double xb = metricOf(*b.candidate, arguments.x);
        return std::isnan(xb) ? !std::isnan(xa) : xa < xb;
    });
    return rows;
}

void printTable(const std::vector<Row> &rows, const FrontArguments &arguments)
{
    std::vector<const CandidateSummary *> shown;
    for (const Row &row : rows)
        shown.push_back(row.candidate);
    const std::vector<std::string> metrics = metricsOf(shown, arguments.x);
    std::vector<Column> columns{{""}, {"id", Align::Right}, {"quality", Align::Right}, {"test", Align::Right}};
    for (const std::string &metric : metrics)
        columns.push_back({findMetric(metric)->title, Align::Right});
    columns.push_back({"state"});
    columns.push_back({"candidate"});
    TextTable table(std::move(columns));
    CostSet origins;
    std::size_t onFront = 0;
    for (const Row &row : rows) {
        const CandidateSummary &c = *row.candidate;
        const bool measured = isMeasured(c.state);
        std::vector<std::string> cells{row.onFront ? row.isKnee ? "* knee" : "*" : "", std::to_string(c.id.value),
                                       measured ? qualityText(c.qualityMetric, c.quality) : "–",
                                       measured ? qualityText(c.qualityMetric, c.testQuality) : "–"};
        for (const std::string &metric : metrics)
            cells.push_back(costText(c.costs, metric));
        cells.push_back(stateText(c));
        cells.push_back(c.label);
        table.add(std::move(cells));
        origins.insert(c.costs.begin(), c.costs.end());
        onFront += row.onFront ? 1U : 0U;
    }
    printText(table.text(0));
    if (rows.empty()) {
        printText("no candidates to show\n");
        return;
    }
    printText(fmt::format("\n  {} of {} on the front (*) of {} against {}\n", onFront, rows.size(), arguments.y,
                          arguments.x));
    const CandidateSummary &any = *rows.front().candidate;
    printText(fmt::format("  quality: {} on validation, test beside it, measured in {}\n", printable(any.qualityMetric),
                          printable(any.qualityPrecision)));
    for (const std::string &note : originNotes(origins))
        printText("  " + note + "\n");
}

void printRowsJson(const std::vector<Row> &rows, const FrontArguments &arguments)
{
    Json candidates = Json::array();
    Json knee;
    std::size_t onFront = 0;
    for (const Row &row : rows) {
        Json entry = candidateJson(*row.candidate);
        entry["on_front"] = row.onFront;
        candidates.push_back(std::move(entry));
        onFront += row.onFront ? 1U : 0U;
        if (row.isKnee)
            knee = row.candidate->id.value;
    }
    printJson({{"study", arguments.study.string()},
               {"x", arguments.x},
               {"y", arguments.y},
               {"on_front", onFront},
               {"knee", knee},
               {"candidates", candidates}});
}

void printCsv(const std::vector<Row> &rows)
{
    std::vector<CsvCandidate> lines;
    for (const Row &row : rows)
        lines.push_back({row.candidate, row.onFront});
    printText(candidatesCsv(lines));
}

int front(FrontArguments arguments)
{
    const MetricInfo *x = findMetric(arguments.x);
    if (!x)
        return fail(invalidInput("unknown metric '" + arguments.x +
                                 "' for --x; known: " + joined(allMetrics(), &MetricInfo::name)),
                    arguments.json);
    arguments.x = x->name;
    const auto study = openStudy(arguments.study);
    if (!study.ok())
        return fail(study.error(), arguments.json);
    const auto candidates = (*study)->candidates();
    if (!candidates.ok())
        return fail(candidates.error(), arguments.json);
    if (!candidates->empty() && std::none_of(candidates->begin(), candidates->end(), [&](const CandidateSummary &c) {
            return std::isfinite(metricOf(c, arguments.x));
        }))
        return fail(invalidInput("no candidate of this study has a figure for " + arguments.x +
                                     ", which its board does not model; name another --x",
                                 {.file = arguments.study.string()}),
                    arguments.json);
    const std::vector<Row> rows = rowsOf(*candidates, arguments);
    if (arguments.json)
        printRowsJson(rows, arguments);
    else if (arguments.csv)
        printCsv(rows);
    else
        printTable(rows, arguments);
    return kExitDone;
}

} // namespace

void addFrontVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<FrontArguments>();
    CLI::App *verb = app.add_subcommand("front", "The candidates of a study, the Pareto front marked");
    verb->add_option("FILE", arguments->study, "Study (*.pscope)")->required();
    verb->add_option("--x", arguments->x, "Cost that is less when better (default: weights)");
    verb->add_option("--y", arguments->y, "quality (of validation, the default) or test_quality")
        ->check(CLI::IsMember({"quality", "test_quality"}));
    auto *all = verb->add_flag("--all", arguments->all, "Failed and dropped candidates too");
    verb->add_flag("--only-front", arguments->onlyFront, "Nothing but the front")->excludes(all);
    auto *json = verb->add_flag("--json", arguments->json, "As JSON");
    verb->add_flag("--csv", arguments->csv, "As CSV")->excludes(json);
    verb->callback([&state, arguments] { state.exitCode = front(*arguments); });
}

} // namespace paretoscope
