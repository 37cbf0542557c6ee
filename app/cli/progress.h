// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints the progress of a search on stderr: a moving line on a terminal, plain lines otherwise, JSON lines with
// --json.
#pragma once

#include "core/events/search_observer.h"
#include "core/spec/search_spec.h"

#include <chrono>
#include <map>
#include <string>

namespace paretoscope {

enum class ProgressStyle { Terminal, Lines, Json };
/// Terminal when stderr is one.
ProgressStyle progressStyle(bool json);

class ProgressPrinter : public dnas::SearchObserver {
public:
    ProgressPrinter(ProgressStyle style, const dnas::SearchPlan &plan, int jobs);

    void onRunStarted(const dnas::RunStarted &event) override;
    void onPhaseStarted(const dnas::PhaseStarted &event) override;
    void onStep(const dnas::StepReport &event) override;
    void onEpoch(const dnas::EpochReport &event) override;
    void onSteering(const dnas::SteeringChanged &event) override;
    void onCandidate(const dnas::CandidateFound &event) override;
    void onFinished(const dnas::SearchFinished &event) override;

private:
    void line(const std::string &text);
    std::string remaining() const;

    ProgressStyle m_style;
    int m_totalEpochs = 0; ///< of all runs
    int m_doneEpochs = 0;
    std::chrono::steady_clock::time_point m_start;
    std::map<dnas::RunId, std::string> m_labels;
    bool m_lineOpen = false;
};

} // namespace paretoscope
