// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What slow work tells while it goes on: reading files, fetching, computing features.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace dnas {

struct WorkProgress {
    std::string what; ///< "reading pictures"
    std::int64_t done = 0;
    std::int64_t whole = 0;
};
using WorkProgressFunction = std::function<void(const WorkProgress &)>;

} // namespace dnas
