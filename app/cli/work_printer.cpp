// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See work_printer.h.
#include "app/cli/work_printer.h"

#include "app/cli/output.h"
#include "core/base/numbers.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

namespace paretoscope {

ProgressStyle progressStyle(bool json)
{
    if (json)
        return ProgressStyle::Json;
    return isatty(STDERR_FILENO) ? ProgressStyle::Terminal : ProgressStyle::Lines;
}

void WorkPrinter::show(const dnas::WorkProgress &now)
{
    const auto left = m_meter.update(now);
    if (m_style == ProgressStyle::Json) {
        std::cerr << Json{{"event", "data"},
                          {"what", now.what},
                          {"done", now.done},
                          {"whole", now.whole},
                          {"seconds_left", left ? Json(*left) : Json()}}
                         .dump()
                  << '\n';
    } else if (m_style == ProgressStyle::Terminal) {
        std::cerr << fmt::format("\r\033[K{} {} of {}{}", now.what, countText(now.done), countText(now.whole),
                                 left ? ", about " + dnas::durationText(*left) + " left" : "")
                  << std::flush;
        m_open = true;
    } else if (now.what != m_told) {
        m_told = now.what;
        std::cerr << fmt::format("{} ({})\n", now.what, now.whole);
    }
}

void WorkPrinter::wipe()
{
    if (m_open)
        std::cerr << "\r\033[K";
    m_open = false;
}

} // namespace paretoscope
