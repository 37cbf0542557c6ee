// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Candidates as a table for other programs, the same from the command line and from the window.
#pragma once

#include "core/study/study.h"

#include <span>
#include <string>

namespace dnas {

struct CsvCandidate {
    const CandidateSummary *candidate = nullptr;
    bool onFront = false;
};

/// A header and a line for each: identity, state, qualities as shares of 1 (empty where nothing was measured), every
/// metric under its name in JSON (empty where it is not modelled). Numbers exact, in the C locale; text quoted (RFC
/// 4180) and without control characters; lines end in "\n".
std::string candidatesCsv(std::span<const CsvCandidate> candidates);

} // namespace dnas
