// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table steering_requests: a letter box for the process that searches. Any process may put something in; what was
// applied is taken out together with the record of it (Study::addSteering).
#include "core/study/study_private.h"

namespace dnas {

Result<void> Study::Private::putRequests(const std::vector<SteeringRequest> &requests)
{
    Statement insert(database, "INSERT INTO steering_requests VALUES (NULL, ?, ?, ?)");
    for (const SteeringRequest &request : requests) {
        if (request.run)
            insert.bind(request.run->value);
        else
            insert.bindNull();
        if (auto put = insert.bind(request.key).bind(request.value).run(); !put.ok())
            return put;
    }
    return insert.status();
}

Result<void> Study::requestSteering(const std::vector<SteeringRequest> &requests)
{
    const std::lock_guard guard(d->mutex);
    if (d->access == StudyAccess::Read || d->version < 2)
        return Error{ErrorCode::Internal, "was opened for reading", {d->path.string(), 0, {}}};
    Transaction transaction(d->database, Transaction::Kind::Write);
    if (!transaction.status().ok())
        return transaction.status();
    for (const SteeringRequest &request : requests) {
        if (!request.run)
            continue;
        if (auto known = d->requireRun(*request.run); !known.ok())
            return known;
    }
    if (auto put = d->putRequests(requests); !put.ok())
        return put;
    return transaction.commit();
}

Result<std::vector<SteeringRequest>> Study::steeringRequests(std::int64_t after) const
{
    return d->read([&](Database &database) -> Result<std::vector<SteeringRequest>> {
        std::vector<SteeringRequest> requests;
        if (d->version < 2)
            return requests;
        Statement read(database, "SELECT id, run, key, value FROM steering_requests WHERE id > ? ORDER BY id");
        read.bind(after);
        while (read.next()) {
            SteeringRequest request{std::nullopt, read.text(2), read.real(3), read.integer(0)};
            if (!read.isNull(1))
                request.run = RunId{read.smallInteger(1)};
            requests.push_back(std::move(request));
        }
        if (const auto status = read.status(); !status.ok())
            return status.error();
        return requests;
    });
}

Result<void> Study::dropSharedRequests()
{
    return d->write(
        [](Database &database) { return database.execute("DELETE FROM steering_requests WHERE run IS NULL"); });
}

} // namespace dnas
