// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Peaks of this process's memory between two moments, as Linux counts them. Another thread looks while it lives.
#pragma once

#include <cstdint>
#include <thread>

namespace paretoscope {

struct MemoryPeak {
    std::int64_t resident = 0;  ///< bytes; with mapped files, whose pages the system may take back at any time
    std::int64_t anonymous = 0; ///< bytes of our own; looked up 50 times a second
};

class MemoryWatch {
public:
    MemoryWatch(); ///< from here on: what was freed before is given back first
    /// Since the construction.
    MemoryPeak stop();

private:
    std::int64_t m_anonymous = 0;
    std::jthread m_thread;
};

} // namespace paretoscope
