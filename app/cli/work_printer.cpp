// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See work_printer.h.
#include "app/cli/work_printer.h"

#include "app/cli/output.h"

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

WorkPrinter::WorkPrinter(ProgressStyle style)
    : m_style(style)
{
}

void WorkPrinter::show(const dnas::WorkProgress &progress)
{
    if (m_style == ProgressStyle::Json) {
        std::cerr << Json{{"event", "data"},
                          {"what", progress.what},
                          {"done", progress.done},
                          {"whole", progress.whole}}
                         .dump()
                  << '\n';
    } else if (m_style == ProgressStyle::Terminal) {
        const auto percent = progress.whole > 0 ? 100 * progress.done / progress.whole : 100;
        std::cerr << fmt::format("\r\033[K{} {} %", progress.what, percent) << std::flush;
        m_open = true;
    } else if (progress.what != m_last) {
        m_last = progress.what;
        std::cerr << fmt::format("{} ({})\n", progress.what, progress.whole);
    }
}

void WorkPrinter::end()
{
    if (m_open)
        std::cerr << "\r\033[K" << std::flush;
    m_open = false;
}

} // namespace paretoscope
