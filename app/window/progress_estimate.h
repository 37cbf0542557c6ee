// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How far a whole search is and how long it still takes, from the epochs that have been reported. Pure values.
#pragma once

#include "core/events/search_events.h"
#include "core/spec/search_spec.h"

#include <array>
#include <map>
#include <optional>

namespace paretoscope {

class ProgressEstimate {
public:
    ProgressEstimate() = default;
    /// `runs` searches, `jobs` of them at once; `withSeed`: the seed network is trained for the same total too.
    ProgressEstimate(const dnas::PhaseLengths &lengths, int runs, int jobs, bool withSeed);

    void addEpoch(const dnas::EpochReport &epoch);
    void finishRun(dnas::RunId run);

    double share() const; ///< of all epochs, 0…1
    /// Nothing before the first epoch.
    std::optional<double> remainingSeconds() const;

private:
    struct PhaseFigures {
        double planned = 0;
        double done = 0;
        double seconds = 0;
        double measured = 0;
    };
    std::array<PhaseFigures, 3> m_phases; ///< warm-up, search, fine-tuning
    std::map<dnas::RunId, std::array<double, 3>> m_doneByRun;
    std::array<double, 3> m_perRun{};
    int m_jobs = 1;
};

/// "3 s", "4 min 10 s", "2 h 05 min".
std::string formatDuration(double seconds);

} // namespace paretoscope
