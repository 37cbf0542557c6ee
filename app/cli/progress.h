// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints the progress of a search on stderr: a moving line on a terminal, plain lines otherwise, JSON lines with
// --json.
#pragma once

#include "app/cli/work_printer.h"
#include "core/events/search_observer.h"
#include "core/study/sweep_progress.h"

#include <string>
#include <vector>

namespace paretoscope {

class ProgressPrinter : public dnas::SearchObserver {
public:
    /// `withSeed`: the seed network is trained too; `jobs` runs at once.
    ProgressPrinter(ProgressStyle style, const dnas::SearchPlan &plan, bool withSeed, int jobs);

    void onDataProgress(const dnas::WorkProgress &event) override { m_work.show(event); }
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
    std::string remaining() const;
    std::string costs(const dnas::EpochReport &event) const;

    ProgressStyle m_style;
    std::string m_quality;              ///< what it is measured by
    std::vector<std::string> m_metrics; ///< weights, MACs, and what the objective is about
    dnas::SweepProgress m_progress;
    bool m_lineOpen = false;
    WorkPrinter m_work; ///< of the data
};

} // namespace paretoscope
