// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table checkpoints: what an unfinished run goes on from, and what a fork starts from.
#include "core/study/study_private.h"

namespace dnas {
namespace {

Result<void> putCheckpoint(Database &database, const RunCheckpoint &checkpoint, const std::string &arrays)
{
    const int order = static_cast<int>(checkpoint.phase);
    if (checkpoint.isBest) {
        if (auto done = runAll(database, {"UPDATE checkpoints SET is_best = 0 WHERE run = ? AND phase_order = ?"},
                               {checkpoint.run.value, order});
            !done.ok())
            return done;
    }
    return Statement(database, "INSERT OR REPLACE INTO checkpoints VALUES (NULL, ?, ?, ?, ?, ?, ?, 0, ?, ?)")
        .bind(checkpoint.run.value)
        .bind(phaseName(checkpoint.phase))
        .bind(order)
        .bind(checkpoint.epoch)
        .bind(checkpoint.isBest)
        .bind(checkpoint.endsPhase)
        .bind(checkpoint.state)
        .bindBlob(arrays)
        .run();
}

} // namespace

Result<void> Study::addEpoch(const EpochReport &report, const RunCheckpoint &checkpoint, CheckpointRetention retention)
{
    const std::string arrays = writeSafetensors(checkpoint.arrays); // before anybody has to wait for the lock
    return d->write([&](Database &database) -> Result<void> {
        if (auto put = d->putEpoch(report); !put.ok())
            return put;
        if (auto put = putCheckpoint(database, checkpoint, arrays); !put.ok())
            return put;
        if (retention == CheckpointRetention::All)
            return {};
        const int run = checkpoint.run.value;
        return runAll(database,
                      {"DELETE FROM checkpoints WHERE run = ? AND NOT (is_best OR ends_phase OR pinned) AND id NOT IN "
                       "(SELECT id FROM checkpoints WHERE run = ? ORDER BY phase_order DESC, epoch DESC LIMIT 2)"},
                      {run, run});
    });
}

Result<void> Study::dropCheckpoints(RunId run, CheckpointRetention retention)
{
    if (retention == CheckpointRetention::All)
        return {};
    return d->write([&](Database &database) {
        // Limits act in the search, so nothing is forked from other phases; their weights are the candidate's.
        return runAll(database,
                      {"DELETE FROM checkpoints WHERE run = ? AND NOT pinned AND "
                       "(phase_order <> 1 OR NOT (is_best OR ends_phase))"},
                      {run.value});
    });
}

Result<void> Study::pinCheckpoint(RunId run, Phase phase, int epoch, bool pinned)
{
    return d->write([&](Database &database) -> Result<void> {
        Statement find(database, "SELECT 1 FROM checkpoints WHERE run = ? AND phase_order = ? AND epoch = ?");
        find.bind(run.value).bind(static_cast<int>(phase)).bind(epoch);
        const bool found = find.next();
        if (auto status = find.status(); !status.ok())
            return status;
        if (!found)
            return d->unknown("checkpoint of run " + std::to_string(run.value) + " behind epoch " +
                              std::to_string(epoch + 1) + " of the " + phaseName(phase));
        find.reset();
        return runAll(database, {"UPDATE checkpoints SET pinned = ? WHERE run = ? AND phase_order = ? AND epoch = ?"},
                      {pinned ? 1 : 0, run.value, static_cast<int>(phase), epoch});
    });
}

Result<std::vector<CheckpointInfo>> Study::checkpoints(RunId run) const
{
    return d->read([&](Database &database) -> Result<std::vector<CheckpointInfo>> {
        std::vector<CheckpointInfo> found;
        if (d->version < 2)
            return found;
        Statement read(database, "SELECT phase, epoch, is_best, ends_phase, pinned FROM checkpoints WHERE run = ? "
                                 "ORDER BY phase_order, epoch");
        read.bind(run.value);
        while (read.next()) {
            const auto phase = phaseOf(read.text(0));
            if (!phase)
                return d->damaged("a checkpoint of run " + std::to_string(run.value) + " is of no known phase");
            found.push_back(
                {*phase, read.smallInteger(1), read.integer(2) != 0, read.integer(3) != 0, read.integer(4) != 0});
        }
        if (const auto status = read.status(); !status.ok())
            return status.error();
        return found;
    });
}

Result<std::optional<RunCheckpoint>> Study::latestCheckpoint(RunId run, Phase phase) const
{
    return d->read([&](Database &database) -> Result<std::optional<RunCheckpoint>> {
        if (d->version < 2)
            return std::optional<RunCheckpoint>();
        Statement read(database, "SELECT epoch, is_best, ends_phase, state, arrays FROM checkpoints WHERE run = ? AND "
                                 "phase_order = ? ORDER BY epoch DESC LIMIT 1");
        read.bind(run.value).bind(static_cast<int>(phase));
        if (!read.next()) {
            if (const auto status = read.status(); !status.ok())
                return status.error();
            return std::optional<RunCheckpoint>();
        }
        auto arrays = readSafetensors(read.blob(4), d->path.string());
        if (!arrays.ok())
            return arrays.error();
        return std::optional<RunCheckpoint>(RunCheckpoint{.run = run,
                                                          .phase = phase,
                                                          .epoch = read.smallInteger(0),
                                                          .isBest = read.integer(1) != 0,
                                                          .endsPhase = read.integer(2) != 0,
                                                          .state = read.text(3),
                                                          .arrays = std::move(*arrays)});
    });
}

} // namespace dnas
