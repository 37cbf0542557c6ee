// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Benchmark → YAML for people: the file that `dnas data describe` writes.
#pragma once

#include "core/spec/benchmark.h"

namespace dnas {

/// What parseBenchmark reads: everything but `fetch`, with `data.folder` and `network` as they are in `benchmark`.
/// `recipes`: the text of its keys `recipe` and `recipes`, written as it is.
std::string writeBenchmark(const Benchmark &benchmark, const std::string &recipes);

/// What a board must compute before the network, and what its outputs mean, in one line.
std::string inputText(const Benchmark &benchmark);

} // namespace dnas
