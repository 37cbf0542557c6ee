// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long slow work still takes, by how fast it went so far. For whoever shows a WorkProgress. One thread.
#pragma once

#include "core/base/work_progress.h"

#include <chrono>
#include <optional>

namespace dnas {

class WorkMeter {
public:
    using Clock = std::chrono::steady_clock;

    /// Seconds left of the work that `progress` is about. Empty while too little is known: at the first report of each
    /// kind of work, and until something has been done since.
    std::optional<double> update(const WorkProgress &progress, Clock::time_point now = Clock::now());

private:
    WorkProgress m_first;
    std::int64_t m_last = 0; ///< done at the last report
    Clock::time_point m_begin{};
};

} // namespace dnas
