// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bookkeeping of compaction (docs/methods.md, section 7): which channels of the whole space a trainer still computes,
// how long others have been off, and what those were that left. Everybody else goes on seeing the whole space.
// Torch-free.
#pragma once

#include "core/space/search_space.h"
#include "core/weights/weight_store.h"

#include <optional>
#include <vector>

namespace dnas {

class Narrowing {
public:
    using Importance = std::vector<std::vector<double>>; ///< θ by group and block

    explicit Narrowing(const SearchSpace &whole);

    const SearchSpace &whole() const { return m_whole; }
    /// Channels of the whole space that are still computed.
    const ChannelMasks &kept() const { return m_kept; }
    bool isNarrow() const { return m_kept != m_whole.fullMasks(); }

    /// After an epoch in which the narrow network ended with `masks` (over what is kept): what to keep of it, when some
    /// blocks have been off for `patience` epochs.
    std::optional<ChannelMasks> afterEpoch(const ChannelMasks &masks, int patience);
    /// Takes channels out: `masks` from afterEpoch(), weights and θ of the narrow network as they leave.
    void narrow(const ChannelMasks &masks, const WeightStore &weights, const Importance &importance);

    // From what is kept to the whole space. What left is off, with its last θ and weights.
    ChannelMasks widen(const ChannelMasks &masks) const;
    Importance widen(const Importance &importance) const;
    WeightStore widen(const WeightStore &weights) const;

    /// As arrays for a checkpoint; restore() fails when they are of another space.
    WeightStore state() const;
    Result<void> restore(const WeightStore &state);

private:
    SearchSpace m_whole;
    ChannelMasks m_kept;
    std::vector<std::vector<int>> m_epochsOff; ///< by group and block of the whole space
    Importance m_left;                         ///< θ of all blocks when some last left
    WeightStore m_leftWeights;
};

} // namespace dnas
