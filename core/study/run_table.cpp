// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables runs and forks: which runs there are, how they ended, where they go on, what they came from.
#include "core/study/study_private.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace dnas {
namespace {

using Json = nlohmann::json;

} // namespace

Result<void> Study::Private::putRun(const StudyRun &run)
{
    Statement find(database, "SELECT id, key FROM runs WHERE id = ? OR key = ?");
    find.bind(run.id.value).bind(run.key);
    if (find.next())
        return Error{ErrorCode::Internal,
                     "run " + std::to_string(run.id.value) + " or its key is already in the study; remove it first",
                     {path.string(), 0, {}}};
    if (auto status = find.status(); !status.ok())
        return status;
    auto put = Statement(database, "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?)")
                   .bind(run.id.value)
                   .bind(run.key)
                   .bind(run.label)
                   .bind(runStateName(run.state))
                   .bind(run.reason)
                   .bind(Json(run.termNames).dump(-1, ' ', false, Json::error_handler_t::replace))
                   .run();
    return put.ok() && run.outline ? putOutline(run.id, *run.outline) : put;
}

Result<void> Study::addRun(const StudyRun &run)
{
    return d->write([&](Database &) { return d->putRun(run); });
}

Result<void> Study::setRunState(RunId run, RunState state, const std::string &reason)
{
    return d->write([&](Database &database) -> Result<void> {
        if (auto known = d->requireRun(run); !known.ok())
            return known;
        if (state == RunState::Done) {
            if (auto forgotten = runAll(database, {"DELETE FROM steering_requests WHERE run = ?"}, {run.value});
                !forgotten.ok())
                return forgotten;
        }
        return Statement(database, "UPDATE runs SET state = ?, reason = ? WHERE id = ?")
            .bind(runStateName(state))
            .bind(reason)
            .bind(run.value)
            .run();
    });
}

Result<void> runAll(Database &database, std::initializer_list<const char *> statements,
                    std::initializer_list<int> values)
{
    for (const char *sql : statements) {
        Statement statement(database, sql);
        for (const int value : values)
            statement.bind(value);
        if (auto done = statement.run(); !done.ok())
            return done;
    }
    return {};
}

namespace {

/// A place between epochs, as it is ordered in the tables.
struct Position {
    int phase = -1; ///< before everything
    int epoch = -1;
};

Result<Position> lastCheckpoint(Database &database, RunId run)
{
    Statement read(database, "SELECT phase_order, epoch FROM checkpoints WHERE run = ? "
                             "ORDER BY phase_order DESC, epoch DESC LIMIT 1");
    read.bind(run.value);
    Position position;
    if (read.next())
        position = {read.smallInteger(0), read.smallInteger(1)};
    if (const auto status = read.status(); !status.ok())
        return status.error();
    return position;
}

Result<void> forgetEpochs(Database &database, RunId run, Position behind)
{
    return runAll(database,
                  {"DELETE FROM epoch_values WHERE epoch IN (SELECT id FROM epochs WHERE run = ? AND "
                   "(phase_order > ? OR (phase_order = ? AND epoch > ?)))",
                   "DELETE FROM epochs WHERE run = ? AND (phase_order > ? OR (phase_order = ? AND epoch > ?))"},
                  {run.value, behind.phase, behind.phase, behind.epoch});
}

/// Not what a fork is made of: its changes, at its first step.
Result<void> forgetSteering(Database &database, RunId run, Position behind)
{
    return runAll(
        database,
        {"DELETE FROM steering WHERE run = ? AND (phase_order > ? OR (phase_order = ? AND epoch > ?)) AND NOT "
         "EXISTS (SELECT 1 FROM forks WHERE forks.run = steering.run AND steering.phase = forks.phase AND "
         "steering.epoch = forks.epoch + 1 AND steering.step = 0)"},
        {run.value, behind.phase, behind.phase, behind.epoch});
}

/// Those with a smaller id than `end`, and the texts that nobody uses then.
Result<void> forgetCandidates(Database &database, RunId run, int end)
{
    auto forgotten =
        runAll(database,
               {"DELETE FROM measures WHERE candidate IN (SELECT id FROM candidates WHERE run = ? AND id < ?)",
                "DELETE FROM confusions WHERE candidate IN (SELECT id FROM candidates WHERE run = ? AND id < ?)",
                "DELETE FROM costs WHERE candidate IN (SELECT id FROM candidates WHERE run = ? AND id < ?)",
                "DELETE FROM candidate_data WHERE candidate IN (SELECT id FROM candidates WHERE run = ? AND id < ?)",
                "DELETE FROM candidates WHERE run = ? AND id < ?"},
               {run.value, end});
    if (!forgotten.ok())
        return forgotten;
    return database.execute("DELETE FROM texts WHERE sha256 NOT IN (SELECT text FROM specs UNION "
                            "SELECT network FROM candidates WHERE network IS NOT NULL UNION "
                            "SELECT board FROM costs)");
}

} // namespace

Result<void> Study::continueRun(RunId run)
{
    return d->write([&](Database &database) -> Result<void> {
        const auto behind = lastCheckpoint(database, run);
        if (!behind.ok())
            return behind.error();
        if (auto forgotten = forgetEpochs(database, run, *behind); !forgotten.ok())
            return forgotten;
        // What was steered last may be why a run failed: it gets another chance without.
        Statement failed(database, "SELECT 1 FROM runs WHERE id = ? AND state = 'failed'");
        failed.bind(run.value);
        const bool hasFailed = failed.next();
        if (auto status = failed.status(); !status.ok())
            return status;
        failed.reset();
        if (hasFailed) {
            if (auto forgotten = forgetSteering(database, run, *behind); !forgotten.ok())
                return forgotten;
        }
        return runAll(database, {"UPDATE runs SET state = 'running', reason = '' WHERE id = ?"}, {run.value});
    });
}

Result<void> Study::removeOlderCandidates(RunId run, CandidateId newest)
{
    return d->write([&](Database &database) { return forgetCandidates(database, run, newest.value); });
}

Result<void> Study::removeRun(RunId run)
{
    return d->write([&](Database &database) -> Result<void> {
        if (auto forgotten = forgetEpochs(database, run, {}); !forgotten.ok())
            return forgotten;
        if (auto forgotten = forgetCandidates(database, run, std::numeric_limits<int>::max()); !forgotten.ok())
            return forgotten;
        return runAll(database,
                      {"DELETE FROM steering WHERE run = ?", "DELETE FROM checkpoints WHERE run = ?",
                       "DELETE FROM forks WHERE run = ?", "DELETE FROM steering_requests WHERE run = ?",
                       "DELETE FROM run_targets WHERE run = ?", "DELETE FROM run_outlines WHERE run = ?",
                       "DELETE FROM runs WHERE id = ?"},
                      {run.value});
    });
}

Result<void> Study::Private::requireRun(RunId run)
{
    Statement find(database, "SELECT 1 FROM runs WHERE id = ?");
    find.bind(run.value);
    if (find.next())
        return {};
    if (auto status = find.status(); !status.ok())
        return status;
    return unknown("run " + std::to_string(run.value));
}

Result<std::vector<StudyRun>> Study::Private::readRuns()
{
    std::vector<StudyRun> runs;
    Statement read(database, "SELECT id, key, label, state, reason, term_names FROM runs ORDER BY id");
    while (read.next()) {
        StudyRun run{RunId{read.smallInteger(0)}, read.text(1), read.text(2), RunState::Running, read.text(4), {}, {}};
        const auto state = enumOf(
            read.text(3), {RunState::Running, RunState::Done, RunState::Stopped, RunState::Aborted, RunState::Failed},
            runStateName);
        if (!state)
            return damaged("run " + std::to_string(run.id.value) + " is in no known state");
        run.state = *state;
        const Json names = Json::parse(read.text(5), nullptr, false);
        if (!names.is_array() || !std::all_of(names.begin(), names.end(), [](const Json &n) { return n.is_string(); }))
            return damaged("the terms of run " + std::to_string(run.id.value) + " cannot be read");
        run.termNames = names.get<std::vector<std::string>>();
        runs.push_back(std::move(run));
    }
    if (const auto status = read.status(); !status.ok())
        return status.error();
    if (version < 2)
        return runs;
    Statement forks(database, "SELECT run, parent, phase, epoch FROM forks");
    while (forks.next()) {
        const auto run = std::find_if(runs.begin(), runs.end(),
                                      [&](const StudyRun &known) { return known.id.value == forks.integer(0); });
        const auto phase = phaseOf(forks.text(2));
        if (run == runs.end() || !phase)
            return damaged("a fork has no run or no known phase");
        run->fork = ForkOrigin{RunId{forks.smallInteger(1)}, *phase, forks.smallInteger(3)};
    }
    if (const auto status = forks.status(); !status.ok())
        return status.error();
    if (version < 4)
        return runs;
    if (const auto read = readOutlines(runs); !read.ok())
        return read.error();
    return runs;
}

Result<std::vector<StudyRun>> Study::runs() const
{
    const auto isAtWork = [&] {
        return d->access == StudyAccess::Write || isWritten(d->path);
    };
    const bool before = isAtWork(); // and behind it: a process may begin or end in between
    auto runs = d->read([&](Database &) { return d->readRuns(); });
    if (!runs.ok() || before || isAtWork())
        return runs;
    for (StudyRun &run : *runs) {
        if (run.state == RunState::Running)
            run.state = RunState::CutOff;
    }
    return runs;
}

} // namespace dnas
