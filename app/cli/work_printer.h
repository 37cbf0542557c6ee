// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints how far the decoding of files is, on stderr: a moving line on a terminal, elsewhere one line for each kind of
// work, JSON lines with --json.
#pragma once

#include "core/base/work_meter.h"

#include <string>

namespace paretoscope {

enum class ProgressStyle { Terminal, Lines, Json };
/// Terminal when stderr is one.
ProgressStyle progressStyle(bool json);

class WorkPrinter {
public:
    explicit WorkPrinter(ProgressStyle style)
        : m_style(style)
    {
    }

    void show(const dnas::WorkProgress &now);
    /// Wipes the moving line, when one stands there; whoever prints next calls it.
    void wipe();

private:
    ProgressStyle m_style;
    dnas::WorkMeter m_meter;
    std::string m_told; ///< the work that a line was printed of
    bool m_open = false;
};

} // namespace paretoscope
