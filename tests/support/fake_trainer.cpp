// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_trainer.h"

#include "core/base/random.h"
#include "core/supernet/discretise.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>

namespace dnas::test {

namespace {

class FakeTrainer : public Trainer {
public:
    FakeTrainer(FakeTrainerFactory &factory, const SearchSpace &space, std::uint64_t seed)
        : m_factory(factory)
        , m_space(space)
        , m_seed(seed)
        , m_masks(space.fullMasks())
    {
        for (const auto &[name, shape] : weightShapes(space.seed())) {
            std::int64_t count = 1;
            for (const std::int64_t extent : shape)
                count *= extent;
            m_weights[name] = {shape, std::vector<float>(static_cast<std::size_t>(count), 0.5F)};
        }
    }

    Result<void> load(const WeightStore &weights, const std::string &file) override
    {
        if (const auto checked = checkWeights(m_space.seed(), weights, file); !checked.ok())
            return checked.error();
        m_weights = weights;
        m_told.reset();
        return {};
    }
    WeightStore weights() const override { return m_weights; }

    void beginPhase(const PhaseSetup &setup) override
    {
        m_setup = setup;
        m_peak = setup.options.weights.learningRate;
        m_masks = m_space.fullMasks();
        m_factory.note(m_seed, std::string("begin ") + phaseName(setup.phase));
    }
    TrainerState state() const override
    {
        TrainerState state{m_weights, {}};
        for (std::size_t g = 0; g < m_masks.size(); ++g) {
            const auto count = static_cast<std::int64_t>(m_masks[g].size());
            state.arrays["mask" + std::to_string(g)] = {{count}, {m_masks[g].begin(), m_masks[g].end()}};
        }
        if (m_told)
            state.counters["told"] = std::bit_cast<std::int64_t>(*m_told);
        return state;
    }
    Result<void> restore(const TrainerState &state) override
    {
        for (auto &[name, array] : m_weights) {
            if (!state.arrays.contains(name))
                return invalidInput("a checkpoint of another network");
            array = state.arrays.at(name);
        }
        for (std::size_t g = 0; g < m_masks.size(); ++g) {
            const auto &values = state.arrays.at("mask" + std::to_string(g)).values;
            for (std::size_t c = 0; c < m_masks[g].size(); ++c)
                m_masks[g][c] = values.at(c) != 0 ? 1 : 0;
        }
        m_told.reset();
        if (const auto told = state.counters.find("told"); told != state.counters.end())
            m_told = std::bit_cast<double>(told->second);
        m_factory.note(m_seed, std::string("restore ") + phaseName(m_setup.phase));
        return {};
    }
    int stepsPerEpoch() const override { return m_factory.script().steps; }
    void setObjective(const std::vector<ActiveTerm> &terms, const std::vector<double> &strengths) override
    {
        m_terms = terms;
        m_strengths = strengths;
    }
    void setLearningRate(double peak) override
    {
        m_peak = peak;
        m_factory.note(m_seed, "rate " + std::to_string(peak));
    }
    double learningRate() const override { return m_peak; }

    Result<EpochOutcome> trainEpoch(int epoch, const StepHooks &hooks) override
    {
        const FakeScript &script = m_factory.script();
        FakeMoment moment{m_seed, m_setup.phase, epoch, 0};
        m_factory.note(m_seed, std::string("epoch ") + phaseName(m_setup.phase) + " " + std::to_string(epoch));
        if (script.atEpoch) {
            if (const auto allowed = script.atEpoch(moment); !allowed.ok())
                return allowed.error();
        }
        EpochOutcome outcome;
        RandomStream random(m_setup.key, "fake", {m_seed, static_cast<std::uint64_t>(epoch)});
        for (int step = 0; step < script.steps; ++step) {
            moment.step = step;
            if (script.atStep)
                script.atStep(moment);
            if (hooks.before && !hooks.before(step)) {
                outcome.interrupted = true;
                return outcome;
            }
            // Everything that a real trainer would feel leaves a trace.
            double loss = random.uniform() + m_peak;
            for (std::size_t i = 0; m_setup.phase == Phase::Search && i < m_terms.size(); ++i)
                loss += 1e-3 * m_strengths[i] + 1e-9 * m_terms[i].target;
            outcome.taskLoss += loss / script.steps;
            if (hooks.after)
                hooks.after({step + 1, script.steps, loss, loss, 1000});
        }
        outcome.totalLoss = outcome.taskLoss;
        outcome.termLosses = m_strengths;
        outcome.quality = random.uniform();
        outcome.learningRate = m_peak;
        outcome.seconds = 0.01;
        for (auto &[name, array] : m_weights)
            array.values.front() += static_cast<float>(random.uniform() + 0.1 * outcome.taskLoss);
        if (m_setup.phase == Phase::Search)
            shrink(moment);
        m_told.reset();
        if (script.quality)
            m_told = script.quality(moment);
        return outcome;
    }

    Evaluation evaluate(Split split, const std::function<bool()> &stop) override
    {
        m_factory.note(m_seed, splitName(split));
        if (stop && stop())
            return {};
        float sum = 0;
        for (const auto &[name, array] : m_weights)
            sum += array.values.front();
        RandomStream random(std::bit_cast<std::uint32_t>(sum), splitName(split));
        Evaluation evaluation{random.uniform() + 0.5, random.uniform()};
        if (m_told && split == Split::Validation)
            evaluation.quality = *m_told;
        return evaluation;
    }

    ChannelMasks masks() const override { return m_masks; }
    std::vector<std::vector<double>> importance() const override
    {
        std::vector<std::vector<double>> theta(m_space.groups().size());
        for (std::size_t g = 0; g < theta.size(); ++g) {
            const ChannelGroup &group = m_space.groups()[g];
            RandomStream random(m_seed, "importance", {g});
            for (int block = 0; !group.frozen && block < group.blocks(); ++block)
                theta[g].push_back(random.uniform());
        }
        return theta;
    }

private:
    void shrink(const FakeMoment &moment)
    {
        const FakeScript &script = m_factory.script();
        const double share = script.share ? script.share(moment) : 1 - 0.5 * (moment.epoch + 1) / m_setup.epochs;
        m_masks = m_space.fullMasks();
        for (std::size_t g = 0; g < m_masks.size(); ++g) {
            const ChannelGroup &group = m_space.groups()[g];
            if (group.frozen)
                continue;
            const auto order = RandomStream(m_seed, "order", {g}).permutation(group.blocks());
            const auto kept = static_cast<std::size_t>(std::max<long>(1, std::lround(share * group.blocks())));
            for (std::size_t i = kept; i < order.size(); ++i) {
                const auto block = static_cast<int>(order[i]);
                const auto first = m_masks[g].begin() + block * group.granularity;
                std::fill(first, first + group.blockSize(block), std::uint8_t{0});
            }
        }
    }

    FakeTrainerFactory &m_factory;
    SearchSpace m_space;
    std::uint64_t m_seed;
    ChannelMasks m_masks;
    WeightStore m_weights;
    PhaseSetup m_setup;
    std::vector<ActiveTerm> m_terms;
    std::vector<double> m_strengths;
    double m_peak = 0;
    std::optional<double> m_told;
};

} // namespace

std::unique_ptr<Trainer> FakeTrainerFactory::create(const SearchSpace &space, const BoardSetup &, std::uint64_t seed)
{
    note(seed, "create");
    return std::make_unique<FakeTrainer>(*this, space, seed);
}

void FakeTrainerFactory::prepareThread(int threads) { note(0, "prepare " + std::to_string(threads)); }

void FakeTrainerFactory::note(std::uint64_t seed, std::string what)
{
    const std::lock_guard lock(m_mutex);
    m_calls.push_back({seed, std::move(what)});
}

std::vector<FakeCall> FakeTrainerFactory::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

int FakeTrainerFactory::count(const std::string &what) const
{
    const auto made = calls();
    return static_cast<int>(
        std::count_if(made.begin(), made.end(), [&](const FakeCall &call) { return call.what == what; }));
}

void Gate::pass()
{
    std::unique_lock lock(m_mutex);
    ++m_arrivals;
    m_changed.notify_all();
    m_changed.wait_for(lock, std::chrono::seconds(20), [this] { return m_open; });
}

bool Gate::waitForArrival(int arrivals)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_arrivals >= arrivals; });
}

void Gate::open()
{
    const std::lock_guard lock(m_mutex);
    m_open = true;
    m_changed.notify_all();
}

} // namespace dnas::test
