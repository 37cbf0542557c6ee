// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a search does about its targets beside the loss, after every step: down to them in time, and back up to the
// limits where it fell below. docs/methods.md, section 3.1.
#pragma once

#include "core/objective/complexity_loss.h"
#include "core/search/flat_optimizer.h"
#include "core/supernet/relaxed_network.h"

#include <vector>

namespace dnas {

/// A search in training, as far as its decisions go.
struct DecisionsInTraining {
    RelaxedNetwork &network;
    const ComplexityLoss &complexity;
    FlatOptimizer &optimizer; ///< of the decisions
    const std::vector<ActiveTerm> &terms;
    const std::vector<double> &strengths; ///< by term
};

/// What losing a block would cost, by group and block: where curvature is known half of it, less what the minimised
/// terms gain; else |α|.
std::vector<std::vector<double>> worthOf(const DecisionsInTraining &search);

/// `done`: the share of the search that is over, 0 to 1.
void holdTargets(const DecisionsInTraining &search, double done);

} // namespace dnas
