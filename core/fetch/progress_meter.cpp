// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See progress_meter.h.
#include "core/fetch/progress_meter.h"

namespace dnas {

namespace {

constexpr std::chrono::milliseconds kBetweenReports{100};
constexpr std::chrono::seconds kWindow{5};

} // namespace

ProgressMeter::ProgressMeter(const std::function<void(const DownloadProgress &)> &report)
    : m_report(report)
{
}

void ProgressMeter::start(DownloadStage stage, std::int64_t bytes, std::optional<std::int64_t> size)
{
    m_now = {.stage = stage, .bytes = bytes, .size = size};
    m_samples.clear();
    m_reported = {};
}

void ProgressMeter::measure(std::int64_t bytes, Clock::time_point now)
{
    if (!m_samples.empty() && bytes < m_samples.back().bytes)
        m_samples.clear(); // the file began anew
    m_samples.push_back({now, bytes});
    while (m_samples.size() > 2 && now - m_samples.front().time > kWindow)
        m_samples.pop_front();

    m_now.bytes = bytes;
    const double seconds = std::chrono::duration<double>(now - m_samples.front().time).count();
    m_now.bytesPerSecond = seconds > 0 ? static_cast<double>(bytes - m_samples.front().bytes) / seconds : 0;
    m_now.secondsLeft.reset();
    if (m_now.size && m_now.bytesPerSecond > 0)
        m_now.secondsLeft = static_cast<double>(*m_now.size - bytes) / m_now.bytesPerSecond;
}

void ProgressMeter::update(std::int64_t bytes, Clock::time_point now)
{
    if (now - m_reported < kBetweenReports)
        return;
    m_reported = now;
    finish(bytes, now);
}

void ProgressMeter::finish(std::int64_t bytes, Clock::time_point now)
{
    if (!m_report)
        return;
    measure(bytes, now);
    m_report(m_now);
}

} // namespace dnas
