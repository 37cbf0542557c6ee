// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small study with a front, made for the tests of the command line.
#pragma once

#include "tests/core/study/study_samples.h"

namespace cli_study {

inline dnas::WeightStore weightsOf(int channels)
{
    const auto array = [](std::vector<std::int64_t> shape) {
        std::size_t size = 1;
        for (const std::int64_t side : shape)
            size *= static_cast<std::size_t>(side);
        return dnas::NamedArray{std::move(shape), std::vector<float>(size, 0.125F)};
    };
    // conv0: 3 → channels, 3×3; fc: channels · 8 · 8 → 10.
    return {{"conv0.weight", array({channels, 3, 3, 3})},
            {"fc.weight", array({10, channels * 64})},
            {"fc.bias", array({10})}};
}

inline dnas::Candidate candidate(int run, int channels, double quality)
{
    dnas::Candidate c = samples::candidate(run);
    c.network = samples::seedNetwork();
    c.network.layers[1].channels = channels;
    // Groups: input, conv0, fc.
    c.masks = {std::vector<std::uint8_t>(3, 1), std::vector<std::uint8_t>(4, 0), std::vector<std::uint8_t>(10, 1)};
    std::fill_n(c.masks[1].begin(), channels, std::uint8_t{1});
    c.weights = std::make_shared<dnas::WeightStore>(weightsOf(channels));
    c.isSeed = channels == 4;
    c.label = c.isSeed ? "seed network" : "weights " + std::to_string(25 * channels) + " %";
    c.quality = quality;
    c.testQuality = quality - 0.01;
    return c;
}

/// tiny: 27 c weights of conv0 and 640 c of fc; 64 · 27 c + 640 c MACs.
inline dnas::CostSet costs(int channels)
{
    return {{"weights", {667.0 * channels, dnas::Origin::Counted, std::nullopt}},
            {"macs", {2368.0 * channels, dnas::Origin::Counted, std::nullopt}},
            {"latency", {0.5 * channels, dnas::Origin::Modelled, 15}}};
}

/// Candidates 1…5: seed (4 channels, 0.80), 3 channels 0.79, 2 channels 0.60 (dominated by the next), 1 channel 0.70,
/// and one that failed.
inline dnas::Result<void> writeStudy(const std::filesystem::path &path)
{
    const auto made = dnas::Study::create(path, samples::spec(), samples::environment());
    if (!made.ok())
        return made.error();
    dnas::Study &study = **made;
    const std::pair<int, double> points[] = {{4, 0.80}, {3, 0.79}, {2, 0.60}, {1, 0.70}};
    int run = 0;
    for (const auto &[channels, quality] : points) {
        ++run;
        for (const auto &result : {study.addRun(samples::run(run, "key " + std::to_string(run))),
                                   study.addEpoch(samples::epoch(run, dnas::Phase::Search, 0)),
                                   study.addEpoch(samples::epoch(run, dnas::Phase::Search, 1)),
                                   study.setRunState(dnas::RunId{run}, dnas::RunState::Done, "")})
            if (!result.ok())
                return result;
        if (const auto added = study.addCandidate(candidate(run, channels, quality), costs(channels), true);
            !added.ok())
            return added.error();
    }
    if (const auto added = study.addRun(samples::run(5, "key 5")); !added.ok())
        return added;
    dnas::Candidate failed = samples::candidate(5);
    failed.state = dnas::CandidateState::Failed;
    failed.reason = "the loss stopped being a number";
    const auto added = study.addCandidate(failed, {}, true);
    return added.ok() ? dnas::Result<void>() : dnas::Result<void>(added.error());
}

} // namespace cli_study
