// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <iostream>

namespace paretoscope {

using namespace dnas;

ProgressStyle progressStyle(bool json)
{
    if (json)
        return ProgressStyle::Json;
    return isatty(STDERR_FILENO) ? ProgressStyle::Terminal : ProgressStyle::Lines;
}

ProgressPrinter::ProgressPrinter(ProgressStyle style, const SearchPlan &plan, int)
    : m_style(style)
    , m_start(std::chrono::steady_clock::now())
{
    const PhaseLengths &phases = plan.spec.phases;
    const int perRun = phases.search + phases.fineTune;
    m_totalEpochs = phases.warmUp + perRun * (static_cast<int>(plan.runs.size()) + 1);
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
    const double rest = elapsed / m_doneEpochs * std::max(m_totalEpochs - m_doneEpochs, 0);
    return fmt::format(", about {}:{:02} left", static_cast<int>(rest) / 60, static_cast<int>(rest) % 60);
}

void ProgressPrinter::onRunStarted(const RunStarted &event)
{
    m_labels[event.run] = event.label;
    if (m_style == ProgressStyle::Json)
        std::cerr << nlohmann::json{{"event", "run_started"}, {"run", event.run.value}, {"label", event.label}}.dump()
                  << '\n';
    else
        line(fmt::format("run {}: {}", event.run.value, event.label));
}

void ProgressPrinter::onPhaseStarted(const PhaseStarted &event)
{
    if (m_style == ProgressStyle::Json)
        std::cerr << nlohmann::json{{"event", "phase_started"},
                                    {"run", event.run.value},
                                    {"phase", phaseName(event.phase)},
                                    {"epochs", event.epochs}}
                         .dump()
                  << '\n';
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
    ++m_doneEpochs;
    if (m_style == ProgressStyle::Json) {
        std::cerr << nlohmann::json{{"event", "epoch"},
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
                                    {"images_per_second", event.imagesPerSecond}}
                         .dump()
                  << '\n';
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
        std::cerr << nlohmann::json{{"event", "candidate"},
                                    {"run", candidate.run.value},
                                    {"quality", candidate.quality},
                                    {"test_quality", candidate.testQuality},
                                    {"moved_channels", candidate.movedChannels}}
                         .dump()
                  << '\n';
        return;
    }
    line(fmt::format(
        "run {}: {}: validation {:.2f} %, test {:.2f} %{}", candidate.run.value, candidate.label,
        100 * candidate.quality, 100 * candidate.testQuality,
        candidate.movedChannels > 0 ? fmt::format(", {} channels moved at the end", candidate.movedChannels) : ""));
}

void ProgressPrinter::onFinished(const SearchFinished &event)
{
    if (m_style == ProgressStyle::Json) {
        std::cerr << nlohmann::json{{"event", "run_finished"},
                                    {"run", event.run.value},
                                    {"reason", finishReasonName(event.reason)},
                                    {"error", event.error ? event.error->text() : ""}}
                         .dump()
                  << '\n';
        return;
    }
    if (event.reason != FinishReason::Done)
        line(fmt::format("run {} {}{}", event.run.value, finishReasonName(event.reason),
                         event.error ? ": " + event.error->text() : ""));
}

} // namespace paretoscope
