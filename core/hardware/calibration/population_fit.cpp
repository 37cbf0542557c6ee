// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Gauss–Newton for the deviations, expectation–maximisation for their widths. Both work in the space of the
// observations: all terms of a deviation have the same width, so the covariance of two observations is (sum of the
// variances of the deviations that they share) × (scalar product of their slopes by term), and one Cholesky factor of a
// few hundred rows is all there is.
#include "core/hardware/calibration/population_fit.h"

#include "core/hardware/calibration/first_guess.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <map>

namespace dnas {

namespace {

using Terms = Eigen::Array<double, static_cast<int>(kWorkTerms), 1>;

enum Level { Common, Library, Version, Core, Accelerator, Chip, EnergyTerm, EnergyChip, kLevels };

constexpr double kPriorWidth = 0.7;   // to either side of where a coefficient begins: a factor of two
constexpr double kFreeVariance = 100; // of a row's scale and power: whatever the measurements say
constexpr double kStudent = 4;        // degrees of freedom of the errors
constexpr double kWidthWeight = 4;    // what a starting width counts, in coefficients
constexpr double kNoiseWeight = 8;    // what the starting noise counts, in observations
constexpr double kStartNoise = 0.05;
constexpr int kRounds = 12;

Terms termsOf(const WorkVector &values) { return Eigen::Map<const Terms>(values.data()); }

} // namespace

struct PopulationFit::State {
    std::vector<MeasuredRow> rows;
    std::vector<Observation> observations;
    std::vector<Level> levels;                       ///< by deviation
    std::vector<std::vector<int>> latencyDeviations; ///< by row
    std::vector<std::vector<int>> energyDeviations;  ///< by row, beside those of the latency
    std::vector<Terms> priors;                       ///< by row: log
    std::vector<Terms> floors;                       ///< by row: cycles that no library can save
    std::vector<Terms> deviations;
    Eigen::ArrayXd scale; ///< by row
    Eigen::ArrayXd power; ///< by row
    std::array<double, kLevels> width{kPriorWidth, 0.5, 0.3, 0.3, 0.5, 0.15, 0.1, 0.1};
    std::array<double, 2> noise{kStartNoise, kStartNoise};
    PopulationSpread spread;

    // One linearisation.
    Eigen::ArrayXd predicted;
    Eigen::ArrayXd measured;
    using Shares = Eigen::Matrix<double, Eigen::Dynamic, static_cast<int>(kWorkTerms)>;
    Shares shares;       ///< of each term above its floor in the cost: slopes by the deviations of the latency
    Shares energyShares; ///< of each whole term: slopes by the deviations of the energy; 0 for latencies

    void addDeviations();
    std::vector<std::vector<int>> members(const std::vector<std::vector<int>> &deviationsOfRows, bool energyOnly) const;
    Terms aboveFloor(int row) const;
    Terms energyFactor(int row) const;
    Terms sumOf(const std::vector<int> &indices) const;
    void linearise();
    Eigen::ArrayXd weights() const;
    double loss() const;
    Eigen::MatrixXd covariance() const;
    bool step();
    void updateWidths();
    void fit();
};

void PopulationFit::State::addDeviations()
{
    std::map<std::string, int> known;
    const auto index = [&](const std::string &name, Level level) {
        const auto [entry, isNew] = known.try_emplace(name, static_cast<int>(levels.size()));
        if (isNew)
            levels.push_back(level);
        return entry->second;
    };
    for (const MeasuredRow &row : rows) {
        std::vector<int> list{index("common", Common)};
        for (std::size_t i = 0; i <= row.predecessors.size(); ++i) {
            const bool oldest = i == row.predecessors.size();
            const std::string &name = i == 0 ? row.library : row.predecessors[i - 1];
            list.push_back(index("library " + name, oldest ? Library : Version));
        }
        list.push_back(index("core " + row.core, row.accelerator ? Accelerator : Core));
        list.push_back(index("chip " + row.chip, Chip));
        latencyDeviations.push_back(std::move(list));
        energyDeviations.push_back({index("energy", EnergyTerm), index("energy of " + row.chip, EnergyChip)});
        priors.push_back(termsOf(firstGuess(row)).log());
        floors.push_back(termsOf(leastCycles(row)));
    }
    deviations.assign(levels.size(), Terms::Zero());
    scale = Eigen::ArrayXd::Zero(static_cast<int>(rows.size()));
    power = scale;
}

/// By deviation: the observations that it bears on.
std::vector<std::vector<int>> PopulationFit::State::members(const std::vector<std::vector<int>> &deviationsOfRows,
                                                            bool energyOnly) const
{
    std::vector<std::vector<int>> members(levels.size());
    for (int q = 0; q < static_cast<int>(observations.size()); ++q) {
        const Observation &observation = observations[static_cast<std::size_t>(q)];
        if (energyOnly && !observation.energy)
            continue;
        for (const int d : deviationsOfRows[static_cast<std::size_t>(observation.row)])
            members[static_cast<std::size_t>(d)].push_back(q);
    }
    return members;
}

Terms PopulationFit::State::sumOf(const std::vector<int> &indices) const
{
    Terms sum = Terms::Zero();
    for (const int d : indices)
        sum += deviations[static_cast<std::size_t>(d)];
    return sum;
}

Terms PopulationFit::State::aboveFloor(int row) const
{
    const auto r = static_cast<std::size_t>(row);
    return (priors[r] + sumOf(latencyDeviations[r]) + scale[row]).exp();
}

/// Microjoule of a cycle, by term.
Terms PopulationFit::State::energyFactor(int row) const
{
    return (sumOf(energyDeviations[static_cast<std::size_t>(row)]) + power[row]).exp();
}

void PopulationFit::State::linearise()
{
    for (int q = 0; q < static_cast<int>(observations.size()); ++q) {
        const Observation &observation = observations[static_cast<std::size_t>(q)];
        const Terms factor = observation.energy ? energyFactor(observation.row) : Terms::Ones();
        const Terms free = termsOf(observation.work) * aboveFloor(observation.row) * factor;
        const Terms parts =
            free + termsOf(observation.work) * floors[static_cast<std::size_t>(observation.row)] * factor;
        const double sum = parts.sum();
        predicted[q] = std::log(sum);
        shares.row(q) = (free / sum).matrix();
        if (observation.energy)
            energyShares.row(q) = (parts / sum).matrix();
    }
}

/// Precision of each observation given how far off it is (Student's t as a mixture of normals).
Eigen::ArrayXd PopulationFit::State::weights() const
{
    Eigen::ArrayXd w(predicted.size());
    for (int q = 0; q < w.size(); ++q) {
        const double variance = std::pow(noise[observations[static_cast<std::size_t>(q)].energy], 2);
        w[q] = (kStudent + 1) / (kStudent + std::pow(measured[q] - predicted[q], 2) / variance) / variance;
    }
    return w;
}

double PopulationFit::State::loss() const
{
    double sum = (scale.square().sum() + power.square().sum()) / kFreeVariance;
    for (std::size_t d = 0; d < deviations.size(); ++d)
        sum += deviations[d].square().sum() / std::pow(width[levels[d]], 2);
    for (int q = 0; q < predicted.size(); ++q) {
        const double sigma = noise[observations[static_cast<std::size_t>(q)].energy];
        sum += (kStudent + 1) * std::log1p(std::pow((measured[q] - predicted[q]) / sigma, 2) / kStudent);
    }
    return sum / 2;
}

/// Prior covariance of the observations under the linearisation.
Eigen::MatrixXd PopulationFit::State::covariance() const
{
    const auto count = static_cast<int>(observations.size());
    const auto sharedVariance = [&](const std::vector<std::vector<int>> &groups) {
        Eigen::MatrixXd shared = Eigen::MatrixXd::Zero(count, count);
        for (std::size_t d = 0; d < groups.size(); ++d) {
            const double variance = std::pow(width[levels[d]], 2);
            for (const int a : groups[d]) {
                for (const int b : groups[d])
                    shared(a, b) += variance;
            }
        }
        return shared;
    };
    Eigen::MatrixXd k =
        sharedVariance(members(latencyDeviations, false)).cwiseProduct(shares * shares.transpose()) +
        sharedVariance(members(energyDeviations, true)).cwiseProduct(energyShares * energyShares.transpose());
    const Eigen::VectorXd ofScale = shares.rowwise().sum();
    for (int a = 0; a < count; ++a) {
        for (int b = 0; b < count; ++b) {
            const Observation &first = observations[static_cast<std::size_t>(a)];
            const Observation &second = observations[static_cast<std::size_t>(b)];
            if (first.row == second.row)
                k(a, b) += kFreeVariance * (ofScale[a] * ofScale[b] + (first.energy && second.energy ? 1 : 0));
        }
    }
    return k;
}

/// One Gauss–Newton step with halving; false when nothing moves any more.
bool PopulationFit::State::step()
{
    constexpr double kSmallMove = 1e-3;
    const auto count = static_cast<int>(observations.size());
    // What the linear part already explains is added back, so that the solution is the whole deviation, not a change of
    // it.
    Eigen::VectorXd target = (measured - predicted).matrix();
    for (int q = 0; q < count; ++q) {
        const Observation &observation = observations[static_cast<std::size_t>(q)];
        const auto row = static_cast<std::size_t>(observation.row);
        const Terms own = shares.row(q).transpose().array();
        target[q] += (own * (sumOf(latencyDeviations[row]) + scale[observation.row])).sum();
        if (observation.energy) {
            const Terms whole = energyShares.row(q).transpose().array();
            target[q] += (whole * sumOf(energyDeviations[row])).sum() + power[observation.row];
        }
    }
    Eigen::MatrixXd k = covariance();
    k.diagonal() += weights().inverse().matrix();
    const Eigen::VectorXd alpha = k.llt().solve(target);

    std::vector<Terms> newDeviations(deviations.size(), Terms::Zero());
    Eigen::ArrayXd newScale = Eigen::ArrayXd::Zero(scale.size());
    Eigen::ArrayXd newPower = newScale;
    const auto gather = [&](const std::vector<std::vector<int>> &groups, const Shares &slopes) {
        for (std::size_t d = 0; d < groups.size(); ++d) {
            const double variance = std::pow(width[levels[d]], 2);
            for (const int q : groups[d])
                newDeviations[d] += slopes.row(q).transpose().array() * (alpha[q] * variance);
        }
    };
    gather(members(latencyDeviations, false), shares);
    gather(members(energyDeviations, true), energyShares);
    for (int q = 0; q < count; ++q) {
        const Observation &observation = observations[static_cast<std::size_t>(q)];
        newScale[observation.row] += kFreeVariance * alpha[q] * shares.row(q).sum();
        if (observation.energy)
            newPower[observation.row] += kFreeVariance * alpha[q];
    }
    const std::vector<Terms> oldDeviations = deviations;
    const Eigen::ArrayXd oldScale = scale;
    const Eigen::ArrayXd oldPower = power;
    const double before = loss();
    double move = 0;
    for (double part = 1; part > 1e-3; part /= 2) {
        move = 0;
        for (std::size_t d = 0; d < deviations.size(); ++d) {
            deviations[d] = oldDeviations[d] + part * (newDeviations[d] - oldDeviations[d]);
            move = std::max(move, (deviations[d] - oldDeviations[d]).abs().maxCoeff());
        }
        scale = oldScale + part * (newScale - oldScale);
        power = oldPower + part * (newPower - oldPower);
        linearise();
        if (loss() <= before + 1e-9)
            return move > kSmallMove;
    }
    deviations = oldDeviations;
    scale = oldScale;
    power = oldPower;
    linearise();
    return false;
}

/// Expected squares of all deviations and errors under the posterior give the next widths.
void PopulationFit::State::updateWidths()
{
    static const std::array<double, kLevels> kStart{kPriorWidth, 0.5, 0.3, 0.3, 0.5, 0.15, 0.1, 0.1};
    const auto count = static_cast<int>(observations.size());
    const Eigen::MatrixXd k = covariance();
    const Eigen::ArrayXd w = weights();
    Eigen::MatrixXd m = k;
    m.diagonal() += w.inverse().matrix();
    const Eigen::MatrixXd inverse = m.llt().solve(Eigen::MatrixXd::Identity(count, count));
    std::array<double, kLevels> squares{};
    std::array<double, kLevels> sizes{};
    // Posterior second moment of a deviation: its mean squared, and what the observations leave of its prior variance.
    const auto gather = [&](const std::vector<std::vector<int>> &groups, const Shares &slopes) {
        const Eigen::MatrixXd products = (slopes * slopes.transpose()).cwiseProduct(inverse);
        for (std::size_t d = 0; d < groups.size(); ++d) {
            if (groups[d].empty())
                continue;
            const double variance = std::pow(width[levels[d]], 2);
            double known = 0;
            for (const int a : groups[d]) {
                for (const int b : groups[d])
                    known += products(a, b);
            }
            squares[levels[d]] +=
                deviations[d].square().sum() + static_cast<double>(kWorkTerms) * variance - variance * variance * known;
            sizes[levels[d]] += static_cast<double>(kWorkTerms);
        }
    };
    gather(members(latencyDeviations, false), shares);
    gather(members(energyDeviations, true), energyShares);
    for (int level = Common + 1; level < kLevels; ++level) { // the common width stays: there is one of it
        const auto l = static_cast<std::size_t>(level);
        width[l] = std::sqrt((kWidthWeight * kStart[l] * kStart[l] + squares[l]) / (kWidthWeight + sizes[l]));
    }
    // Posterior variance of a fitted value: K − K M⁻¹ K.
    const Eigen::ArrayXd fitted = (k - k * inverse * k).diagonal().array();
    std::array<double, 2> errors{};
    std::array<double, 2> counts{};
    for (int q = 0; q < count; ++q) {
        const bool energy = observations[static_cast<std::size_t>(q)].energy;
        const double relative = w[q] * noise[energy] * noise[energy]; // weight of the observation, 1 for a normal one
        errors[energy] += relative * (std::pow(measured[q] - predicted[q], 2) + fitted[q]);
        counts[energy] += 1;
    }
    for (std::size_t e = 0; e < 2; ++e)
        noise[e] = std::sqrt((kNoiseWeight * kStartNoise * kStartNoise + errors[e]) / (kNoiseWeight + counts[e]));
}

void PopulationFit::State::fit()
{
    const auto count = static_cast<int>(observations.size());
    predicted.resize(count);
    measured.resize(count);
    shares = Shares::Zero(count, static_cast<int>(kWorkTerms));
    energyShares = shares;
    for (int q = 0; q < count; ++q)
        measured[q] = std::log(observations[static_cast<std::size_t>(q)].value);
    linearise();
    // Rows begin at their mean.
    for (const bool energy : {false, true}) {
        Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(scale.size());
        Eigen::ArrayXd number = sum;
        for (int q = 0; q < count; ++q) {
            const Observation &observation = observations[static_cast<std::size_t>(q)];
            if (observation.energy == energy) {
                sum[observation.row] += measured[q] - predicted[q];
                number[observation.row] += 1;
            }
        }
        (energy ? power : scale) = (number > 0).select(sum / number.max(1.0), 0.0);
        linearise();
    }
    for (int round = 0; round < kRounds; ++round) {
        for (int i = 0; i < (round == 0 ? 40 : 6) && step(); ++i) {
        }
        updateWidths();
    }
    for (int i = 0; i < 40 && step(); ++i) {
    }
    spread = {.library = width[Library],
              .version = width[Version],
              .core = width[Core],
              .accelerator = width[Accelerator],
              .chip = width[Chip],
              .energyTerm = width[EnergyTerm],
              .energyChip = width[EnergyChip],
              .latencyNoise = noise[0],
              .energyNoise = noise[1]};
}

PopulationFit::PopulationFit(std::vector<MeasuredRow> rows, const std::vector<Observation> &observations)
    : m_state(std::make_unique<State>())
{
    m_state->rows = std::move(rows);
    m_state->observations = observations;
    m_state->addDeviations();
    m_state->fit();
}

PopulationFit::~PopulationFit() = default;
PopulationFit::PopulationFit(PopulationFit &&) noexcept = default;

WorkVector PopulationFit::cycles(int row) const
{
    WorkVector values{};
    Eigen::Map<Terms>(values.data()) = m_state->aboveFloor(row) + m_state->floors[static_cast<std::size_t>(row)];
    return values;
}

WorkVector PopulationFit::microjoule(int row) const
{
    WorkVector values = cycles(row);
    Eigen::Map<Terms>(values.data()) *= m_state->energyFactor(row);
    return values;
}

const PopulationSpread &PopulationFit::spread() const { return m_state->spread; }

double cost(const WorkVector &work, const WorkVector &coefficients)
{
    double sum = 0;
    for (std::size_t k = 0; k < kWorkTerms; ++k)
        sum += work[k] * coefficients[k];
    return sum;
}

} // namespace dnas
