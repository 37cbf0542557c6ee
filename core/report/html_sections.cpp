// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was asked, pictures, runs and texts of a report. The tables are in html_tables.cpp.
#include "core/report/html_sections.h"

#include "core/base/joined.h"
#include "core/base/yaml_reader.h"
#include "core/report/figure_texts.h"
#include "core/report/held_against.h"
#include "core/report/html_page.h"
#include "core/report/svg.h"

#include <algorithm>

namespace dnas {

namespace {

constexpr SvgOptions kHalf{540, 330, SvgStyle::Page};
constexpr SvgOptions kWhole{1100, 470, SvgStyle::Page};

/// "title" or "name" of a YAML text, or nothing.
std::string nameIn(const std::string &yaml)
{
    const auto reader = YamlReader::parse(yaml, {});
    if (!reader.ok() || !reader->isMap())
        return {};
    for (const char *key : {"title", "name"})
        if (reader->has(key))
            return reader->text(key);
    return {};
}

HtmlRow fact(std::string name, std::string value) { return {{{std::move(name)}, {std::move(value)}}}; }

std::string counted(std::size_t number, const std::string &one, const std::string &many)
{
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

/// Target of a term at the end of the run; 0 when there is none.
double lastTarget(const ReportData::Run &run, std::size_t term)
{
    for (auto report = run.history.rbegin(); report != run.history.rend(); ++report)
        if (term < report->targets.size())
            return report->targets[term];
    return 0;
}

std::string steeringList(const ReportData::Run &run)
{
    if (run.steering.empty())
        return {};
    std::string items;
    for (const SteeringChanged &change : run.steering)
        items += textTag("li", std::string(phaseName(change.phase)) + ", epoch " + std::to_string(change.epoch + 1) +
                                   ", before step " + std::to_string(change.step + 1) + ": " + steeringText(change));
    return textTag("p", "Steered by hand:") + markupTag("ul", items) + "\n";
}

std::string runMarkup(const ReportData::Run &run, const StudyTask &task)
{
    std::string text = textTag("h3", "Run " + std::to_string(run.run.id.value) + ": " + run.run.label);
    text += textTag("p",
                    std::string(runStateName(run.run.state)) + (run.run.reason.empty() ? "" : ": " + run.run.reason) +
                        ", " + counted(run.history.size(), "epoch", "epochs"),
                    " class=\"muted\"");
    if (!run.history.empty()) {
        std::string figures;
        Figure loss = lossFigure(run.history, run.steering, run.run.termNames, task.loss);
        loss.title = "Loss";
        figures += renderSvg(loss, kHalf);
        Figure quality = qualityFigure(run.history, task.qualityMetric);
        quality.title = quality.y.title;
        figures += renderSvg(quality, kHalf);
        for (std::size_t term = 0; term < run.run.termNames.size(); ++term) {
            const std::string &metric = run.run.termNames[term];
            Figure cost = costFigure(run.history, metric, lastTarget(run, term));
            if (cost.series.empty())
                continue;
            cost.title = metricTitle(metric);
            figures += renderSvg(cost, kHalf);
        }
        text += markupTag("div", figures, " class=\"figures\"") + "\n";
    }
    return text + steeringList(run);
}

} // namespace

std::vector<StudyRun> runsOf(const ReportData &data)
{
    std::vector<StudyRun> runs;
    for (const ReportData::Run &run : data.runs)
        runs.push_back(run.run);
    return runs;
}

std::string summarySection(const ReportData &data)
{
    std::string text = textTag("h1", data.name);
    const auto own = std::count_if(data.runs.begin(), data.runs.end(),
                                   [](const ReportData::Run &run) { return run.run.id != kSharedRun; });
    if (data.candidates.empty() && data.runs.empty())
        text += textTag("p", "This study is empty: no run has been started and there is no candidate yet.");
    else
        text += textTag("p", counted(data.candidates.size(), "candidate", "candidates") + " from " +
                                 counted(static_cast<std::size_t>(own), "run", "runs") + ", " +
                                 std::to_string(data.front.size()) + " on the front.");
    std::vector<std::string> seedCosts;
    for (const MetricInfo &info : allMetrics())
        if (const auto cost = data.spec.seedCosts.find(info.name);
            cost != data.spec.seedCosts.end() && info.name != "parameters" && info.name != "cycles")
            seedCosts.push_back(costText(info.name, cost->second));
    const std::string asked = htmlFacts({fact("Benchmark", nameIn(data.spec.benchmark)), fact("Samples", data.samples),
                                         fact("Seed network", nameIn(data.spec.network)),
                                         fact("Seed costs", joined(seedCosts)), fact("Board", nameIn(data.spec.board)),
                                         fact("Runtime", data.spec.runtime), fact("Operating point", data.spec.point)});
    const StudyEnvironment &where = data.environment;
    const std::string ran =
        htmlFacts({fact("Program", where.programVersion.empty() ? "" : "Paretoscope " + where.programVersion),
                   fact("LibTorch", where.torchVersion), fact("Processor", where.processor),
                   fact("Threads a run", std::to_string(where.threads)), fact("Digest", data.digest)});
    return markupTag("header", text) + "\n" +
           markupTag("div",
                     markupTag("section", textTag("h2", "What was asked") + asked) +
                         markupTag("section", textTag("h2", "Where it ran") + ran),
                     " class=\"columns\"") +
           "\n";
}

std::string frontSection(const ReportData &data)
{
    if (data.candidates.empty())
        return {};
    FrontFigureOptions options;
    options.xMetric = data.frontMetric;
    options.baselines = baselinesOf(runsOf(data));
    std::string figures = renderSvg(frontFigure(data.candidates, options), kWhole);
    std::string small;
    for (const std::string metric : {"macs", "ram", "latency", "energy"}) {
        options.xMetric = metric;
        const bool isThere = std::any_of(data.candidates.begin(), data.candidates.end(),
                                         [&](const CandidateSummary &c) { return c.costs.contains(metric); });
        if (isThere && metric != data.frontMetric)
            small += renderSvg(frontFigure(data.candidates, options), kHalf);
    }
    if (!small.empty())
        figures += markupTag("div", small, " class=\"figures\"");
    return markupTag("section", textTag("h2", "Pareto front") + figures) + "\n";
}

std::string runSection(const ReportData &data)
{
    if (data.runs.empty())
        return {};
    std::string text = textTag("h2", "Runs") + "\n";
    for (const ReportData::Run &run : data.runs)
        text += runMarkup(run, data.task);
    return markupTag("section", text) + "\n";
}

std::string appendixSection(const ReportData &data)
{
    const std::string texts = htmlFolded("Search spec", data.spec.spec) + htmlFolded("Benchmark", data.spec.benchmark) +
                              htmlFolded("Seed network", data.spec.network) + htmlFolded("Board", data.spec.board);
    return texts.empty() ? texts : markupTag("section", textTag("h2", "Resolved texts") + texts) + "\n";
}

} // namespace dnas
