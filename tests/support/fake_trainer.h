// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A trainer that trains nothing: instant, its numbers follow from its seed, the phase's key and what it was told.
// A script may watch every step, wait, steer, stop, fail, and say what the quality is.
#pragma once

#include "core/search/trainer.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace dnas::test {

/// Where a trainer stands. A run is known by the seed of its trainers: hashText(RunPlan::key).
struct FakeMoment {
    std::uint64_t seed = 0;
    Phase phase = Phase::WarmUp;
    int epoch = 0;
    int step = 0;
};

/// Everything is optional; functions are called on the worker threads, several at once.
struct FakeScript {
    int steps = 4;
    std::function<void(const FakeMoment &)> atStep; ///< before the step's border (pause, stop, steering)
    std::function<Result<void>(const FakeMoment &)> atEpoch;
    std::function<double(const FakeMoment &)> quality; ///< on validation, behind an epoch
    std::function<double(const FakeMoment &)> share;   ///< of blocks that are on behind an epoch of the search
};

struct FakeCall {
    std::uint64_t seed = 0;
    std::string what; ///< "create", "begin search", "epoch search 0", "rate 0.5", "test"
};

class FakeTrainerFactory : public TrainerFactory {
public:
    explicit FakeTrainerFactory(FakeScript script = {})
        : m_script(std::move(script))
    {
    }
    std::unique_ptr<Trainer> create(const SearchSpace &space, const BoardSetup &setup, std::uint64_t seed) override;
    void prepareThread(int threads) override;

    const FakeScript &script() const { return m_script; }
    void note(std::uint64_t seed, std::string what);
    std::vector<FakeCall> calls() const;
    int count(const std::string &what) const;

private:
    FakeScript m_script;
    mutable std::mutex m_mutex;
    std::vector<FakeCall> m_calls;
};

/// A place where workers wait until the test lets them on.
class Gate {
public:
    void pass();                           ///< worker: says that it is here, and waits
    bool waitForArrival(int arrivals = 1); ///< test: false after ten seconds
    void open();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_arrivals = 0;
    bool m_open = false;
};

} // namespace dnas::test
