// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows, observations, and leaving one network out.
#include "core/hardware/calibration/population.h"

#include "core/base/files.h"
#include "core/base/joined.h"
#include "core/base/names.h"
#include "core/base/statistics.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <tuple>

namespace dnas {

namespace {

/// Names what there is; long networks only begin to.
Error noSuchLayer(const Network &network, const std::string &name)
{
    constexpr std::size_t kMostListed = 12;
    constexpr std::size_t kListed = 10; // of more than that
    std::vector<std::string> names;
    for (const Layer &layer : network.layers) {
        if (layer.op != "input")
            names.push_back(layer.name);
    }
    const std::string meant = nearestName(name, names);
    const std::size_t left = names.size() > kMostListed ? names.size() - kListed : 0;
    names.resize(names.size() - left);
    return invalidInput("network " + network.name + " has no layer '" + name + "'" +
                            (meant.empty() ? "" : ", did you mean " + meant + "?") + "; it has " + joined(names) +
                            (left > 0 ? " and " + std::to_string(left) + " more" : ""),
                        {.key = "layer"});
}

/// What one measurement ran, as work of either unit.
class WorkLoads {
public:
    /// Errors name the column; those about a file of a network name that file in their text.
    Result<WorkVector> of(const Measurement &m)
    {
        const auto key = std::tuple(m.network, m.layer, m.system.unit);
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second;
        const Result<Network> network = loadNetwork(m.network);
        if (!network.ok())
            return Error{network.error().code, network.error().text(), {.key = "network"}};
        WorkVector work{};
        if (m.layer.empty()) {
            work = workVector(*network, m.system.unit);
        } else {
            const int index = network->indexOf(m.layer);
            if (index < 0)
                return noSuchLayer(*network, m.layer);
            const Result<std::vector<Shape>> shapes = inferShapes(*network);
            if (!shapes.ok())
                return Error{shapes.error().code, shapes.error().text(), {.key = "network"}};
            work = workVector(geometryOf(*network, index, *shapes), m.system.unit);
        }
        if (std::all_of(work.begin(), work.end(), [](double w) { return w == 0; }))
            return invalidInput("'" + (m.layer.empty() ? m.network : m.layer) + "' does no work when deployed",
                                {.key = m.layer.empty() ? "network" : "layer"});
        m_known[key] = work;
        return work;
    }

private:
    std::map<std::tuple<std::string, std::string, WorkUnit>, WorkVector> m_known;
};

const std::string &generationOf(const Measurement &m) { return m.generation.empty() ? m.system.library : m.generation; }

/// By measurement: what leaves together. A network under any of its names; its layers with it, unless nobody measured
/// it whole on that chip and library.
std::vector<std::string> heldOutSubjects(const std::vector<Measurement> &measurements)
{
    std::map<std::string, std::string> files;
    std::set<std::tuple<std::string, std::string, std::string>> whole;
    for (const Measurement &m : measurements) {
        const Result<std::filesystem::path> file = findResource("networks", m.network);
        std::error_code ignored;
        files[m.network] = file.ok() ? std::filesystem::weakly_canonical(*file, ignored).string() : m.network;
        if (m.layer.empty())
            whole.emplace(m.system.chip, generationOf(m), files[m.network]);
    }
    std::vector<std::string> subjects;
    for (const Measurement &m : measurements) {
        const std::string &file = files[m.network];
        subjects.push_back(whole.contains({m.system.chip, generationOf(m), file}) ? file : file + '/' + m.layer);
    }
    return subjects;
}

} // namespace

int Population::findRow(const std::string &board, const std::string &runtime) const
{
    for (std::size_t i = 0; i < measurements.size(); ++i) {
        if (measurements[i].board == board && measurements[i].runtime == runtime)
            return rowOf[i];
    }
    return -1;
}

Result<Population> buildPopulation(std::vector<Measurement> measurements)
{
    Population population;
    WorkLoads loads;
    std::map<std::tuple<std::string, std::string, std::string, std::string, double>, int> rows;
    for (std::size_t i = 0; i < measurements.size(); ++i) {
        const Measurement &m = measurements[i];
        if (!(m.clockMhz > 0))
            return invalidInput("measurement without a clock", {.line = m.line, .key = "clock_mhz"});
        Result<WorkVector> work = loads.of(m);
        if (!work.ok())
            return Error{work.error().code, work.error().message, {.line = m.line, .key = work.error().place.key}};
        const auto key = std::tuple(m.system.chip, m.system.library, m.submitter, m.round, m.clockMhz);
        const auto [row, isNew] = rows.try_emplace(key, static_cast<int>(population.rows.size()));
        if (isNew) {
            population.rows.push_back(m.system);
            population.clockMhz.push_back(m.clockMhz);
        }
        population.rowOf.push_back(row->second);
        const auto observe = [&](bool energy, double value) {
            population.observations.push_back({row->second, *work, energy, value});
            population.measurementOf.push_back(static_cast<int>(i));
        };
        if (m.latencyMs)
            observe(false, *m.latencyMs * m.clockMhz * 1e3);
        if (m.energyUj)
            observe(true, *m.energyUj);
    }
    population.measurements = std::move(measurements);
    return population;
}

std::vector<HeldOut> leaveOneOut(const Population &population, const std::function<bool(const Observation &)> &wanted,
                                 const GoOn &goOn)
{
    using Key = std::tuple<std::string, std::string, std::string>; // chip, generation, network
    const std::vector<std::string> subjects = heldOutSubjects(population.measurements);
    std::map<Key, std::vector<int>> groups;
    std::vector<Key> keys;
    for (std::size_t q = 0; q < population.observations.size(); ++q) {
        const Measurement &m = population.measurements[static_cast<std::size_t>(population.measurementOf[q])];
        const std::string &generation = generationOf(m);
        keys.emplace_back(m.system.chip, generation, subjects[static_cast<std::size_t>(population.measurementOf[q])]);
        groups[keys.back()].push_back(static_cast<int>(q));
    }
    if (wanted) {
        std::erase_if(groups, [&](const auto &group) {
            return std::none_of(group.second.begin(), group.second.end(),
                                [&](int q) { return wanted(population.observations[static_cast<std::size_t>(q)]); });
        });
    }
    std::vector<HeldOut> heldOut;
    int done = 0;
    for (const auto &[key, members] : groups) {
        if (goOn && !goOn(done++, static_cast<int>(groups.size())))
            break;
        std::vector<Observation> rest;
        for (std::size_t q = 0; q < population.observations.size(); ++q) {
            if (keys[q] != key)
                rest.push_back(population.observations[q]);
        }
        const PopulationFit fit(population.rows, rest);
        for (const int q : members) {
            const Observation &observation = population.observations[static_cast<std::size_t>(q)];
            const WorkVector coefficients =
                observation.energy ? fit.microjoule(observation.row) : fit.cycles(observation.row);
            heldOut.push_back({q, cost(observation.work, coefficients), observation.value});
        }
    }
    std::sort(heldOut.begin(), heldOut.end(),
              [](const HeldOut &a, const HeldOut &b) { return a.observation < b.observation; });
    return heldOut;
}

ErrorSummary summarise(const std::vector<HeldOut> &heldOut, const Population &population, bool energy)
{
    std::vector<double> errors;
    for (const HeldOut &one : heldOut) {
        if (population.observations[static_cast<std::size_t>(one.observation)].energy == energy)
            errors.push_back(std::abs(one.relativeError()));
    }
    return {errors.size(), quantile(errors, 0.5), quantile(errors, 0.9)};
}

} // namespace dnas
