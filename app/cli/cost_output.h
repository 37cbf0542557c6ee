// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The three answers of `dnas cost`: one network on one board, on many, or what a search space could reach.
#pragma once

#include "core/hardware/board.h"
#include "core/hardware/metric.h"
#include "core/network/network.h"

#include <optional>
#include <string>
#include <vector>

namespace paretoscope {

/// Totals, layers, what sets the peak. Returns the exit code.
int costOfNetwork(const dnas::Network &network, const dnas::BoardSetup &setup, bool json);
/// A line for each setup. Setups that cannot run the network say so.
int compareSetups(const dnas::Network &network, const std::vector<dnas::BoardSetup> &setups, bool json);
/// Bounds of every metric and a verdict on every target of a spec; fails when a target is out of reach.
int costOfSpace(const std::string &spec, bool json);

/// Bytes of the board that a metric must fit into; 0: no such limit.
double roomFor(const dnas::Board &board, const std::string &metric);
/// Whether flash and RAM fit the board; nothing where it has no limits or they are not modelled.
std::optional<bool> fits(const dnas::CostSet &costs, const dnas::Board &board);

} // namespace paretoscope
