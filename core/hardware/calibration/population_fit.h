// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Coefficients of all measured kernel libraries at once. A row (one library on one chip at one clock) has too few
// measured networks to find its eight coefficients alone; but chips of one core, versions of one library, and all
// libraries resemble each other. So the logarithm of a coefficient (above its floor) is a sum of deviations,
//
//     c(row, term) = floor + exp(common + library (and its predecessors) + core + chip + scale of the row),
//
// the floor being what the multipliers of the core allow at best. Each deviation is drawn from a normal distribution
// whose width is itself estimated from the measurements (empirical Bayes by expectation–maximisation). Energies share
// the coefficients, with a power per row and small deviations of their own. Errors are relative and heavy-tailed
// (Student's t), so one bad measurement moves little. docs/cost_models.md, "How coefficients are fitted".
#pragma once

#include "core/hardware/calibration/kernel_work.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dnas {

/// Where numbers were measured. Rows with equal names share deviations.
struct MeasuredRow {
    std::string chip;
    std::string core;
    std::string library;
    std::vector<std::string> predecessors; ///< of the library, newest first
    double lanes = 0;                      ///< 8-bit multiply-adds that the core does at once; 0: unknown
    bool accelerator = false;
    WorkUnit unit = WorkUnit::Mac;
};

struct Observation {
    int row = 0;
    WorkVector work{};   ///< in the unit of the row
    bool energy = false; ///< value in µJ; else in cycles
    double value = 0;
};

/// Standard deviations (of natural logarithms) that a fit has found.
struct PopulationSpread {
    double library = 0.5; ///< of a library without a predecessor, around the common coefficients
    double version = 0.3; ///< of a library around its predecessor
    double core = 0.3;
    double accelerator = 0.5;
    double chip = 0.15;
    double energyTerm = 0.1; ///< of energy per cycle by term, common
    double energyChip = 0.1; ///< the same by chip
    double latencyNoise = 0.05;
    double energyNoise = 0.05;
};

class PopulationFit {
public:
    PopulationFit(std::vector<MeasuredRow> rows, const std::vector<Observation> &observations);
    ~PopulationFit();
    PopulationFit(PopulationFit &&) noexcept;

    /// Cycles per unit of each term, for a row.
    WorkVector cycles(int row) const;
    /// Microjoule per unit of each term.
    WorkVector microjoule(int row) const;
    const PopulationSpread &spread() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

double cost(const WorkVector &work, const WorkVector &coefficients);

} // namespace dnas
