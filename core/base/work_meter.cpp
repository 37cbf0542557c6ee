// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See work_meter.h.
#include "core/base/work_meter.h"

namespace dnas {

std::optional<double> WorkMeter::update(const WorkProgress &progress, Clock::time_point now)
{
    if (progress.what != m_first.what || progress.whole != m_first.whole || progress.done < m_last) {
        m_first = progress;
        m_begin = now;
    }
    m_last = progress.done;
    const auto done = static_cast<double>(progress.done - m_first.done);
    const double seconds = std::chrono::duration<double>(now - m_begin).count();
    if (done <= 0 || seconds <= 0)
        return {};
    return seconds / done * static_cast<double>(progress.whole - progress.done);
}

} // namespace dnas
