// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What kind of YAML file a person has given, told by the one key that only that kind has.
#pragma once

#include "core/base/yaml_reader.h"

namespace dnas {

enum class FileKind { Spec, Benchmark, Network, Board };

/// Notes an error when `root` is a file of another kind than `expected`. To be asked before any key is called unknown.
void refuseOtherKinds(const YamlReader &root, FileKind expected);

} // namespace dnas
