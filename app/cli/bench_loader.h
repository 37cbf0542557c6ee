// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the loader costs a training step, part of dnas bench data.
#pragma once

#include "app/cli/bench_subjects.h"

namespace paretoscope {

BenchResults benchLoaders(BenchLength length, const BenchProgress &progress);

} // namespace paretoscope
