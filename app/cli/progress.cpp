// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress.h"

#include "app/cli/output.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace paretoscope {

using namespace dnas;

namespace {

/// A label may hold bytes that are no UTF-8; they must not end a search.
void printLine(const nlohmann::json &event)
{
    std::cerr << event.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

} // namespace

ProgressStyle progressStyle(bool json)
{
    if (json)
        return ProgressStyle::Json;
    return isatty(STDERR_FILENO) ? ProgressStyle::Terminal : ProgressStyle::Lines;
}

ProgressPrinter::ProgressPrinter(ProgressStyle style, const SearchPlan &plan, bool includeSeed)
    : m_style(style)
    , m_warmUpEpochs(plan.spec.phases.warmUp)
    , m_runEpochs(plan.spec.phases.search + plan.spec.phases.fineTune)
    , m_start(std::chrono::steady_clock::now())
{
    if (includeSeed)
        m_upcoming.emplace_back();
    for (const RunPlan &run : plan.runs)
        m_upcoming.push_back(run.key);
}

int ProgressPrinter::epochsLeft() const
{
    int epochs = m_runEpochs * static_cast<int>(m_upcoming.size() - m_reached);
    for (const auto &[run, left] : m_epochsLeft)
        epochs += left;
    return epochs;
}

void ProgressPrinter::countStart(const RunStarted &event)
{
    if (event.run == kSharedRun) {
        m_epochsLeft[event.run] = m_warmUpEpochs;
        return;
    }
    m_epochsLeft[event.run] = m_runEpochs;
    auto found = std::find(m_upcoming.begin(), m_upcoming.end(), event.key);
    if (found == m_upcoming.end())
        found = m_upcoming.begin(); // the seed network
    if (found != m_upcoming.end())
        m_reached = std::max(m_reached, static_cast<std::size_t>(found - m_upcoming.begin()) + 1);
}

void ProgressPrinter::countEpoch(RunId run)
{
    ++m_doneEpochs;
    if (const auto found = m_epochsLeft.find(run); found != m_epochsLeft.end() && found->second > 0)
        --found->second;
}

void ProgressPrinter::line(const std::string &text)
{
    if (m_lineOpen)
        std::cerr << "\r\033[K";
    m_lineOpen = false;
    std::cerr << text << '\n';
}

std::string ProgressPrinter::remaining() const
{
    if (m_doneEpochs == 0)
        return "";
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    const double rest = elapsed / m_doneEpochs * epochsLeft();
    return fmt::format(", about {}:{:02} left", static_cast<int>(rest) / 60, static_cast<int>(rest) % 60);
}

void ProgressPrinter::onRunStarted(const RunStarted &event)
{
    countStart(event);
    if (m_style == ProgressStyle::Json)
        printLine({{"event", "run_started"}, {"run", event.run.value}, {"label", event.label}});
    else
        line(fmt::format("run {}: {}", event.run.value, event.label));
}

void ProgressPrinter::onPhaseStarted(const PhaseStarted &event)
{
    // Behind a checkpoint there is less to do, and nothing of it was done in the time since the start.
    if (const auto found = m_epochsLeft.find(event.run); found != m_epochsLeft.end())
        found->second = std::max(found->second - event.firstEpoch, 0);
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
    std::cerr << fmt::format("\r\033[K{:>11} epoch {:>3} [{}{}] loss {:.4f}  {:.0f} images/s{}", phaseName(event.phase),
                             event.epoch + 1, std::string(static_cast<std::size_t>(filled), '='),
                             std::string(static_cast<std::size_t>(kWidth - filled), ' '), event.taskLoss,
                             event.imagesPerSecond, remaining())
              << std::flush;
    m_lineOpen = true;
}

void ProgressPrinter::onEpoch(const EpochReport &event)
{
    countEpoch(event.run);
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
    std::string costs;
    for (const char *metric : {"weights", "macs"}) {
        if (const auto found = event.costs.find(metric); found != event.costs.end())
            costs += fmt::format("  {} {:.0f}", metric, found->second);
    }
    line(fmt::format("  run {:<3} {:>11} {:>3}/{:<3} loss {:.4f}  train {:5.2f} %  validation {:5.2f} %{}  {:.0f} "
                     "images/s{}",
                     event.run.value, phaseName(event.phase), event.epoch + 1, event.epochs, event.taskLoss,
                     100 * event.trainQuality, 100 * event.quality, costs, event.imagesPerSecond, remaining()));
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
    line(fmt::format(
        "run {}: {}: validation {:.2f} %, test {:.2f} %{}", candidate.run.value, candidate.label,
        100 * candidate.quality, 100 * candidate.testQuality,
        candidate.movedChannels > 0 ? ", " + counted(candidate.movedChannels, "channel") + " moved at the end" : ""));
}

void ProgressPrinter::onFinished(const SearchFinished &event)
{
    m_epochsLeft.erase(event.run); // a run that failed or was stopped has no more epochs
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
