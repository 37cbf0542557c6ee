// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The relaxed network: weights and width decisions in LibTorch. docs/methods.md, section 2 ("Width").
//
// A binary mask m = [|α| > ½] per block of channels is multiplied into the scale and shift of normalisations (and
// into the few weights that no normalisation follows), so a masked channel is exactly zero and derivation is exact.
// Not thread-safe; one instance belongs to one worker.
#pragma once

#include "core/base/result.h"
#include "core/supernet/compaction.h"
#include "core/supernet/parameter_layout.h"
#include "core/weights/weight_store.h"

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace dnas {

enum class Mode { Train, Evaluate };

class RelaxedNetwork {
public:
    /// Weights drawn by He's rule from (`seed`, layer name); biases 0, scales 1; all decisions on.
    RelaxedNetwork(const SearchSpace &space, std::uint64_t seed);

    const SearchSpace &space() const { return m_space; }
    bool hasDecisions() const { return m_layout.decisions.blocks() > 0; }

    /// Replaces all weights and statistics. Biases in front of a normalisation are absorbed into its running mean.
    Result<void> load(const WeightStore &weights, const std::string &file);
    WeightStore weights() const;

    /// Switches the masks off (ordinary training of the seed) or on. Off after construction.
    void setSearching(bool searching) { m_searching = searching && hasDecisions(); }
    bool searching() const { return m_searching; }

    /// `input`: [N, C, H, W] (channels-last), [N, C, L, 1] or [N, C, 1, 1]; returns [N, outputs].
    torch::Tensor forward(const torch::Tensor &input, Mode mode);
    /// Binary mask by block with straight-through gradient, as the last forward() used it; undefined when not
    /// searching.
    const torch::Tensor &blockMask() const { return m_blockMask; }

    // Flat tensors for the optimiser. Gradients accumulate into parameterGradient().
    torch::Tensor &parameters() { return m_parameters; }
    torch::Tensor &parameterGradient() { return m_gradient; }
    torch::Tensor &decisions() { return m_alpha; } ///< leaf, by block
    torch::Tensor &statistics() { return m_statistics; }
    /// Forward passes in training so far: dropout draws by it.
    std::uint64_t dropoutStep() const { return m_dropoutStep; }
    void setDropoutStep(std::uint64_t step) { m_dropoutStep = step; }
    std::int64_t decayedCount() const
    {
        return m_layout.weightCount;
    } ///< weight decay acts on kernels and matrices only

    const DecisionLayout &decisionLayout() const { return m_layout.decisions; }
    /// θ = |α| by group and block; frozen groups are empty.
    std::vector<std::vector<double>> importance() const;
    bool isKeptAlive(std::int64_t block) const { return m_keepAlive.data_ptr<bool>()[block]; } ///< on, whatever its α
    ChannelMasks masks() const;               ///< as the search stands now, by channel
    void setMasks(const ChannelMasks &masks); ///< α of 1 or 0; the first kept block of a group stays alive
    /// Blocks that are otherwise in `masks` than here change to it, with an α just beyond the threshold. Returns where
    /// their decisions stand (int64).
    torch::Tensor decide(const ChannelMasks &masks);
    /// The same network without the channels that `kept` leaves out, which must be off: same outputs, less work.
    RelaxedNetwork compacted(const ChannelMasks &kept, const CompactionIndex &index) const;
    void rankDecisions(); ///< α as rankedDecisions() gives it for the weights as they are

private:
    struct LayerTensors {
        torch::Tensor weight;    ///< leaf, a view of the flat parameters
        torch::Tensor rowBlocks; ///< block of each output feature, where weights or outputs are masked
    };
    void initialise(std::uint64_t seed);
    void absorbBiases();
    torch::Tensor view(const torch::Tensor &flat, const Stretch &stretch) const;
    torch::Tensor applyLayer(std::size_t index, const std::vector<torch::Tensor> &values,
                             const std::vector<torch::Tensor> &parts, std::size_t &part, Mode mode);

    SearchSpace m_space;
    ParameterLayout m_layout;
    torch::Tensor m_parameters; ///< [weights | vectors]
    torch::Tensor m_gradient;
    torch::Tensor m_vectors; ///< leaf, a view of the end of m_parameters
    torch::Tensor m_statistics;
    torch::Tensor m_alpha;
    torch::Tensor m_alwaysOn;                      ///< [1] one
    torch::Tensor m_keepAlive;                     ///< [blocks] bool: one block of each group
    torch::Tensor m_vectorBlock, m_statisticBlock; ///< int64 indices
    torch::Tensor m_blockMask, m_extendedMask;
    std::vector<std::int64_t> m_vectorSizes;
    std::vector<LayerTensors> m_tensors;
    std::vector<int> m_lastUse;
    std::uint64_t m_dropoutSeed = 0;
    std::uint64_t m_dropoutStep = 0;
    bool m_searching = false;
};

} // namespace dnas
