// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How far predicted latencies and energies are off, network by network, when the network itself was left out.
#include "app/cli/bench_subjects.h"

#include "core/hardware/calibration/population.h"

#include <fmt/format.h>

namespace paretoscope {

using namespace dnas;

namespace {

std::string systemOf(const Measurement &m)
{
    return fmt::format("{}.{}.{}.{:g}mhz", m.system.chip, m.system.library, m.round, m.clockMhz);
}

} // namespace

BenchResults benchCostAccuracy(BenchLength length, const BenchProgress &progress)
{
    progress("costs against published measurements, leaving one network out");
    const auto measurements = publishedMeasurements();
    if (!measurements.ok())
        return measurements.error();
    const auto population = buildPopulation(*measurements);
    if (!population.ok())
        return population.error();
    // Quick: one system; its figures are not those of the table.
    const int quickRow = population->findRow("nucleo-h7a3zi-q", "x-cube-ai-9");
    const auto wanted = [&](const Observation &o) {
        return length == BenchLength::Full || o.row == quickRow;
    };
    const std::vector<HeldOut> heldOut = leaveOneOut(*population, wanted);
    std::vector<BenchResult> results;
    for (const bool energy : {false, true}) {
        const ErrorSummary summary = summarise(heldOut, *population, energy);
        const std::string name = energy ? "costs.energy" : "costs.latency";
        const std::string detail = fmt::format("of {} held-out predictions against MLPerf Tiny{}", summary.count,
                                               length == BenchLength::Full ? "" : ", one system only");
        results.push_back({name + ".median", 100 * summary.median, "%", "lower", "error " + detail});
        results.push_back({name + ".p90", 100 * summary.percentile90, "%", "lower", "90th percentile " + detail});
    }
    for (const HeldOut &one : heldOut) {
        const Measurement &m = population->measurements[static_cast<std::size_t>(
            population->measurementOf[static_cast<std::size_t>(one.observation)])];
        const bool energy = population->observations[static_cast<std::size_t>(one.observation)].energy;
        const double unit = energy ? 1 : m.clockMhz * 1e3;
        results.push_back({fmt::format("costs.heldout.{}.{}.{}", systemOf(m), m.network, energy ? "energy" : "latency"),
                           100 * one.relativeError(), "%", "near 0",
                           fmt::format("predicted {:.4g}, measured {:.4g} {}", one.predicted / unit,
                                       one.measured / unit, energy ? "µJ" : "ms")});
    }
    return results;
}

} // namespace paretoscope
