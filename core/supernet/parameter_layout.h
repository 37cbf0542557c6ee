// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where every trained number lives in the flat tensors of a relaxed network, and which mask rules it.
//
// One flat tensor of parameters makes the optimiser one vectorised update; the vectors (normalisation scales and
// shifts, biases) stand together at its end, so that all masks of a step are one gather and one product.
#pragma once

#include "core/space/search_space.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dnas {

/// A stretch of a flat tensor, -1 when the layer has no such part.
struct Stretch {
    std::int64_t offset = -1;
    std::int64_t length = 0;
    bool present() const { return offset >= 0; }
};

struct LayerStretches {
    Stretch weight;   ///< in the parameters; kernels or matrices
    Stretch bias;     ///< in the vectors
    Stretch scale;    ///< in the vectors
    Stretch shift;    ///< in the vectors
    Stretch mean;     ///< in the statistics
    Stretch variance; ///< in the statistics
    /// Output goes to one normalisation alone: the normalisation masks, and the bias has no effect.
    bool feedsNormalisationAlone = false;
    /// Weight rows must be masked here, since no normalisation behind does it.
    bool masksWeights = false;
    /// The activation turns zero into something else, so the output is masked behind it.
    bool masksOutput = false;
};

/// Blocks of searchable groups first, then one entry that is always on.
struct DecisionLayout {
    std::vector<int> groupOfBlock;        ///< searchable group of each block
    std::vector<int> sizeOfBlock;         ///< its channels
    std::vector<std::int64_t> firstBlock; ///< by group; -1: frozen
    std::int64_t blocks() const { return static_cast<std::int64_t>(groupOfBlock.size()); }
    std::int64_t alwaysOn() const { return blocks(); }
};

struct ParameterLayout {
    std::vector<LayerStretches> layers;
    std::int64_t weightCount = 0; ///< kernels and matrices
    std::int64_t vectorCount = 0; ///< masked vectors behind them
    std::int64_t statisticCount = 0;
    DecisionLayout decisions;
    std::vector<std::int64_t> vectorBlock;    ///< block that rules each vector entry
    std::vector<std::int64_t> statisticBlock; ///< block that rules each statistic

    std::int64_t parameterCount() const { return weightCount + vectorCount; }
    /// Block of every output feature of a layer.
    std::vector<std::int64_t> featureBlocks(const SearchSpace &space, int layer) const;
};

ParameterLayout layOut(const SearchSpace &space);

} // namespace dnas
