// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a Study owns, and how its methods reach the database: one at a time, each in one transaction.
#pragma once

#include "core/study/database.h"
#include "core/study/schema.h"
#include "core/study/study.h"
#include "core/study/writer_lock.h"

#include <initializer_list>
#include <mutex>
#include <optional>

namespace dnas {

struct Study::Private {
    std::filesystem::path path;
    StudyAccess access;
    std::optional<WriterLock> lock; ///< before the database, so that it is freed behind it
    Database database;
    std::mutex mutex;
    int version; ///< of the file; below kStudyVersion only while reading

    /// Runs `body(database)`, which returns some Result, on one consistent state of the file.
    template <typename Body>
    auto read(Body body) -> decltype(body(database))
    {
        const std::lock_guard guard(mutex);
        const Transaction transaction(database, Transaction::Kind::Read);
        if (!transaction.status().ok())
            return transaction.status().error();
        if (version < kStudyVersion) { // the process that writes may have brought it up to date meanwhile
            if (const auto now = formatOf(database); now.ok())
                version = *now;
        }
        return body(database);
    }

    /// The same with changes: all of them or none.
    template <typename Body>
    auto write(Body body) -> decltype(body(database))
    {
        const std::lock_guard guard(mutex);
        if (access != StudyAccess::Write)
            return Error{ErrorCode::Internal, "was opened for reading", {path.string(), 0, {}}};
        Transaction transaction(database, Transaction::Kind::Write);
        if (!transaction.status().ok())
            return transaction.status().error();
        auto result = body(database);
        if (!result.ok())
            return result;
        if (const Result<void> done = transaction.commit(); !done.ok())
            return done.error();
        return result;
    }

    Error damaged(const std::string &what) const
    {
        return invalidInput("is damaged: " + what + "; use a copy of it", {path.string(), 0, {}});
    }
    Error unknown(const std::string &what) const { return invalidInput("has no " + what, {path.string(), 0, {}}); }

    Result<void> requireRun(RunId run);
    Result<void> putRun(const StudyRun &run);
    Result<void> putOutline(RunId run, const RunOutline &outline);
    Result<void> readOutlines(std::vector<StudyRun> &runs);
    Result<void> putEpoch(const EpochReport &report);
    Result<void> putRequests(const std::vector<SteeringRequest> &requests);
    Result<StudySpec> readSpec();
    Result<std::vector<StudyRun>> readRuns();
    Result<std::vector<EpochReport>> readHistory(RunId run);
    Result<std::vector<SteeringChanged>> readSteering(RunId run);
    Result<std::map<std::string, std::string>> readRunDigests();
};

/// The enumerator of this name, or nothing.
template <typename T>
std::optional<T> enumOf(const std::string &name, std::initializer_list<T> all, const char *(*nameOf)(T))
{
    for (const T value : all)
        if (name == nameOf(value))
            return value;
    return std::nullopt;
}

inline std::optional<Phase> phaseOf(const std::string &name)
{
    return enumOf(name, {Phase::WarmUp, Phase::Search, Phase::FineTune, Phase::Evaluation}, phaseName);
}

/// Statements that take the same values, one after the other.
Result<void> runAll(Database &database, std::initializer_list<const char *> statements,
                    std::initializer_list<int> values);

/// Stores a text once, by its content; returns its SHA-256.
Result<std::string> putText(Database &database, const std::string &body);

} // namespace dnas
