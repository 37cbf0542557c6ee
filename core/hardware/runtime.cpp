// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Questions that are asked of every kind of cost model.
#include "core/hardware/runtime.h"

#include <algorithm>

namespace dnas {

namespace {

bool hasEnergy(std::monostate) { return false; }
bool hasEnergy(const KernelModel &m) { return m.modelsEnergy; }
bool hasEnergy(const Gap8Model &m) { return m.nanojoulePerCycle > 0; }
bool hasEnergy(const MpicModel &m) { return m.nanojoulePerCycle > 0; }
bool hasEnergy(const EthosU55Model &) { return false; }
bool hasEnergy(const RooflineModel &m) { return m.picojoulePerFlop > 0; }

CallCost call(const KernelModel &m) { return {m.cyclesPerCall, m.microsecondsPerCall, m.nanojoulePerCall}; }
CallCost call(const Gap8Model &m) { return {m.cyclesPerCall, m.microsecondsPerCall, 0}; }
CallCost call(const MpicModel &m) { return {m.cyclesPerCall, m.microsecondsPerCall, 0}; }
template <typename Other>
CallCost call(const Other &)
{
    return {};
}

} // namespace

const char *originName(Origin origin)
{
    switch (origin) {
    case Origin::Counted:
        return "counted";
    case Origin::Modelled:
        return "modelled";
    case Origin::Calibrated:
        return "calibrated";
    case Origin::Measured:
        return "measured";
    }
    return "modelled";
}

bool Runtime::modelsEnergy() const
{
    return std::visit([](const auto &m) { return hasEnergy(m); }, model);
}

bool Runtime::runs(std::string_view op) const
{
    return operators.empty() || std::find(operators.begin(), operators.end(), op) != operators.end();
}

int Runtime::leastWeightBits() const
{
    if (std::holds_alternative<MpicModel>(model))
        return 0; // pruned channels
    if (std::holds_alternative<EthosU55Model>(model))
        return 1;
    return weightBits;
}

int Runtime::mostWeightBits() const
{
    const bool mixed = std::holds_alternative<MpicModel>(model) || std::holds_alternative<EthosU55Model>(model);
    return mixed ? std::max(8, weightBits) : weightBits;
}

CallCost callCostOf(const CostModel &model)
{
    return std::visit([](const auto &m) { return call(m); }, model);
}

} // namespace dnas
