// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast a download goes: the speed of the last seconds, the time left, and reports that are damped at the source.
// Private to core/fetch.
#pragma once

#include "core/fetch/download.h"

#include <chrono>
#include <deque>

namespace dnas {

class ProgressMeter {
public:
    using Clock = std::chrono::steady_clock;

    /// `report` may be empty; it must outlive the meter.
    explicit ProgressMeter(const std::function<void(const DownloadProgress &)> &report);

    /// Begins to measure anew; `bytes` of `size` are here already.
    void start(DownloadStage stage, std::int64_t bytes, std::optional<std::int64_t> size);
    /// The size became known, or the file begins anew.
    void setSize(std::optional<std::int64_t> size) { m_now.size = size; }
    /// Reports at most ten times a second.
    void update(std::int64_t bytes, Clock::time_point now = Clock::now());
    /// Reports what is now in any case.
    void finish(std::int64_t bytes, Clock::time_point now = Clock::now());

private:
    struct Sample {
        Clock::time_point time;
        std::int64_t bytes;
    };
    void measure(std::int64_t bytes, Clock::time_point now);

    const std::function<void(const DownloadProgress &)> &m_report;
    DownloadProgress m_now;
    std::deque<Sample> m_samples; ///< of the last seconds, oldest first
    Clock::time_point m_reported{};
};

} // namespace dnas
