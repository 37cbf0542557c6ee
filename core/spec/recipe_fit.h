// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether a recipe suits the data: its loss and its augmentations. Private to this folder.
#pragma once

#include "core/spec/benchmark.h"

namespace dnas {

class YamlReader;

/// Notes what does not suit at the keys of `node`, where the recipe was written.
void requireFit(const YamlReader &node, const Recipe &recipe, const Benchmark &benchmark);

} // namespace dnas
