// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long something takes. Medians, since a busy machine makes single times long but never short.
#pragma once

#include "core/base/statistics.h"

#include <ctime>

namespace dnas {

enum class TimeKind {
    Wall,
    Processor, ///< of all threads of the process: other processes on the same cores lengthen it little
};

/// Seconds of one call.
template <typename Work>
double secondsOf(const Work &work, TimeKind kind = TimeKind::Wall)
{
    const auto now = [kind] {
        timespec time{};
        clock_gettime(kind == TimeKind::Wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
    };
    const double start = now();
    work();
    return now() - start;
}

/// Median seconds of `rounds` calls, after one to warm up.
template <typename Work>
double medianSeconds(int rounds, const Work &work, TimeKind kind = TimeKind::Wall)
{
    work();
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(secondsOf(work, kind));
    return median(std::move(times));
}

} // namespace dnas
