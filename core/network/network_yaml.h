// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Networks as YAML files: docs/network_format.md. Reading checks everything (operators, inputs, cycles,
// shapes), so a Network that was read can be used without further checks.
#pragma once

#include "core/base/result.h"
#include "core/network/network.h"

#include <string>
#include <string_view>

namespace dnas {

/// Layers may stand in any order; they are sorted topologically (stable), a cycle is an error that names it.
Result<Network> parseNetwork(std::string_view yaml, const std::string &file);
/// By resource name ("resnet8") or path.
Result<Network> loadNetwork(const std::string &nameOrPath);
/// The same form back; parse(write(n)) == n.
std::string writeNetwork(const Network &network);

} // namespace dnas
