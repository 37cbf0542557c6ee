// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a search keeps what it can go on from. The study implements it; the search knows only this. Torch-free.
#pragma once

#include "core/base/result.h"
#include "core/events/search_events.h"
#include "core/weights/weight_store.h"

#include <optional>
#include <string>

namespace dnas {

/// Where training stands behind an epoch, bit for bit. What `state` and `arrays` say is between the search that wrote
/// them and the one that reads them.
struct RunCheckpoint {
    RunId run;
    Phase phase = Phase::WarmUp;
    int epoch = 0;          ///< the last one that it contains, from 0 within the phase
    bool isBest = false;    ///< of its phase so far
    bool endsPhase = false; ///< nothing of its phase is left to be trained
    std::string state;      ///< JSON
    WeightStore arrays;
};

class CheckpointStore {
public:
    virtual ~CheckpointStore() = default;
    /// Stores an epoch together with the checkpoint behind it, both or neither, and tells whoever listens of the
    /// epoch. Called like the methods of SearchObserver; may block while the disk is full.
    virtual void keepEpoch(const EpochReport &report, const RunCheckpoint &checkpoint) = 0;
    /// The newest one of a phase. Any thread.
    virtual Result<std::optional<RunCheckpoint>> latest(RunId run, Phase phase) const = 0;
};

} // namespace dnas
