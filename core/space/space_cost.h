// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every metric of a board as a function of the group widths, with its gradient: what the search minimises.
// The same formulas as costOf() (layer_figures.h), so both agree exactly at integer widths – but for RAM, which here is
// the largest live set without alignment: a lower bound of the plan's peak (docs/cost_models.md).
#pragma once

#include "core/hardware/cost.h"
#include "core/space/search_space.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace dnas {

class SpaceCost {
public:
    SpaceCost(const SearchSpace &space, const BoardSetup &setup);

    /// Metrics that the board models, in a fixed order ("weights", "parameters", "macs", "flash", "ram", …).
    const std::vector<std::string> &metrics() const { return m_metrics; }
    int indexOf(const std::string &metric) const; ///< -1: not modelled

    struct Values {
        std::vector<double> value;    ///< by metric
        std::vector<double> gradient; ///< [metric · groups + group]
    };
    /// `widths`: effective channels by group (integers from binary masks, or relaxed sums). No allocation after
    /// the first call with the same `out`. Thread-safe.
    void evaluate(std::span<const double> widths, Values &out) const;

    struct Bounds {
        double least = 0; ///< every searchable group at one block
        double most = 0;  ///< the seed
    };
    std::map<std::string, Bounds> bounds() const;

private:
    struct Plan;
    std::shared_ptr<const Plan> m_plan; ///< never changes, so copies share it
    std::vector<std::string> m_metrics;
};

} // namespace dnas
