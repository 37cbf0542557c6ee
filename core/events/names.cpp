// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words for phases, reasons and states, as people and files read them.
#include "core/events/search_events.h"

namespace dnas {

const char *phaseName(Phase phase)
{
    switch (phase) {
    case Phase::WarmUp:
        return "warm-up";
    case Phase::Search:
        return "search";
    case Phase::FineTune:
        return "fine-tuning";
    case Phase::Evaluation:
        return "evaluation";
    }
    return "unknown";
}

const char *finishReasonName(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Done:
        return "done";
    case FinishReason::Stopped:
        return "stopped";
    case FinishReason::Aborted:
        return "aborted";
    case FinishReason::Failed:
        return "failed";
    }
    return "unknown";
}

const char *candidateStateName(CandidateState state)
{
    switch (state) {
    case CandidateState::Done:
        return "done";
    case CandidateState::Stopped:
        return "stopped";
    case CandidateState::Failed:
        return "failed";
    case CandidateState::Dropped:
        return "dropped";
    }
    return "unknown";
}

} // namespace dnas
