// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See show_candidate.h.
#include "app/cli/show_candidate.h"

#include "app/cli/candidate_output.h"
#include "app/cli/cli.h"
#include "app/cli/network_output.h"
#include "app/cli/outline_output.h"
#include "app/cli/quality_output.h"
#include "app/cli/study_access.h"
#include "core/base/joined.h"
#include "core/base/quality_text.h"
#include "core/network/network_yaml.h"
#include "core/study/study_spec.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace paretoscope {

using namespace dnas;

namespace {

struct GroupWidth {
    std::string name;
    int kept = 0;
    int channels = 0;
};

struct PhaseSummary {
    Phase phase = Phase::WarmUp;
    int epochs = 0;
    double firstLoss = 0;
    double lastLoss = 0;
    double bestQuality = 0; ///< on validation
    double seconds = 0;
};

/// Names come from the seed network that the study embeds; without it the groups are numbered.
std::vector<GroupWidth> widthsOf(const ChannelMasks &masks, const StudySpec &spec)
{
    std::vector<GroupWidth> widths;
    for (std::size_t i = 0; i < masks.size(); ++i) {
        const auto kept = std::count_if(masks[i].begin(), masks[i].end(), [](std::uint8_t bit) { return bit != 0; });
        widths.push_back({"group " + std::to_string(i + 1), static_cast<int>(kept), static_cast<int>(masks[i].size())});
    }
    const auto seed = parseNetwork(spec.network, "seed network of the study");
    if (!seed.ok())
        return widths;
    const auto space = SearchSpace::create(*seed, {});
    if (!space.ok() || space->groups().size() != widths.size())
        return widths;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (space->groups()[i].channels == widths[i].channels)
            widths[i].name = space->groups()[i].name;
    }
    return widths;
}

std::vector<PhaseSummary> summarise(const std::vector<EpochReport> &history)
{
    std::vector<PhaseSummary> phases;
    for (const EpochReport &epoch : history) {
        if (phases.empty() || phases.back().phase != epoch.phase)
            phases.push_back({.phase = epoch.phase, .firstLoss = epoch.taskLoss, .bestQuality = epoch.quality});
        PhaseSummary &phase = phases.back();
        ++phase.epochs;
        phase.lastLoss = epoch.taskLoss;
        phase.bestQuality = std::max(phase.bestQuality, epoch.quality);
        phase.seconds += epoch.seconds;
    }
    return phases;
}

/// All that is shown of one candidate.
struct Shown {
    CandidateSummary candidate;
    Network network;
    CandidateQuality quality;
    std::vector<GroupWidth> widths;
    std::vector<PhaseSummary> phases;
    std::optional<RunOutline> outline; ///< of its run
};

/// What a metric was to cost; empty where nothing was asked of it.
std::string targetText(const Shown &shown, const std::string &metric, double cost)
{
    std::vector<std::string> texts;
    if (shown.outline) {
        for (const RunTarget &target : shown.outline->targets) {
            if (target.metric == metric)
                texts.push_back(againstTarget(target, cost));
        }
    }
    return joined(texts, "; ");
}

void printCandidateJson(const Study &study, const Shown &shown, const std::string &digest)
{
    Json object{{"study", study.path().string()}, {"digest", digest}};
    object.update(candidateJson(shown.candidate));
    object["outline"] = outlineJson(shown.outline);
    object["validation_details"] = splitQualityJson(shown.quality.validation);
    object["test_details"] = splitQualityJson(shown.quality.test);
    Json widthList = Json::array();
    for (const GroupWidth &width : shown.widths)
        widthList.push_back({{"group", width.name}, {"channels", width.kept}, {"of", width.channels}});
    object["widths"] = std::move(widthList);
    Json history = Json::array();
    for (const PhaseSummary &phase : shown.phases)
        history.push_back({{"phase", phaseName(phase.phase)},
                           {"epochs", phase.epochs},
                           {"first_task_loss", phase.firstLoss},
                           {"last_task_loss", phase.lastLoss},
                           {"best_quality", phase.bestQuality},
                           {"seconds", phase.seconds}});
    object["history"] = std::move(history);
    Json counts{{"name", shown.network.name}};
    putNetwork(counts, shown.network);
    object["layers"] = counts["layers"];
    object["network"] = std::move(counts);
    printJson(object);
}

void printCandidate(const Shown &shown)
{
    const CandidateSummary &candidate = shown.candidate;
    printText(fmt::format("candidate {} of run {}: {}, {}\n", candidate.id.value, candidate.run.value,
                          printable(candidate.label), stateText(candidate)));
    TextTable figures({{"metric"}, {"value", Align::Right}, {"origin"}, {"target"}});
    const std::string how = printable(candidate.qualityMetric) + ", " + printable(candidate.qualityPrecision);
    figures.add({"Quality (validation)", qualityText(candidate.qualityMetric, candidate.quality), how, ""});
    figures.add({"Quality (test)", qualityText(candidate.qualityMetric, candidate.testQuality), how, ""});
    const auto addBoth = [&](const std::string &name, const std::string &metric, std::optional<double> validation,
                             std::optional<double> test) {
        if (validation)
            figures.add({name + " (validation)", qualityText(metric, *validation), how, ""});
        if (test)
            figures.add({name + " (test)", qualityText(metric, *test), how, ""});
    };
    const auto &[validation, test] = shown.quality;
    addBoth("Top-5", candidate.qualityMetric, validation.topFive, test.topFive);
    addBoth("Partial AUC", candidate.qualityMetric, validation.partialAuc, test.partialAuc);
    for (const MetricInfo &metric : allMetrics()) {
        if (const auto found = candidate.costs.find(metric.name); found != candidate.costs.end())
            figures.add({metric.title, formatMetric(metric.name, found->second.value), originText(found->second),
                         targetText(shown, metric.name, found->second.value)});
    }
    printText("\n" + figures.text());
    if (candidate.movedChannels > 0)
        printText(
            fmt::format("  {} moved by the last step to its target\n", counted(candidate.movedChannels, "channel")));

    printText(qualityTables(shown.quality));

    TextTable groups({{"channel group"}, {"kept", Align::Right}, {"of", Align::Right}, {"", Align::Right}});
    for (const GroupWidth &width : shown.widths)
        groups.add({width.name, std::to_string(width.kept), std::to_string(width.channels),
                    fmt::format("{:.0f} %", 100.0 * width.kept / std::max(width.channels, 1))});
    if (!groups.empty())
        printText("\n" + groups.text());

    TextTable history({{"phase"},
                       {"epochs", Align::Right},
                       {"task loss", Align::Right},
                       {"best validation", Align::Right},
                       {"time", Align::Right}});
    for (const PhaseSummary &phase : shown.phases)
        history.add({phaseName(phase.phase), std::to_string(phase.epochs),
                     fmt::format("{:.4f} → {:.4f}", phase.firstLoss, phase.lastLoss),
                     qualityText(candidate.qualityMetric, phase.bestQuality), fmt::format("{:.1f} s", phase.seconds)});
    if (!history.empty())
        printText("\n" + history.text());
    printText("\n" + layerTable(shown.network));
}

} // namespace

int showCandidate(const Study &study, const std::string &name, Form form)
{
    const bool json = form == Form::Json;
    const auto candidates = study.candidates();
    if (!candidates.ok())
        return fail(candidates.error(), json);
    const auto candidate = findCandidate(*candidates, name, study.path());
    if (!candidate.ok())
        return fail(candidate.error(), json);
    const auto network = study.network(candidate->id);
    if (!network.ok())
        return fail(network.error(), json);
    const auto masks = study.masks(candidate->id);
    if (!masks.ok())
        return fail(masks.error(), json);
    const auto spec = study.spec();
    if (!spec.ok())
        return fail(spec.error(), json);
    const auto history = study.history(candidate->run);
    if (!history.ok())
        return fail(history.error(), json);
    const auto quality = readQuality(study, candidate->id, studyTaskOf(*spec).classNames);
    if (!quality.ok())
        return fail(quality.error(), json);
    const auto runs = study.runs();
    if (!runs.ok())
        return fail(runs.error(), json);
    Shown shown{*candidate, *network, *quality, widthsOf(*masks, *spec), summarise(*history), {}};
    for (const StudyRun &run : *runs) {
        if (run.id == candidate->run)
            shown.outline = run.outline;
    }
    if (!json) {
        printCandidate(shown);
        return kExitDone;
    }
    const auto digest = study.digest();
    if (!digest.ok())
        return fail(digest.error(), json);
    printCandidateJson(study, shown, *digest);
    return kExitDone;
}

} // namespace paretoscope
