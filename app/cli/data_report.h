// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is on the disk for a benchmark, as text and as JSON.
#pragma once

#include "app/cli/output.h"
#include "core/data/data_set.h"

namespace paretoscope {

void printReport(const dnas::Benchmark &benchmark, const dnas::DataReport &report);
/// benchmark, usable, folder, train, validation, test, classes and findings.
Json reportJson(const dnas::Benchmark &benchmark, const dnas::DataReport &report);

} // namespace paretoscope
