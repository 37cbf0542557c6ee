// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables meta, texts, specs and seed_costs, and the list of runs.
#include "core/study/spec_table.h"

#include "core/base/files.h"
#include "core/study/study_private.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace dnas {
namespace {

using Json = nlohmann::json;

Result<void> putMeta(Database &database, const char *key, const std::string &value)
{
    return Statement(database, "INSERT OR REPLACE INTO meta VALUES (?, ?)").bind(key).bind(value).run();
}

Result<std::map<std::string, std::string>> readMeta(Database &database)
{
    std::map<std::string, std::string> meta;
    Statement read(database, "SELECT key, value FROM meta");
    while (read.next())
        meta[read.text(0)] = read.text(1);
    if (const auto status = read.status(); !status.ok())
        return status.error();
    return meta;
}

/// Parts of a StudySpec that are whole texts, by the role they play.
struct Role {
    const char *name;
    std::string StudySpec::*text;
};
constexpr Role kRoles[] = {{"spec", &StudySpec::spec},
                           {"benchmark", &StudySpec::benchmark},
                           {"network", &StudySpec::network},
                           {"board", &StudySpec::board}};

} // namespace

Result<std::string> putText(Database &database, const std::string &body)
{
    const std::string key = sha256(body);
    const auto put = Statement(database, "INSERT OR IGNORE INTO texts VALUES (?, ?)").bind(key).bind(body).run();
    if (!put.ok())
        return put.error();
    return key;
}

Result<void> writeSpecTables(Database &database, const StudySpec &spec)
{
    for (const Role &role : kRoles) {
        const auto key = putText(database, spec.*role.text);
        if (!key.ok())
            return key.error();
        if (auto put =
                Statement(database, "INSERT OR REPLACE INTO specs VALUES (?, ?)").bind(role.name).bind(*key).run();
            !put.ok())
            return put;
    }
    if (auto put = putMeta(database, "runtime", spec.runtime); !put.ok())
        return put;
    if (auto put = putMeta(database, "point", spec.point); !put.ok())
        return put;
    if (auto cleared = database.execute("DELETE FROM seed_costs"); !cleared.ok())
        return cleared;
    Statement insert(database, "INSERT INTO seed_costs VALUES (?, ?)");
    for (const auto &[metric, value] : spec.seedCosts)
        if (auto put = insert.bind(metric).bind(value).run(); !put.ok())
            return put;
    return insert.status();
}

Result<void> writeSpecTables(Database &database, const StudySpec &spec, const StudyEnvironment &environment)
{
    for (const auto &[key, value] : {std::pair<const char *, std::string>{"processor", environment.processor},
                                     {"torch_version", environment.torchVersion},
                                     {"program_version", environment.programVersion},
                                     {"threads", std::to_string(environment.threads)}})
        if (auto put = putMeta(database, key, value); !put.ok())
            return put;
    return writeSpecTables(database, spec);
}

Result<void> Study::setSpec(const StudySpec &spec)
{
    return d->write([&](Database &database) { return writeSpecTables(database, spec); });
}

Result<StudySpec> Study::Private::readSpec()
{
    StudySpec spec;
    for (const Role &role : kRoles) {
        Statement read(database,
                       "SELECT t.sha256, t.body FROM specs s JOIN texts t ON t.sha256 = s.text WHERE s.role = ?");
        read.bind(role.name);
        const bool found = read.next();
        if (const auto status = read.status(); !status.ok())
            return status.error();
        if (!found)
            return damaged(std::string("the text of its ") + role.name + " is missing");
        spec.*role.text = read.text(1);
        if (sha256(spec.*role.text) != read.text(0))
            return damaged(std::string("the text of its ") + role.name + " does not match its sum");
    }
    auto meta = readMeta(database);
    if (!meta.ok())
        return meta.error();
    spec.runtime = (*meta)["runtime"];
    spec.point = (*meta)["point"];
    Statement read(database, "SELECT metric, value FROM seed_costs");
    while (read.next())
        spec.seedCosts[read.text(0)] = read.real(1);
    if (const auto status = read.status(); !status.ok())
        return status.error();
    return spec;
}

Result<StudySpec> Study::spec() const
{
    return d->read([&](Database &) { return d->readSpec(); });
}

Result<StudyEnvironment> Study::environment() const
{
    return d->read([&](Database &database) -> Result<StudyEnvironment> {
        auto meta = readMeta(database);
        if (!meta.ok())
            return meta.error();
        StudyEnvironment environment{(*meta)["processor"], (*meta)["torch_version"], (*meta)["program_version"], 0};
        const std::string &threads = (*meta)["threads"];
        if (threads.empty() || threads.size() > 6 || threads.find_first_not_of("0123456789") != std::string::npos)
            return d->damaged("its number of threads is not a number");
        environment.threads = std::stoi(threads);
        return environment;
    });
}

Result<void> Study::addRun(const StudyRun &run)
{
    return d->write([&](Database &database) -> Result<void> {
        Statement find(database, "SELECT id, key FROM runs WHERE id = ? OR key = ?");
        find.bind(run.id.value).bind(run.key);
        if (find.next())
            return Error{ErrorCode::Internal,
                         "run " + std::to_string(run.id.value) + " or its key is already in the study; remove it first",
                         {d->path.string(), 0, {}}};
        if (auto status = find.status(); !status.ok())
            return status;
        return Statement(database, "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?)")
            .bind(run.id.value)
            .bind(run.key)
            .bind(run.label)
            .bind(runStateName(run.state))
            .bind(run.reason)
            .bind(Json(run.termNames).dump(-1, ' ', false, Json::error_handler_t::replace))
            .run();
    });
}

Result<void> Study::setRunState(RunId run, RunState state, const std::string &reason)
{
    return d->write([&](Database &database) -> Result<void> {
        if (auto known = d->requireRun(run); !known.ok())
            return known;
        return Statement(database, "UPDATE runs SET state = ?, reason = ? WHERE id = ?")
            .bind(runStateName(state))
            .bind(reason)
            .bind(run.value)
            .run();
    });
}

namespace {

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

Result<void> forgetProgress(Database &database, RunId run)
{
    return runAll(database,
                  {"DELETE FROM epoch_values WHERE epoch IN (SELECT id FROM epochs WHERE run = ?)",
                   "DELETE FROM epochs WHERE run = ?", "DELETE FROM steering WHERE run = ?"},
                  {run.value});
}

/// Those with a smaller id than `end`, and the texts that nobody uses then.
Result<void> forgetCandidates(Database &database, RunId run, int end)
{
    auto forgotten =
        runAll(database,
               {"DELETE FROM costs WHERE candidate IN (SELECT id FROM candidates WHERE run = ? AND id < ?)",
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

Result<void> Study::restartRun(RunId run)
{
    return d->write([&](Database &database) -> Result<void> {
        if (auto forgotten = forgetProgress(database, run); !forgotten.ok())
            return forgotten;
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
        if (auto forgotten = forgetProgress(database, run); !forgotten.ok())
            return forgotten;
        if (auto forgotten = forgetCandidates(database, run, std::numeric_limits<int>::max()); !forgotten.ok())
            return forgotten;
        return runAll(database, {"DELETE FROM runs WHERE id = ?"}, {run.value});
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
        StudyRun run{RunId{read.smallInteger(0)}, read.text(1), read.text(2), RunState::Running, read.text(4), {}};
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
    return runs;
}

Result<std::vector<StudyRun>> Study::runs() const
{
    return d->read([&](Database &) { return d->readRuns(); });
}

} // namespace dnas
