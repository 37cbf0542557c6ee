// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// YAML → FrontEnd. Private to this folder.
#pragma once

#include "core/features/front_end.h"

namespace dnas {

class YamlReader;

/// The `front_end:` of a benchmark of sounds; what it says is tried, so errors of the computation are told here.
FrontEnd readFrontEnd(const YamlReader &node);

} // namespace dnas
