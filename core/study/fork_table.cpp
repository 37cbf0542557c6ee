// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A fork: a run that begins with a copy of another one up to a checkpoint. From there on it is an unfinished run like
// any other, with requests that wait for its first step.
#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/study/study_private.h"

#include <algorithm>
#include <limits>

namespace dnas {
namespace {

constexpr int kSearchOrder = static_cast<int>(Phase::Search);

/// SHA-256 over all that decides what becomes of the fork, as of any run.
std::string forkKey(const std::string &parent, int epoch, std::vector<SteeringRequest> changes)
{
    std::stable_sort(changes.begin(), changes.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
    std::string text = "paretoscope fork 1\n" + parent + "\n" + std::to_string(epoch);
    for (const SteeringRequest &change : changes)
        text += "\n" + change.key + " " + exactNumber(change.value);
    return sha256(text);
}

/// For people; the key has every digit.
std::string forkLabel(const StudyRun &parent, int epoch, const std::vector<SteeringRequest> &changes)
{
    std::string text = parent.label + ", fork of run " + std::to_string(parent.id.value) + " behind epoch " +
                       std::to_string(epoch + 1);
    for (const SteeringRequest &change : changes)
        text += ", " + change.key + " " + shortNumber(change.value);
    return text;
}

Result<void> copyHistory(Database &database, int from, int to, int epoch)
{
    const auto copied = runAll(
        database,
        {"INSERT INTO epochs SELECT NULL, ?, phase, phase_order, epoch, epochs, task_loss, total_loss, train_quality, "
         "validation_loss, quality, learning_rate, widths, seconds, images_per_second FROM epochs "
         "WHERE run = ? AND phase_order = ? AND epoch <= ?",
         "INSERT INTO steering SELECT NULL, ?, phase, phase_order, epoch, step, key, old_value, new_value FROM "
         "steering "
         "WHERE run = ? AND phase_order = ? AND epoch <= ? ORDER BY id"},
        {to, from, kSearchOrder, epoch});
    if (!copied.ok())
        return copied;
    if (auto values = runAll(database,
                             {"INSERT INTO epoch_values SELECT n.id, v.kind, v.position, v.name, v.value FROM epochs n "
                              "JOIN epochs o ON o.phase_order = n.phase_order AND o.epoch = n.epoch "
                              "JOIN epoch_values v ON v.epoch = o.id WHERE n.run = ? AND o.run = ?"},
                             {to, from});
        !values.ok())
        return values;
    return runAll(database,
                  {"INSERT INTO checkpoints SELECT NULL, ?, phase, phase_order, epoch, is_best, ends_phase, 0, state, "
                   "arrays FROM checkpoints WHERE run = ? AND phase_order = ? AND epoch = ?"},
                  {to, from, kSearchOrder, epoch});
}

} // namespace

Result<RunId> Study::addFork(RunId parent, int epoch, const std::vector<SteeringRequest> &changes)
{
    return d->write([&](Database &database) -> Result<RunId> {
        const auto runs = d->readRuns();
        if (!runs.ok())
            return runs.error();
        const auto from = std::find_if(runs->begin(), runs->end(), [&](const auto &run) { return run.id == parent; });
        if (from == runs->end())
            return d->unknown("run " + std::to_string(parent.value));
        if (runs->back().id.value == std::numeric_limits<int>::max())
            return d->damaged("a run has the largest number there is");
        StudyRun fork{RunId{runs->back().id.value + 1}, forkKey(from->key, epoch, changes),
                      forkLabel(*from, epoch, changes), RunState::Stopped,
                      "forked, not trained yet",        from->termNames};
        fork.outline = from->outline;
        const auto same =
            std::find_if(runs->begin(), runs->end(), [&](const auto &run) { return run.key == fork.key; });
        if (same != runs->end() && same->state != RunState::Done)
            return same->id; // made before, and to be gone on with
        if (same != runs->end())
            return invalidInput("run " + std::to_string(same->id.value) + " is this fork; change something else",
                                {d->path.string(), 0, {}});
        Statement kept(database, "SELECT 1 FROM checkpoints WHERE run = ? AND phase_order = ? AND epoch = ?");
        kept.bind(parent.value).bind(kSearchOrder).bind(epoch);
        if (!kept.next())
            return kept.status().ok() ? d->unknown("checkpoint of run " + std::to_string(parent.value) +
                                                   " behind epoch " + std::to_string(epoch + 1) + " of the search")
                                      : kept.status().error();
        kept.reset();
        if (auto put = d->putRun(fork); !put.ok())
            return put.error();
        if (auto put = Statement(database, "INSERT INTO forks VALUES (?, ?, ?, ?)")
                           .bind(fork.id.value)
                           .bind(parent.value)
                           .bind(phaseName(Phase::Search))
                           .bind(epoch)
                           .run();
            !put.ok())
            return put.error();
        if (auto copied = copyHistory(database, parent.value, fork.id.value, epoch); !copied.ok())
            return copied.error();
        std::vector<SteeringRequest> requests = changes;
        for (SteeringRequest &request : requests)
            request.run = fork.id;
        if (auto put = d->putRequests(requests); !put.ok())
            return put.error();
        return fork.id;
    });
}

} // namespace dnas
