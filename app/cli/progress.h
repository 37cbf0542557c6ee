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
#include <vector>

namespace paretoscope {

enum class ProgressStyle { Terminal, Lines, Json };
/// Terminal when stderr is one.
ProgressStyle progressStyle(bool json);

class ProgressPrinter : public dnas::SearchObserver {
public:
    ProgressPrinter(ProgressStyle style, const dnas::SearchPlan &plan, bool includeSeed);

    /// Epochs still to train, of the runs that started and of those that will. Runs start in the order of the plan
    /// (the seed network first), so what a started run leaves behind it is in the study already.
    int epochsLeft() const;

    void onRunStarted(const dnas::RunStarted &event) override;
    void onPhaseStarted(const dnas::PhaseStarted &event) override;
    void onStep(const dnas::StepReport &event) override;
    void onEpoch(const dnas::EpochReport &event) override;
    void onSteering(const dnas::SteeringChanged &event) override;
    void onCandidate(const dnas::CandidateFound &event) override;
    void onFinished(const dnas::SearchFinished &event) override;
    void onNotice(const dnas::Notice &event) override;

private:
    void line(const std::string &text);
    void countStart(const dnas::RunStarted &event);
    void countEpoch(dnas::RunId run);
    std::string remaining() const;

    ProgressStyle m_style;
    int m_warmUpEpochs;
    int m_runEpochs;                         ///< search and fine-tuning of one run
    std::vector<std::string> m_upcoming;     ///< keys of the runs; the seed network's is not known and empty
    std::size_t m_reached = 0;               ///< of m_upcoming: the first that has not started
    std::map<dnas::RunId, int> m_epochsLeft; ///< of the runs that train now
    int m_doneEpochs = 0;
    std::chrono::steady_clock::time_point m_start;
    bool m_lineOpen = false;
};

} // namespace paretoscope
