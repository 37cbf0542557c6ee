// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One fit of everything for the coefficients, and held-out fits for the error.
#include "core/hardware/calibration/calibrate.h"

#include "core/hardware/board_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
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

/// The point that a measurement was taken at: the one that it names, else the first with its clock, else the board's
/// default (`chosen`: that, or the named one). nullptr: its clock is none of the board's.
const OperatingPoint *measuredAt(const Measurement &m, const Board &board, const OperatingPoint &chosen)
{
    if (m.clockMhz > 0 && m.point.empty()) {
        const auto found = std::find_if(board.points.begin(), board.points.end(),
                                        [&](const OperatingPoint &p) { return p.clockMhz == m.clockMhz; });
        return found == board.points.end() ? nullptr : &*found;
    }
    const bool fits = chosen.clockMhz > 0 && (!(m.clockMhz > 0) || m.clockMhz == chosen.clockMhz);
    return fits ? &chosen : nullptr;
}

/// Energies scale with the voltage of the point that they were measured at, so it must be one of the board's.
Result<void> completeClock(Measurement &m, const Board &board, const OperatingPoint &chosen)
{
    const OperatingPoint *point = measuredAt(m, board, chosen);
    if (point == nullptr)
        return invalidInput("no operating point of board " + board.name +
                                (m.point.empty() ? "" : " called " + m.point) + " runs at this clock",
                            {.line = m.line, .key = "clock_mhz"});
    m.clockMhz = point->clockMhz;
    if (m.energyUj && point->staticMw > 0)
        return invalidInput("board " + board.name +
                                " gives static_mw, which measured energies contain already; leave it out of the board",
                            {.line = m.line, .key = "energy"});
    return {};
}

/// Enough different networks or layers for a fit and its error, at one clock, and no more than a fit can take.
Result<void> checkAmount(const std::vector<Measurement> &measurements)
{
    constexpr std::size_t kMostMeasurements = 500;
    if (measurements.size() > kMostMeasurements)
        return invalidInput("has " + std::to_string(measurements.size()) + " measurements, a fit takes at most " +
                            std::to_string(kMostMeasurements));
    struct Subjects {
        std::set<std::string> latencies;
        std::set<std::string> energies;
        double clockMhz = 0;
    };
    std::map<std::string, Subjects> runtimes;
    for (const Measurement &m : measurements) {
        Subjects &subjects = runtimes[m.runtime];
        if (subjects.clockMhz > 0 && subjects.clockMhz != m.clockMhz)
            return invalidInput("runtime " + m.runtime +
                                    " is measured at two clocks; a fit takes one, use a file for each",
                                {.line = m.line, .key = "clock_mhz"});
        subjects.clockMhz = m.clockMhz;
        if (m.latencyMs)
            subjects.latencies.insert(m.network + '/' + m.layer);
        if (m.energyUj)
            subjects.energies.insert(m.network + '/' + m.layer);
    }
    for (const auto &[runtime, subjects] : runtimes) {
        const bool latency = subjects.latencies.size() < kLeastMeasurements;
        if (!latency && (subjects.energies.empty() || subjects.energies.size() >= kLeastMeasurements))
            continue;
        const std::size_t count = latency ? subjects.latencies.size() : subjects.energies.size();
        const std::string noun =
            latency ? (count == 1 ? "latency" : "latencies") : (count == 1 ? "energy" : "energies");
        return invalidInput("runtime " + runtime + " has " + std::to_string(count) + " measured " + noun +
                            ", a fit needs " + std::to_string(kLeastMeasurements) +
                            " or more of different networks or layers" + (latency ? "" : ", or none"));
    }
    return {};
}

/// Milliseconds under microseconds, or the other way round: no core and no accelerator is that slow or fast.
Result<void> checkUnits(const Population &population, const std::set<int> &rows)
{
    constexpr double kLeastCycles = 0.003; // of a multiply-add; the fastest published network has 0.018
    constexpr double kMostCycles = 300;    // the slowest 12
    constexpr double kWorthWork = 10'000;  // below, a layer's own overhead may be all
    for (std::size_t q = 0; q < population.observations.size(); ++q) {
        const Observation &o = population.observations[q];
        double work = 0;
        for (std::size_t k = 0; k < kMacKinds.size(); ++k)
            work += o.work[k];
        if (o.energy || !rows.contains(o.row) || work < kWorthWork)
            continue;
        const double cycles = o.value / work;
        if (cycles >= kLeastCycles && cycles <= kMostCycles)
            continue;
        char number[32];
        std::snprintf(number, sizeof number, "%.3g", cycles);
        return invalidInput(
            "this latency would be " + std::string(number) +
                " cycles for a multiply-add; is it in the unit that the column names?",
            {.line = population.measurements[static_cast<std::size_t>(population.measurementOf[q])].line,
             .key = "latency"});
    }
    return {};
}

/// Energy and latency of one call give its power: millijoule under microjoule, or the other way round, is seen there.
Result<void> checkPower(const Measurement &m)
{
    constexpr double kLeastMilliwatt = 0.1; // published: 5 mW
    constexpr double kMostMilliwatt = 5000; // published: 125 mW
    if (!m.latencyMs || !m.energyUj)
        return {};
    const double milliwatt = *m.energyUj / *m.latencyMs;
    if (milliwatt >= kLeastMilliwatt && milliwatt <= kMostMilliwatt)
        return {};
    char number[32];
    std::snprintf(number, sizeof number, "%.3g", milliwatt);
    return invalidInput("this energy over this latency would be " + std::string(number) +
                            " mW; are both in the units that their columns name?",
                        {.line = m.line, .key = "energy"});
}

/// What the file leaves out is what the board says.
Result<void> complete(Measurement &m, const Board &board, const std::vector<Measurement> &published)
{
    const Result<BoardSetup> setup = selectSetup(board, m.runtime, m.point);
    if (!setup.ok())
        return Error{setup.error().code, setup.error().message, {.line = m.line, .key = setup.error().place.key}};
    const Runtime &runtime = setup->runtime;
    const auto *kernels = std::get_if<KernelModel>(&runtime.model);
    if (kernels == nullptr && runtime.modelsTime())
        return invalidInput("runtime " + runtime.name + " of " + board.name +
                                " has a cost model of its own; only kernel libraries (cycles:) can be fitted",
                            {.line = m.line, .key = "runtime"});
    if (const Result<void> power = checkPower(m); !power.ok())
        return power;
    m.board = board.name;
    m.runtime = runtime.name;
    if (const Result<void> clock = completeClock(m, board, setup->point); !clock.ok())
        return clock.error();
    // A board and runtime that are among the published ones are of the same chip and library.
    for (const Measurement &other : published) {
        if (other.board == m.board && other.runtime == m.runtime && m.system.chip.empty() && m.system.library.empty()) {
            m.system = other.system;
            m.generation = other.generation;
        }
    }
    if (m.system.chip.empty())
        m.system.chip = board.name;
    if (m.system.core.empty())
        m.system.core = coreFamily(board.core);
    if (m.system.library.empty())
        m.system.library = runtime.name;
    if (kernels != nullptr)
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

/// The file says where the figures of a fitted runtime are from now on.
void nameSource(Calibration &calibration, const std::string &measurements)
{
    for (const RuntimeCalibration &fitted : calibration.runtimes) {
        std::set<std::string> subjects;
        for (const Residual &residual : fitted.residuals)
            subjects.insert(residual.network + '/' + residual.layer);
        for (Runtime &runtime : calibration.board.runtimes) {
            if (runtime.name == fitted.runtime)
                runtime.source = "Fitted to " + std::filesystem::path(measurements).filename().string() + ": " +
                                 std::to_string(subjects.size()) +
                                 " networks or layers; what they leave open is from published measurements";
        }
    }
}

} // namespace

Result<Calibration> calibrate(Board board, std::vector<Measurement> measurements, std::vector<Measurement> published,
                              const GoOn &goOn)
{
    if (board.runtimes.empty())
        return invalidInput("board " + board.name + " has no runtime whose coefficients could be fitted");
    std::erase_if(measurements, [&](const Measurement &m) {
        const bool unnamed = m.board.empty() && m.system.chip.empty();
        return m.board != board.name && !unnamed;
    });
    if (measurements.empty())
        return invalidInput("no measurement is for board " + board.name);
    std::set<std::string> runtimes;
    for (Measurement &m : measurements) {
        if (const Result<void> done = complete(m, board, published); !done.ok())
            return done.error();
        runtimes.insert(m.runtime);
    }
    if (const Result<void> amount = checkAmount(measurements); !amount.ok())
        return amount.error();
    fillLanes(measurements, published);
    Result<Population> population = buildPopulation(together(std::move(measurements), published));
    if (!population.ok())
        return population.error();
    std::map<std::string, int> rows;
    std::set<int> wanted;
    for (const std::string &runtime : runtimes)
        wanted.insert(rows[runtime] = population->findRow(board.name, runtime));
    if (const Result<void> plausible = checkUnits(*population, wanted); !plausible.ok())
        return plausible.error();
    bool stopped = goOn && !goOn(0, 0);
    const auto watched = [&](int done, int total) {
        stopped = goOn && !goOn(done + 1, total + 1);
        return !stopped;
    };
    const Error cancelled{ErrorCode::Cancelled, "stopped", {}};
    if (stopped)
        return cancelled;
    const PopulationFit fit(population->rows, population->observations);
    const std::vector<HeldOut> heldOut = leaveOneOut(
        *population, [&](const Observation &o) { return wanted.contains(o.row); }, watched);
    if (stopped)
        return cancelled;
    Calibration result;
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
    // What is written must be a board file.
    if (const Result<Board> written = parseBoard(boardYaml(result.board), result.board.name); !written.ok())
        return written.error();
    return result;
}

Result<Calibration> calibrateFromFile(const std::string &board, const std::string &measurements, const GoOn &goOn)
{
    const auto inFile = [&](Error error) {
        if (error.place.file.empty())
            error.place.file = measurements;
        return error;
    };
    auto start = loadBoard(board);
    if (!start.ok())
        return start.error();
    auto own = loadMeasurements(measurements);
    if (!own.ok())
        return inFile(own.error());
    auto published = publishedMeasurements();
    if (!published.ok())
        return published.error();
    auto result = calibrate(std::move(*start), std::move(*own), std::move(*published), goOn);
    if (!result.ok())
        return inFile(result.error());
    nameSource(*result, measurements);
    return result;
}

} // namespace dnas
