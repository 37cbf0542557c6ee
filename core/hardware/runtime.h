// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A kernel library (or compiler) on a board: how it stores a network, what it can run, and its cost model. The library
// matters more than the core: on one chip the slowest published one takes five times as long as the fastest.
#pragma once

#include "core/hardware/memory/arena_rules.h"
#include "core/hardware/models/ethos_u55.h"
#include "core/hardware/models/gap8.h"
#include "core/hardware/models/kernels.h"
#include "core/hardware/models/mpic.h"
#include "core/hardware/models/roofline.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace dnas {

/// Where a figure comes from; every number that is shown says so.
enum class Origin { Counted, Modelled, Calibrated, Measured };
const char *originName(Origin origin); ///< "counted", "modelled", …

/// Nothing: neither time nor energy is modelled.
using CostModel = std::variant<std::monostate, KernelModel, Gap8Model, MpicModel, EthosU55Model, RooflineModel>;

struct Runtime {
    std::string name;
    std::string title;
    int weightBits = 8; ///< how weights are stored
    int activationBits = 8;
    std::int64_t codeBytes = 0; ///< flash of the library itself
    double bytesPerChannel = 0; ///< quantisation tables per output channel (scale, shift …) beside the 32-bit bias
    bool compressesWeights = false;     ///< flash holds weights at their compressed size
    std::vector<std::string> operators; ///< what it can run; empty: everything
    ArenaRules arena;
    CostModel model;
    std::string referencePoint; ///< operating point that energies were taken at
    Origin origin = Origin::Modelled;
    double latencyErrorPercent = 0; ///< 0: unknown
    double energyErrorPercent = 0;
    std::string source;

    bool modelsTime() const { return !std::holds_alternative<std::monostate>(model); }
    bool modelsEnergy() const;
    bool runs(std::string_view op) const;
    int leastWeightBits() const; ///< that it computes with
    int mostWeightBits() const;
};

/// Cycles and microseconds of a call as such, beside its layers.
struct CallCost {
    double cycles = 0;
    double microseconds = 0;
    double nanojoule = 0;
};
CallCost callCostOf(const CostModel &model);

} // namespace dnas
