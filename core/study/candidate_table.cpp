// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables candidates, candidate_data, costs and warm_ups. Costs belong to (candidate, board, runtime, point,
// exit, metric), so that other boards' figures can stand beside those of the search.
#include "core/base/files.h"
#include "core/network/network_yaml.h"
#include "core/network/shapes.h"
#include "core/study/mask_codec.h"
#include "core/study/quality_table.h"
#include "core/study/study_private.h"

#include <algorithm>
#include <set>

namespace dnas {
namespace {

std::optional<CandidateState> stateOf(const std::string &name)
{
    return enumOf(name,
                  {CandidateState::Done, CandidateState::Stopped, CandidateState::Failed, CandidateState::Dropped},
                  candidateStateName);
}

std::optional<Origin> originOf(const std::string &name)
{
    return enumOf(name, {Origin::Counted, Origin::Modelled, Origin::Calibrated, Origin::Measured}, originName);
}

Result<void> insertCosts(Database &database, std::int64_t candidate, const StudySpec &spec, const CostSet &costs)
{
    Statement insert(database, "INSERT INTO costs VALUES (?, ?, ?, ?, '', ?, ?, ?, ?)");
    const std::string board = sha256(spec.board);
    for (const auto &[metric, cost] : costs) {
        insert.bind(candidate).bind(board).bind(spec.runtime).bind(spec.point).bind(metric).bind(cost.value);
        insert.bind(originName(cost.origin));
        if (cost.errorPercent)
            insert.bind(*cost.errorPercent);
        else
            insert.bindNull();
        if (auto put = insert.run(); !put.ok())
            return put;
    }
    return insert.status();
}

std::string candidateText(CandidateId id) { return "candidate " + std::to_string(id.value); }

/// Whether masks may belong to this seed: each group as long as some layer of it has channels, none empty.
bool fits(const ChannelMasks &masks, const Network &seed)
{
    const auto shapes = inferShapes(seed);
    if (!shapes.ok())
        return false;
    std::set<std::size_t> sizes;
    for (const Shape &shape : *shapes)
        sizes.insert(static_cast<std::size_t>(shape.channels));
    return std::all_of(masks.begin(), masks.end(), [&](const auto &group) {
        return sizes.contains(group.size()) && std::find(group.begin(), group.end(), 1) != group.end();
    });
}

} // namespace

Result<CandidateId> Study::addCandidate(const Candidate &candidate, const CostSet &costs, bool feasible)
{
    // The large parts are written out before anybody has to wait for the lock.
    const std::string masks = encodeMasks(candidate.masks);
    const std::string weights = candidate.weights ? writeSafetensors(*candidate.weights) : std::string();
    const std::string network = candidate.network.layers.empty() ? std::string() : writeNetwork(candidate.network);
    return d->write([&](Database &database) -> Result<CandidateId> {
        if (const auto known = d->requireRun(candidate.run); !known.ok())
            return known.error();
        const auto spec = d->readSpec();
        if (!spec.ok())
            return spec.error();
        Statement insert(database, "INSERT INTO candidates VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(candidate.run.value)
            .bind(candidateStateName(candidate.state))
            .bind(candidate.reason)
            .bind(candidate.label)
            .bind(candidate.isSeed)
            .bind(feasible)
            .bind(candidate.quality)
            .bind(candidate.testQuality)
            .bind(candidate.qualityMetric)
            .bind(candidate.qualityPrecision)
            .bind(candidate.validationLoss)
            .bind(candidate.testLoss)
            .bind(candidate.movedChannels);
        if (network.empty()) {
            insert.bindNull();
        } else {
            const auto key = putText(database, network);
            if (!key.ok())
                return key.error();
            insert.bind(*key);
        }
        if (const auto put = insert.run(); !put.ok())
            return put.error();
        const std::int64_t id = database.lastRowId();
        Statement data(database, "INSERT INTO candidate_data VALUES (?, ?, ?)");
        data.bind(id).bindBlob(masks);
        if (candidate.weights)
            data.bindBlob(weights);
        else
            data.bindNull();
        if (const auto put = data.run(); !put.ok())
            return put.error();
        if (const auto put = insertCosts(database, id, *spec, costs); !put.ok())
            return put.error();
        if (const auto put = insertDetails(database, id, "validation", candidate.validationDetails); !put.ok())
            return put.error();
        if (const auto put = insertDetails(database, id, "test", candidate.testDetails); !put.ok())
            return put.error();
        return CandidateId{static_cast<int>(id)};
    });
}

Result<std::vector<CandidateSummary>> Study::candidates() const
{
    return d->read([&](Database &database) -> Result<std::vector<CandidateSummary>> {
        const auto spec = d->readSpec();
        if (!spec.ok())
            return spec.error();
        std::vector<CandidateSummary> found;
        std::map<std::int64_t, std::size_t> rows;
        Statement read(database, "SELECT id, run, state, reason, label, is_seed, feasible, quality, test_quality, "
                                 "quality_metric, quality_precision, moved_channels FROM candidates ORDER BY id");
        while (read.next()) {
            CandidateSummary summary;
            const auto state = stateOf(read.text(2));
            summary.id = CandidateId{read.smallInteger(0)};
            if (!state)
                return d->damaged(candidateText(summary.id) + " is in no known state");
            summary.run = RunId{read.smallInteger(1)};
            summary.state = *state;
            summary.reason = read.text(3);
            summary.label = read.text(4);
            summary.isSeed = read.integer(5) != 0;
            summary.feasible = read.integer(6) != 0;
            summary.quality = read.real(7);
            summary.testQuality = read.real(8);
            summary.qualityMetric = read.text(9);
            summary.qualityPrecision = read.text(10);
            summary.movedChannels = read.smallInteger(11);
            rows[read.integer(0)] = found.size();
            found.push_back(std::move(summary));
        }
        if (const auto status = read.status(); !status.ok())
            return status.error();

        Statement costs(database, "SELECT candidate, metric, value, origin, error_percent FROM costs "
                                  "WHERE board = ? AND runtime = ? AND point = ? AND exit = ''");
        costs.bind(sha256(spec->board)).bind(spec->runtime).bind(spec->point);
        while (costs.next()) {
            const auto row = rows.find(costs.integer(0));
            const auto origin = originOf(costs.text(3));
            if (row == rows.end() || !origin)
                return d->damaged("a cost has no candidate or no known origin");
            CostValue value{costs.real(2), *origin, std::nullopt};
            if (!costs.isNull(4))
                value.errorPercent = costs.real(4);
            found[row->second].costs[costs.text(1)] = value;
        }
        if (const auto status = costs.status(); !status.ok())
            return status.error();
        return found;
    });
}

Result<Network> Study::network(CandidateId id) const
{
    return d->read([&](Database &database) -> Result<Network> {
        Statement read(database, "SELECT t.sha256, t.body FROM candidates c LEFT JOIN texts t ON t.sha256 = c.network "
                                 "WHERE c.id = ?");
        read.bind(id.value);
        if (!read.next())
            return read.status().ok() ? d->unknown(candidateText(id)) : read.status().error();
        if (read.isNull(0))
            return d->unknown("network of " + candidateText(id) + ", as it did not get that far");
        const std::string body = read.text(1);
        if (sha256(body) != read.text(0))
            return d->damaged("the network of " + candidateText(id) + " does not match its sum");
        return parseNetwork(body, d->path.string());
    });
}

Result<ChannelMasks> Study::masks(CandidateId id) const
{
    return d->read([&](Database &database) -> Result<ChannelMasks> {
        Statement read(database, "SELECT masks FROM candidate_data WHERE candidate = ?");
        read.bind(id.value);
        if (!read.next())
            return read.status().ok() ? d->unknown(candidateText(id)) : read.status().error();
        auto masks = decodeMasks(read.blob(0));
        if (!masks)
            return d->damaged("the masks of " + candidateText(id) + " cannot be read");
        const auto spec = d->readSpec();
        if (!spec.ok())
            return spec.error();
        if (masks->empty() || spec->network.empty())
            return std::move(*masks);
        const auto seed = parseNetwork(spec->network, d->path.string());
        if (!seed.ok())
            return seed.error();
        if (!fits(*masks, *seed))
            return d->damaged("the masks of " + candidateText(id) + " do not fit the seed network");
        return std::move(*masks);
    });
}

Result<WeightStore> Study::weights(CandidateId id) const
{
    return d->read([&](Database &database) -> Result<WeightStore> {
        Statement read(database, "SELECT weights FROM candidate_data WHERE candidate = ?");
        read.bind(id.value);
        if (!read.next())
            return read.status().ok() ? d->unknown(candidateText(id)) : read.status().error();
        if (read.isNull(0))
            return d->unknown("weights of " + candidateText(id) + ", as it did not get that far");
        return readSafetensors(read.blob(0), d->path.string());
    });
}

Result<void> Study::putWarmUp(const std::string &key, const WeightStore &weights, double loss)
{
    const std::string bytes = writeSafetensors(weights);
    return d->write([&](Database &database) {
        return Statement(database, "INSERT OR REPLACE INTO warm_ups VALUES (?, ?, ?)")
            .bind(key)
            .bindBlob(bytes)
            .bind(loss)
            .run();
    });
}

Result<std::optional<Study::WarmUp>> Study::warmUp(const std::string &key) const
{
    return d->read([&](Database &database) -> Result<std::optional<WarmUp>> {
        Statement read(database, "SELECT weights, loss FROM warm_ups WHERE key = ?");
        read.bind(key);
        if (!read.next()) {
            if (const auto status = read.status(); !status.ok())
                return status.error();
            return std::optional<WarmUp>();
        }
        auto weights = readSafetensors(read.blob(0), d->path.string());
        if (!weights.ok())
            return weights.error();
        return std::optional<WarmUp>(WarmUp{std::move(*weights), read.real(1)});
    });
}

} // namespace dnas
