// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How far a sweep is and how long it still takes, from its events; the same figures on the command line and in the
// window. What the study held before is neither done nor left: a sweep that goes on begins at 0 and ends at 1.
#pragma once

#include "core/events/search_events.h"
#include "core/spec/search_spec.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dnas {

class SweepProgress {
public:
    SweepProgress() = default;
    /// `jobs` runs at once; `withSeed`: the seed network is trained for the same total.
    SweepProgress(const SearchPlan &plan, bool withSeed, int jobs);

    void startRun(const RunStarted &event);
    void startPhase(const PhaseStarted &event);
    void addEpoch(const EpochReport &event);
    void finishRun(RunId run); ///< also one that failed or was stopped: the rest of it is not waited for

    int epochsLeft() const;
    double share() const; ///< of the epochs of this sweep, 0…1
    /// Nothing before the first epoch. A phase that was not measured is taken to be as slow as the others.
    std::optional<double> remainingSeconds() const;

private:
    using Epochs = std::array<int, 3>; ///< warm-up, search, fine-tuning
    struct Upcoming {
        std::string key; ///< empty: the seed network, whose key the plan does not know
        Epochs epochs{};
    };
    /// What the shared warm-up and all runs have before them.
    Epochs left() const;

    std::vector<Upcoming> m_upcoming; ///< in the order of the plan, in which runs start
    std::size_t m_reached = 0;        ///< of m_upcoming: the first that has not started
    Epochs m_shared{};                ///< the shared warm-up, until it or a run behind it starts
    Epochs m_usual{};                 ///< of a search
    std::map<RunId, Epochs> m_running;
    Epochs m_done{};
    std::array<double, 3> m_seconds{};
    int m_jobs = 1;
};

} // namespace dnas
