// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress.h"

#include "app/cli/output.h"
#include "core/base/numbers.h"
#include "core/base/quality_text.h"
#include "core/hardware/metric.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace paretoscope {

using namespace dnas;

namespace {

/// A label may hold bytes that are no UTF-8; they must not end a search.
void printLine(const nlohmann::json &event)
{
    std::cerr << event.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

/// " AUC"; of what stands in %, nobody asks what it is.
std::string named(const std::string &qualityMetric) { return isShare(qualityMetric) ? "" : " " + qualityMetric; }

} // namespace

ProgressPrinter::ProgressPrinter(ProgressStyle style, const SearchPlan &plan, bool withSeed, int jobs)
    : m_style(style)
    , m_quality(qualityMetricOf(plan.benchmark))
    , m_metrics{"weights", "macs"}
    , m_progress(plan, withSeed, jobs)
    , m_work(style)
{
    for (const ObjectiveTerm &term : plan.spec.objective) {
        if (std::find(m_metrics.begin(), m_metrics.end(), term.metric) == m_metrics.end())
            m_metrics.push_back(term.metric);
    }
}

void ProgressPrinter::line(const std::string &text)
{
    m_work.wipe();
    if (m_lineOpen)
        std::cerr << "\r\033[K";
    m_lineOpen = false;
    std::cerr << text << '\n';
}

std::string ProgressPrinter::remaining() const
{
    const auto seconds = m_progress.remainingSeconds();
    return seconds ? ", about " + durationText(*seconds) + " left" : "";
}

std::string ProgressPrinter::costs(const EpochReport &event) const
{
    std::string text;
    for (const std::string &metric : m_metrics) {
        if (const auto found = event.costs.find(metric); found != event.costs.end())
            text += fmt::format("  {} {}", metric, formatMetric(metric, found->second));
    }
    return text;
}

void ProgressPrinter::onRunStarted(const RunStarted &event)
{
    m_progress.startRun(event);
    if (m_style == ProgressStyle::Json)
        printLine({{"event", "run_started"}, {"run", event.run.value}, {"label", event.label}});
    else
        line(fmt::format("run {}: {}", event.run.value, event.label));
}

void ProgressPrinter::onPhaseStarted(const PhaseStarted &event)
{
    m_progress.startPhase(event);
    if (m_style != ProgressStyle::Json && event.firstEpoch > 0 && event.firstEpoch < event.epochs)
        line(fmt::format("  run {:<3} {:>11} goes on behind epoch {}", event.run.value, phaseName(event.phase),
                         event.firstEpoch));
    if (m_style == ProgressStyle::Json)
        printLine({{"event", "phase_started"},
                   {"run", event.run.value},
                   {"phase", phaseName(event.phase)},
                   {"epochs", event.epochs},
                   {"first_epoch", event.firstEpoch + 1}});
}

void ProgressPrinter::onStep(const StepReport &event)
{
    if (m_style != ProgressStyle::Terminal)
        return;
    constexpr int kWidth = 24;
    const int filled = event.stepsPerEpoch > 0 ? kWidth * event.step / event.stepsPerEpoch : 0;
    std::cerr << fmt::format("\r\033[K{:>11} epoch {:>3} [{}{}] loss {:.4f}  {:.0f} samples/s{}",
                             phaseName(event.phase), event.epoch + 1,
                             std::string(static_cast<std::size_t>(filled), '='),
                             std::string(static_cast<std::size_t>(kWidth - filled), ' '), event.taskLoss,
                             event.imagesPerSecond, remaining())
              << std::flush;
    m_lineOpen = true;
}

void ProgressPrinter::onEpoch(const EpochReport &event)
{
    m_progress.addEpoch(event);
    if (m_style == ProgressStyle::Json) {
        printLine({{"event", "epoch"},
                   {"run", event.run.value},
                   {"phase", phaseName(event.phase)},
                   {"epoch", event.epoch + 1},
                   {"epochs", event.epochs},
                   {"task_loss", event.taskLoss},
                   {"total_loss", event.totalLoss},
                   {"train_quality", event.trainQuality},
                   {"validation_loss", event.validationLoss},
                   {"quality", event.quality},
                   {"costs", event.costs},
                   {"strengths", event.strengths},
                   {"seconds", event.seconds},
                   {"images_per_second", event.imagesPerSecond}});
        return;
    }
    // A reconstruction has no quality while it is trained.
    const std::string train = std::isfinite(event.trainQuality)
                                  ? fmt::format("  train {:>7}", qualityText(m_quality, event.trainQuality))
                                  : std::string();
    line(fmt::format("  run {:<3} {:>11} {:>3}/{:<3} loss {:.4f}{}  validation{} {:>7}{}  {:.0f} samples/s{}",
                     event.run.value, phaseName(event.phase), event.epoch + 1, event.epochs, event.taskLoss, train,
                     named(m_quality), qualityText(m_quality, event.quality), costs(event), event.imagesPerSecond,
                     remaining()));
}

void ProgressPrinter::onSteering(const SteeringChanged &event)
{
    if (m_style != ProgressStyle::Json)
        line(fmt::format("  run {}: {} {:g} -> {:g}", event.run.value, event.key, event.oldValue, event.newValue));
}

void ProgressPrinter::onCandidate(const CandidateFound &event)
{
    const Candidate &candidate = *event.candidate;
    if (m_style == ProgressStyle::Json) {
        printLine({{"event", "candidate"},
                   {"run", candidate.run.value},
                   {"quality", candidate.quality},
                   {"test_quality", candidate.testQuality},
                   {"moved_channels", candidate.movedChannels}});
        return;
    }
    const std::string &metric = candidate.qualityMetric;
    line(fmt::format(
        "run {}: {}: validation{} {}, test{} {}{}", candidate.run.value, candidate.label, named(metric),
        qualityText(metric, candidate.quality), named(metric), qualityText(metric, candidate.testQuality),
        candidate.movedChannels > 0 ? ", " + counted(candidate.movedChannels, "channel") + " moved at the end" : ""));
}

void ProgressPrinter::onFinished(const SearchFinished &event)
{
    m_progress.finishRun(event.run);
    if (m_style == ProgressStyle::Json) {
        printLine({{"event", "run_finished"},
                   {"run", event.run.value},
                   {"reason", finishReasonName(event.reason)},
                   {"error", event.error ? event.error->text() : ""}});
        return;
    }
    if (event.reason != FinishReason::Done)
        line(fmt::format("run {} {}{}", event.run.value, finishReasonName(event.reason),
                         event.error ? ": " + event.error->text() : ""));
}

void ProgressPrinter::onNotice(const Notice &event)
{
    if (m_style == ProgressStyle::Json)
        printLine({{"event", "notice"}, {"text", event.text}});
    else
        line("dnas: warning: " + event.text);
}

} // namespace paretoscope
