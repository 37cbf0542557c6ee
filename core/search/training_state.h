// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tensors that training changes, as a TrainerState and back. Not torch-free: private to this folder.
#pragma once

#include "core/search/flat_optimizer.h"
#include "core/search/trainer.h"
#include "core/supernet/relaxed_network.h"

namespace dnas {

/// `decisions` is null outside the search.
TrainerState readTrainingState(RelaxedNetwork &network, FlatOptimizer &weights, FlatOptimizer *decisions);
/// Fails, and changes nothing, when an array is missing, surplus or of another size.
Result<void> writeTrainingState(const TrainerState &state, RelaxedNetwork &network, FlatOptimizer &weights,
                                FlatOptimizer *decisions);

} // namespace dnas
