// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shared by the readers of boards and runtimes: values that must be positive, sizes in bytes.
#pragma once

#include "core/base/yaml_reader.h"
#include "core/hardware/runtime.h"

namespace dnas {

struct Board;

std::string nonEmpty(const YamlReader &reader, const char *key);
double positive(const YamlReader &reader, const char *key);
double positive(const YamlReader &reader, const char *key, double fallback);
double notNegative(const YamlReader &reader, const char *key);
std::int64_t wholeBytes(const YamlReader &reader, const char *key); ///< "2 MiB"; absent: 0
int countOf(const YamlReader &reader, const char *key, int fallback, int most);

/// One entry of `runtimes`; `board` has its operating points already.
Runtime readRuntime(const YamlReader &reader, const Board &board);
/// The cost model of a runtime: exactly one of cycles, gap8, mpic, ethos_u55, roofline, or none.
CostModel readCostModel(const YamlReader &reader, const Board &board, const Runtime &runtime);
/// Keys of readRuntime() that belong to the cost model.
const std::vector<std::string_view> &costModelKeys();

} // namespace dnas
