// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The core speaks English in a small set of words (phases, states, metric titles, titles of figures, verdicts); here
// the window puts them into the user's language. What is not in the set, as messages with file and line, stays.
#pragma once

#include "core/report/figure.h"

#include <QString>

#include <string>

namespace paretoscope {

/// "fine-tuning", "Latency", "seed network", also "Flash (B)".
QString coreWord(const std::string &word);
/// A sentence of a verdict: "the seed network already meets it with 75.3 KiB of flash".
QString verdictText(const std::string &because);
/// Axes, names of series, texts of rules, notes and of the empty figure.
dnas::Figure translated(dnas::Figure figure);

} // namespace paretoscope
