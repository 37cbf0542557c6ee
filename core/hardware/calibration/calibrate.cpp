// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One fit of everything for the coefficients, and held-out fits for the error.
#include "core/hardware/calibration/calibrate.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace dnas {

namespace {

/// "Arm Cortex-M7" → "cortex-m7", as the published measurements call it.
std::string coreFamily(std::string core)
{
    std::transform(core.begin(), core.end(), core.begin(),
                   [](unsigned char c) { return c == ' ' ? '-' : std::tolower(c); });
    return core.starts_with("arm-") ? core.substr(4) : core;
}

/// What the file leaves out is what the board says.
Result<void> complete(Measurement &m, const Board &board)
{
    const Runtime *runtime = board.findRuntime(m.runtime);
    if (runtime == nullptr) {
        std::string names;
        for (const Runtime &known : board.runtimes)
            names += (names.empty() ? "" : ", ") + known.name;
        return invalidInput("board " + board.name + " has no runtime '" + m.runtime + "'; it has " +
                                (names.empty() ? "none" : names),
                            {.line = m.line, .key = "runtime"});
    }
    const std::optional<OperatingPoint> point = board.findPoint(m.point);
    if (!point)
        return invalidInput("board " + board.name + " has no operating point '" + m.point + "'",
                            {.line = m.line, .key = "point"});
    m.board = board.name;
    m.runtime = runtime->name;
    if (!(m.clockMhz > 0))
        m.clockMhz = point->clockMhz;
    if (m.system.chip.empty())
        m.system.chip = board.name;
    if (m.system.core.empty())
        m.system.core = coreFamily(board.core);
    if (m.system.library.empty())
        m.system.library = runtime->name;
    if (const auto *kernels = std::get_if<KernelModel>(&runtime->model))
        m.system.unit = kernels->unit;
    return {};
}

/// Lanes of a core that the published measurements know.
void fillLanes(std::vector<Measurement> &measurements, const std::vector<Measurement> &published)
{
    for (Measurement &m : measurements) {
        for (const Measurement &other : published) {
            if (m.system.lanes == 0 && other.system.core == m.system.core) {
                m.system.lanes = other.system.lanes;
                m.system.accelerator = other.system.accelerator;
            }
        }
    }
}

/// Published rows of the same board and runtime give way to the user's.
std::vector<Measurement> together(std::vector<Measurement> own, const std::vector<Measurement> &published)
{
    std::set<std::pair<std::string, std::string>> measured;
    for (const Measurement &m : own)
        measured.emplace(m.board, m.runtime);
    for (const Measurement &m : published) {
        if (m.board.empty() || !measured.contains({m.board, m.runtime}))
            own.push_back(m);
    }
    return own;
}

double rootMeanSquarePercent(const std::vector<Residual> &residuals, bool energy)
{
    double sum = 0;
    double count = 0;
    for (const Residual &r : residuals) {
        if (r.energy == energy) {
            sum += std::pow(r.heldOut / r.measured - 1, 2);
            ++count;
        }
    }
    return count > 0 ? 100 * std::sqrt(sum / count) : 0;
}

/// Two digits; never 0, which would say "unknown".
double statedPercent(double percent)
{
    if (!(percent > 0))
        return 0;
    return std::max(0.1, percent < 10 ? std::round(percent * 10) / 10 : std::round(percent));
}

std::string pointAt(const Board &board, double clockMhz)
{
    for (const OperatingPoint &point : board.points) {
        if (point.clockMhz == clockMhz)
            return point.name;
    }
    return board.points.empty() ? std::string() : board.points.front().name;
}

RuntimeCalibration residualsOf(const Population &population, const PopulationFit &fit, int row,
                               const std::vector<HeldOut> &heldOut)
{
    RuntimeCalibration result;
    for (const HeldOut &one : heldOut) {
        const Observation &o = population.observations[static_cast<std::size_t>(one.observation)];
        if (o.row != row)
            continue;
        const Measurement &m = population.measurements[static_cast<std::size_t>(
            population.measurementOf[static_cast<std::size_t>(one.observation)])];
        const double unit = o.energy ? 1 : m.clockMhz * 1e3; // cycles to ms
        const double fitted = cost(o.work, o.energy ? fit.microjoule(row) : fit.cycles(row));
        result.residuals.push_back(
            {m.network, m.layer, o.energy, one.measured / unit, fitted / unit, one.predicted / unit});
    }
    result.latencyErrorPercent = statedPercent(rootMeanSquarePercent(result.residuals, false));
    result.energyErrorPercent = statedPercent(rootMeanSquarePercent(result.residuals, true));
    return result;
}

void writeInto(Runtime &runtime, const RuntimeCalibration &calibration, const PopulationFit &fit, int row,
               const Population &population, const Board &board)
{
    constexpr double kNanojoule = 1e3; // in a microjoule
    KernelModel model = kernelModelOf(fit.cycles(row), population.rows[static_cast<std::size_t>(row)].unit);
    if (calibration.energyErrorPercent > 0) {
        WorkVector energies = fit.microjoule(row);
        for (double &value : energies)
            value *= kNanojoule;
        setEnergies(model, energies);
        runtime.referencePoint = pointAt(board, population.clockMhz[static_cast<std::size_t>(row)]);
    }
    runtime.model = model;
    runtime.origin = Origin::Calibrated;
    runtime.latencyErrorPercent = calibration.latencyErrorPercent;
    runtime.energyErrorPercent = calibration.energyErrorPercent;
}

} // namespace

Result<Calibration> calibrate(Board board, std::vector<Measurement> measurements, std::vector<Measurement> published,
                              const std::function<bool()> &cancelled)
{
    std::erase_if(measurements, [&](const Measurement &m) {
        const bool unnamed = m.board.empty() && m.system.chip.empty();
        return m.board != board.name && !unnamed;
    });
    if (measurements.empty())
        return invalidInput("no measurement is for board " + board.name);
    std::map<std::string, int> latencies;
    for (Measurement &m : measurements) {
        if (const Result<void> done = complete(m, board); !done.ok())
            return done.error();
        latencies[m.runtime] += m.latencyMs ? 1 : 0;
    }
    for (const auto &[runtime, count] : latencies) {
        if (count < kLeastMeasurements)
            return invalidInput("runtime " + runtime + " has " + std::to_string(count) + " measured " +
                                (count == 1 ? "latency" : "latencies") + ", a fit needs " +
                                std::to_string(kLeastMeasurements) + " or more of different networks or layers");
    }
    fillLanes(measurements, published);
    Result<Population> population = buildPopulation(together(std::move(measurements), published));
    if (!population.ok())
        return population.error();
    const PopulationFit fit(population->rows, population->observations);

    Calibration result;
    std::map<std::string, int> rows;
    for (const auto &[runtime, count] : latencies)
        rows[runtime] = population->findRow(board.name, runtime);
    std::set<int> wanted;
    for (const auto &[runtime, row] : rows)
        wanted.insert(row);
    const std::vector<HeldOut> heldOut = leaveOneOut(
        *population, [&](const Observation &o) { return wanted.contains(o.row); }, cancelled);
    if (cancelled && cancelled())
        return Error{ErrorCode::Cancelled, "stopped", {}};
    for (Runtime &runtime : board.runtimes) {
        const auto row = rows.find(runtime.name);
        if (row == rows.end())
            continue;
        RuntimeCalibration calibration = residualsOf(*population, fit, row->second, heldOut);
        calibration.runtime = runtime.name;
        writeInto(runtime, calibration, fit, row->second, *population, board);
        result.runtimes.push_back(std::move(calibration));
    }
    result.board = std::move(board);
    return result;
}

} // namespace dnas
