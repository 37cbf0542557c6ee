// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A network as a table of its layers and as JSON.
#pragma once

#include "app/cli/output.h"

namespace paretoscope {

/// Adds weights, parameters, trainable, macs and layers. The network's shapes must fit.
void putNetwork(Json &object, const dnas::Network &network);
std::string layerTable(const dnas::Network &network);

} // namespace paretoscope
