// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas show: a study as a whole, with the digest of what was computed. One candidate: show_candidate.cpp.
#include "app/cli/candidate_output.h"
#include "app/cli/cli.h"
#include "app/cli/held_against_output.h"
#include "app/cli/outline_output.h"
#include "app/cli/show_candidate.h"
#include "app/cli/study_access.h"
#include "core/base/numbers.h"
#include "core/base/quality_text.h"
#include "core/study/run_tree.h"
#include "core/study/study_spec.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

namespace paretoscope {

using namespace dnas;

namespace {

/// Everything that is shown of a study, read before anything is printed.
struct Overview {
    StudySpec spec;
    StudyEnvironment environment;
    std::optional<StudySamples> samples;
    std::vector<StudyRun> runs;
    std::map<RunId, std::size_t> epochs;
    std::vector<SteeringChanged> steering; ///< by run, in the order in which it was applied
    std::vector<CandidateSummary> candidates;
    std::string digest;
    std::map<std::string, std::string> runDigests;
};

/// Moves a result's value out; false keeps the first error.
template <typename T>
bool take(Result<T> result, T &into, std::optional<Error> &error)
{
    if (!result.ok()) {
        if (!error)
            error = result.error();
        return false;
    }
    into = std::move(result).value();
    return true;
}

Result<Overview> readOverview(const Study &study)
{
    Overview overview;
    std::optional<Error> error;
    if (!take(study.spec(), overview.spec, error) || !take(study.environment(), overview.environment, error) ||
        !take(study.samples(), overview.samples, error) || !take(study.runs(), overview.runs, error) ||
        !take(study.candidates(), overview.candidates, error) || !take(study.digest(), overview.digest, error) ||
        !take(study.runDigests(), overview.runDigests, error))
        return *error;
    for (const StudyRun &run : overview.runs) {
        const auto history = study.history(run.id);
        if (!history.ok())
            return history.error();
        overview.epochs[run.id] = history->size();
        auto steering = study.steering(run.id);
        if (!steering.ok())
            return steering.error();
        overview.steering.insert(overview.steering.end(), steering->begin(), steering->end());
    }
    return overview;
}

Json runJson(const Overview &overview, const StudyRun &run)
{
    Json steering = Json::array();
    for (const SteeringChanged &change : overview.steering) {
        if (change.run == run.id)
            steering.push_back({{"phase", phaseName(change.phase)},
                                {"epoch", change.epoch + 1},
                                {"step", change.step + 1},
                                {"key", change.key},
                                {"old_value", change.oldValue},
                                {"new_value", change.newValue}});
    }
    const auto digest = overview.runDigests.find(run.key);
    return {{"id", run.id.value},
            {"key", run.key},
            {"label", run.label},
            {"state", runStateName(run.state)},
            {"reason", run.reason},
            {"terms", run.termNames},
            {"outline", outlineJson(run.outline)},
            {"epochs", overview.epochs.at(run.id)},
            {"steering", steering},
            {"parent", run.fork ? Json(run.fork->parent.value) : Json()},
            {"parent_phase", run.fork ? Json(phaseName(run.fork->phase)) : Json()},
            {"parent_epoch", run.fork ? Json(run.fork->epoch + 1) : Json()},
            {"digest", digest == overview.runDigests.end() ? Json() : Json(digest->second)}};
}

Json samplesJson(const std::optional<StudySamples> &samples)
{
    if (!samples)
        return nullptr;
    return {{"train", samples->train},
            {"validation", samples->validation},
            {"test", samples->test},
            {"basis", samples->basis}};
}

void printStudyJson(const std::filesystem::path &path, const Overview &overview)
{
    Json runs = Json::array();
    for (const StudyRun &run : overview.runs)
        runs.push_back(runJson(overview, run));
    Json candidates = Json::array();
    for (const CandidateSummary &candidate : overview.candidates)
        candidates.push_back(candidateJson(candidate));
    Json seedCosts = Json::object();
    for (const MetricInfo &metric : allMetrics()) {
        const auto found = overview.spec.seedCosts.find(metric.name);
        seedCosts[metric.jsonKey] =
            found == overview.spec.seedCosts.end() ? Json() : metricJson(metric.name, found->second);
    }
    printJson({{"study", path.string()},
               {"digest", overview.digest},
               {"environment",
                {{"processor", overview.environment.processor},
                 {"torch_version", overview.environment.torchVersion},
                 {"program_version", overview.environment.programVersion},
                 {"threads", overview.environment.threads}}},
               {"benchmark", studyTaskOf(overview.spec).benchmark},
               {"samples", samplesJson(overview.samples)},
               {"runtime", overview.spec.runtime},
               {"point", overview.spec.point},
               {"seed_costs", seedCosts},
               {"runs", runs},
               {"candidates", candidates},
               {"held_against", heldAgainstJson(overview.candidates, overview.runs)},
               {"spec", overview.spec.spec}});
}

/// A run's label names the limits that it began with; this says what became of them.
std::string steeringText(const Overview &overview)
{
    TextTable table({{"steered run", Align::Right},
                     {"phase"},
                     {"epoch", Align::Right},
                     {"before step", Align::Right},
                     {"key"},
                     {"from", Align::Right},
                     {"to", Align::Right}});
    for (const SteeringChanged &change : overview.steering)
        table.add({std::to_string(change.run.value), phaseName(change.phase), std::to_string(change.epoch + 1),
                   std::to_string(change.step + 1), change.key, shortNumber(change.oldValue),
                   shortNumber(change.newValue)});
    return table.text();
}

/// Runs whose targets were changed: their labels name those that they began with. A fork's label names the changes.
std::set<RunId> runsWithSteeredTargets(const Overview &overview)
{
    std::set<RunId> steered;
    for (const StudyRun &run : overview.runs) {
        if (run.outline && !run.fork &&
            std::any_of(run.outline->targets.begin(), run.outline->targets.end(),
                        [](const RunTarget &target) { return target.steered.has_value(); }))
            steered.insert(run.id);
    }
    return steered;
}

/// Of a study that was made before outlines were kept.
bool lacksOutlines(const Overview &overview)
{
    return std::any_of(overview.runs.begin(), overview.runs.end(),
                       [](const StudyRun &run) { return !run.termNames.empty() && !run.outline; });
}

std::string candidatesText(const Overview &overview)
{
    std::vector<const CandidateSummary *> shown;
    for (const CandidateSummary &candidate : overview.candidates)
        shown.push_back(&candidate);
    const std::vector<std::string> metrics = metricsOf(shown, "weights");
    std::vector<Column> columns{
        {"id", Align::Right}, {"run", Align::Right}, {"state"}, {"quality", Align::Right}, {"test", Align::Right}};
    for (const std::string &metric : metrics)
        columns.push_back({findMetric(metric)->title, Align::Right});
    columns.push_back({"candidate"});
    TextTable table(std::move(columns));
    const std::set<RunId> steered = runsWithSteeredTargets(overview);
    for (const CandidateSummary &c : overview.candidates) {
        const bool measured = isMeasured(c.state);
        std::vector<std::string> cells{std::to_string(c.id.value), std::to_string(c.run.value), stateText(c),
                                       measured ? qualityText(c.qualityMetric, c.quality) : "–",
                                       measured ? qualityText(c.qualityMetric, c.testQuality) : "–"};
        for (const std::string &metric : metrics)
            cells.push_back(costText(c.costs, metric));
        cells.push_back(c.label + (!measured ? ": " + c.reason : steered.contains(c.run) ? " (targets steered)" : ""));
        table.add(std::move(cells));
    }
    return table.text();
}

void printStudy(const std::filesystem::path &path, const Overview &overview)
{
    printText(printable(path.string()) + "\n");
    TextTable facts({{""}, {""}});
    facts.add(
        {"made with", fmt::format("version {}, LibTorch {}, threads of a run: {}", overview.environment.programVersion,
                                  overview.environment.torchVersion, overview.environment.threads)});
    facts.add({"on", overview.environment.processor});
    facts.add({"digest", overview.digest});
    if (const std::string benchmark = studyTaskOf(overview.spec).benchmark; !benchmark.empty())
        facts.add({"benchmark", printable(benchmark)});
    if (overview.samples)
        facts.add({"samples", printable(samplesText(*overview.samples))});
    printText(facts.text());

    TextTable runs({{"run", Align::Right}, {"state"}, {"epochs", Align::Right}, {"label"}, {"reason"}});
    for (const auto &[run, depth] : runTree(overview.runs)) {
        const std::string branch = std::string(static_cast<std::size_t>(2 * depth), ' ') + (depth > 0 ? "└ " : "");
        runs.add({std::to_string(run->id.value), runStateName(run->state), std::to_string(overview.epochs.at(run->id)),
                  branch + run->label, run->reason});
    }
    printText(runs.empty() ? "\n  no runs yet\n" : "\n" + runs.text());

    if (!overview.steering.empty())
        printText("\n" + steeringText(overview));
    if (!overview.candidates.empty())
        printText("\n" + candidatesText(overview));
    if (const std::string text = heldAgainstText(overview.candidates, overview.runs); !text.empty())
        printText("\n" + text);
    if (lacksOutlines(overview))
        printText(
            "\n  made by an earlier version, which did not keep the targets of runs: run its spec into it again, and "
            "they are kept and searches are held against their baselines\n");
}

struct ShowArguments {
    std::string study; ///< FILE, or FILE#CANDIDATE
    std::string candidate;
    bool json = false;
};

int show(const ShowArguments &arguments)
{
    const auto reference = parseReference(arguments.study);
    if (reference && !arguments.candidate.empty())
        return fail(invalidInput("two candidates are named, '" + reference->candidate + "' and '" +
                                     arguments.candidate + "'; leave one out",
                                 {.file = reference->study.string()}),
                    arguments.json);
    const std::filesystem::path path = reference ? reference->study : std::filesystem::path(arguments.study);
    const auto study = openStudy(path);
    if (!study.ok())
        return fail(study.error(), arguments.json);
    if (reference || !arguments.candidate.empty())
        return showCandidate(**study, reference ? reference->candidate : arguments.candidate,
                             arguments.json ? Form::Json : Form::Text);
    const auto overview = readOverview(**study);
    if (!overview.ok())
        return fail(overview.error(), arguments.json);
    if (arguments.json)
        printStudyJson(path, *overview);
    else
        printStudy(path, *overview);
    return kExitDone;
}

} // namespace

void addShowVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<ShowArguments>();
    CLI::App *verb =
        app.add_subcommand("show", "A study, or one of its candidates, with the digest of what was computed");
    verb->add_option("FILE", arguments->study, "Study (*.pscope), or FILE.pscope#CANDIDATE")->required();
    verb->add_option("CANDIDATE", arguments->candidate, "Its number, 'seed' or 'best'");
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] { state.exitCode = show(*arguments); });
}

} // namespace paretoscope
