// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Slow work on files, as it goes on, on stderr: a moving line on a terminal, otherwise a line for each kind of work,
// JSON lines with --json.
#pragma once

#include "core/base/work_progress.h"

#include <string>

namespace paretoscope {

enum class ProgressStyle { Terminal, Lines, Json };
/// Terminal when stderr is one.
ProgressStyle progressStyle(bool json);

class WorkPrinter {
public:
    explicit WorkPrinter(ProgressStyle style);
    void show(const dnas::WorkProgress &progress);
    /// Whether a moving line stands on the terminal.
    bool isOpen() const { return m_open; }
    /// Takes the moving line away.
    void end();

private:
    ProgressStyle m_style;
    bool m_open = false;
    std::string m_last; ///< what was told last
};

} // namespace paretoscope
