// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas data fetch: a benchmark's data from their official address.
#pragma once

#include "core/spec/benchmark.h"

#include <filesystem>

namespace paretoscope {

/// Returns the exit code. Progress goes to stderr; `data`: the data folder as chosen, or empty.
int fetchData(const dnas::Benchmark &benchmark, const std::filesystem::path &data, bool json);

} // namespace paretoscope
