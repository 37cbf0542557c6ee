// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small study's worth of values, and a comparison of doubles that sees every bit.
#pragma once

#include "core/network/network_yaml.h"
#include "core/study/study.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

/// Fails the test with the error's text; evaluates its argument once, so that it may write.
#define CHECK_OK(result)                                                                                               \
    do {                                                                                                               \
        const auto &checked = (result);                                                                                \
        QVERIFY2(checked.ok(), checked.ok() ? "" : checked.error().text().c_str());                                    \
    } while (false)

namespace samples {

inline const char *const kSeedText = R"(name: tiny
input: {channels: 3, height: 8, width: 8}
layers:
  - {name: conv0, op: conv, channels: 4, kernel: 3, padding: same, activation: relu}
  - {name: flat, op: flatten}
  - {name: fc, op: dense, channels: 10, bias: true}
)";

inline dnas::Network seedNetwork() { return std::move(dnas::parseNetwork(kSeedText, "seed")).value(); }

inline dnas::Network smallNetwork()
{
    dnas::Network network = seedNetwork();
    network.layers[1].channels = 2;
    return network;
}

inline dnas::StudySpec spec()
{
    return {"objective: weights\n",
            "benchmark: demo\n",
            kSeedText,
            "board: b\n",
            "generic",
            "480 MHz",
            {{"macs", 12345}, {"weights", 2668}}};
}

inline dnas::StudyEnvironment environment() { return {"some processor", "1.13.1", "0.1.0", 2}; }

inline dnas::RunOutline outline()
{
    return {dnas::Method::RandomWidths,
            3,
            16,
            {{"weights", dnas::TermShape::Hinge, 1334.5, {}}, {"macs", dnas::TermShape::Absolute, 1.0 / 3, {}, 1}}};
}

inline dnas::StudyRun run(int id, const std::string &key)
{
    return {dnas::RunId{id}, key, "weights 50 %, λ 0.1", dnas::RunState::Running, "", {"weights", "macs"}, {},
            outline()};
}

inline dnas::EpochReport epoch(int run, dnas::Phase phase, int number)
{
    dnas::EpochReport report;
    report.run = dnas::RunId{run};
    report.phase = phase;
    report.epoch = number;
    report.epochs = 3;
    report.taskLoss = 1.0 / 3 + number;
    report.totalLoss = 0.1 + number;
    report.trainQuality = 0.7;
    report.validationLoss = -0.0;
    report.quality = std::nextafter(0.5, 1.0);
    report.learningRate = 1e-310; // subnormal
    report.seconds = 12.5;
    report.imagesPerSecond = 1800;
    if (phase == dnas::Phase::Search) {
        report.termLosses = {0.25, std::numeric_limits<double>::quiet_NaN()};
        report.strengths = {0.1, 1e300};
        report.targets = {38680, std::numeric_limits<double>::infinity()};
        report.costs = {{"macs", 1e6 + 0.1}, {"weights", 77360}};
        report.widths = {16, 9, 1};
    }
    return report;
}

inline dnas::SteeringChanged steering(int run)
{
    return {dnas::RunId{run}, dnas::Phase::Search, 1, 17, "strength.macs", 0.1, 0.3};
}

inline dnas::Candidate candidate(int run)
{
    dnas::Candidate c;
    c.run = dnas::RunId{run};
    c.label = "weights 50 %";
    c.network = smallNetwork();
    c.masks = {{1, 0, 0, 1}, std::vector<std::uint8_t>(10, 1)};
    c.weights = std::make_shared<dnas::WeightStore>(
        dnas::WeightStore{{"conv0.weight", {{2, 3, 3, 3}, std::vector<float>(54, 0.125F)}},
                          {"fc.bias", {{10}, std::vector<float>(10, 1)}}});
    c.quality = 0.8125;
    c.testQuality = 0.79;
    c.validationLoss = 0.6;
    c.testLoss = 0.61;
    c.validationDetails.measures = {{"top-5 accuracy", 0.975}};
    c.testDetails = {{{"AUC id_01", 0.5}, {"pAUC", -0.0}}, {70, 30, 12, std::int64_t{1} << 40}};
    c.movedChannels = 2;
    return c;
}

/// With 4 MiB of weights.
inline dnas::Candidate largeCandidate(int run)
{
    dnas::Candidate large = candidate(run);
    large.weights = std::make_shared<dnas::WeightStore>(
        dnas::WeightStore{{"fc.weight", {{1024, 1024}, std::vector<float>(std::size_t{1} << 20, 1)}}});
    return large;
}

inline dnas::CostSet costs()
{
    return {{"weights", {1334, dnas::Origin::Counted, std::nullopt}},
            {"latency", {23.8, dnas::Origin::Calibrated, 7.5}},
            {"energy", {412, dnas::Origin::Modelled, std::nullopt}}};
}

inline bool sameBits(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

inline bool sameBits(const std::vector<double> &a, const std::vector<double> &b)
{
    bool same = a.size() == b.size();
    for (std::size_t i = 0; same && i < a.size(); ++i)
        same = sameBits(a[i], b[i]);
    return same;
}

inline bool sameEpoch(const dnas::EpochReport &a, const dnas::EpochReport &b)
{
    return a.run == b.run && a.phase == b.phase && a.epoch == b.epoch && a.epochs == b.epochs &&
           sameBits({a.taskLoss, a.totalLoss, a.trainQuality, a.validationLoss, a.quality, a.learningRate, a.seconds,
                     a.imagesPerSecond},
                    {b.taskLoss, b.totalLoss, b.trainQuality, b.validationLoss, b.quality, b.learningRate, b.seconds,
                     b.imagesPerSecond}) &&
           sameBits(a.termLosses, b.termLosses) && sameBits(a.strengths, b.strengths) &&
           sameBits(a.targets, b.targets) && a.costs == b.costs && a.widths == b.widths;
}

inline dnas::RunCheckpoint checkpoint(int run, dnas::Phase phase, int epoch)
{
    dnas::RunCheckpoint made{.run = dnas::RunId{run}, .phase = phase, .epoch = epoch, .state = "{\"a\": 1}"};
    made.arrays["x"] = {{3}, {-0.0F, std::numeric_limits<float>::quiet_NaN(), 0.1F}};
    return made;
}

/// One finished run with history, a checkpoint, a change, one that waits, a candidate and a warm-up; closed again.
inline dnas::Result<void> writeStudy(const std::filesystem::path &path)
{
    const auto made = dnas::Study::create(path, spec(), environment());
    if (!made.ok())
        return made.error();
    dnas::Study &study = **made;
    for (const auto &result : {study.addRun(run(1, "key one")), study.addEpoch(epoch(1, dnas::Phase::WarmUp, 0)),
                               study.addEpoch(epoch(1, dnas::Phase::Search, 0)), study.addSteering(steering(1)),
                               study.addEpoch(epoch(1, dnas::Phase::Search, 1), checkpoint(1, dnas::Phase::Search, 1),
                                              dnas::CheckpointRetention::Usual),
                               study.putWarmUp("warm", *candidate(1).weights, 1.5),
                               study.setRunState(dnas::RunId{1}, dnas::RunState::Done, ""),
                               study.requestSteering({{{}, "learning_rate", 0.5}})})
        if (!result.ok())
            return result;
    const auto added = study.addCandidate(candidate(1), costs(), true);
    return added.ok() ? dnas::Result<void>() : dnas::Result<void>(added.error());
}

inline std::filesystem::path in(const QTemporaryDir &folder, const char *name)
{
    return folder.filePath(QString::fromUtf8(name)).toStdString();
}

inline QStringList filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
}

} // namespace samples
