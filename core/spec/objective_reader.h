// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The `objective` of a spec. Private to this folder.
#pragma once

#include "core/base/yaml_reader.h"
#include "core/spec/search_spec.h"

namespace dnas {

/// Reads and checks all terms; errors are noted in the document.
std::vector<ObjectiveTerm> readObjective(const YamlReader &node);

} // namespace dnas
