// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A first pass over YAML text, before a tree is built: refuses what yaml-cpp would take but we do not want
// (anchors, doubled keys, deep nesting, several documents). Private to yaml_reader.cpp.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace dnas {

Result<void> checkYamlText(std::string_view text, const std::string &file);

} // namespace dnas
