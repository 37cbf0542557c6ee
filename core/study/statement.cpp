// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Statements and transactions over a Database.
#include "core/study/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>

namespace dnas {

Statement::Statement(Database &database, std::string_view sql)
    : m_database(database)
{
    check(sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &m_statement, nullptr));
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

Statement &Statement::check(int code)
{
    if (code != SQLITE_OK && !m_error)
        m_error = m_database.error();
    return *this;
}

Statement &Statement::bindInteger(std::int64_t value)
{
    return m_error ? *this : check(sqlite3_bind_int64(m_statement, ++m_parameter, value));
}

Statement &Statement::bind(double value)
{
    return m_error ? *this : check(sqlite3_bind_double(m_statement, ++m_parameter, value));
}

Statement &Statement::bind(std::string_view text)
{
    const char *data = text.empty() ? "" : text.data(); // a null pointer would store NULL
    return m_error ? *this
                   : check(sqlite3_bind_text64(m_statement, ++m_parameter, data, text.size(), SQLITE_TRANSIENT,
                                               SQLITE_UTF8));
}

Statement &Statement::bindBlob(std::string_view bytes)
{
    const char *data = bytes.empty() ? "" : bytes.data();
    return m_error ? *this
                   : check(sqlite3_bind_blob64(m_statement, ++m_parameter, data, bytes.size(), SQLITE_TRANSIENT));
}

Statement &Statement::bindNull() { return m_error ? *this : check(sqlite3_bind_null(m_statement, ++m_parameter)); }

bool Statement::next()
{
    if (m_error)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_error = m_database.error();
    return false;
}

Result<void> Statement::run()
{
    while (next()) {
    }
    reset();
    return status();
}

void Statement::reset()
{
    if (m_statement) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    m_parameter = 0;
}

Result<void> Statement::status() const
{
    if (m_error)
        return *m_error;
    return {};
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

int Statement::smallInteger(int column) const
{
    return static_cast<int>(
        std::clamp<std::int64_t>(integer(column), std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

double Statement::real(int column) const
{
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN() : sqlite3_column_double(m_statement, column);
}

std::string Statement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return text ? std::string(text, static_cast<std::size_t>(size)) : std::string();
}

std::string Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return bytes ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

Transaction::Transaction(Database &database, Kind kind)
    : m_database(database)
    , m_status(database.execute(kind == Kind::Read ? "BEGIN" : "BEGIN IMMEDIATE"))
    , m_open(m_status.ok())
{
}

Transaction::~Transaction()
{
    // SQLite ends a transaction itself after some errors (a full disk); then there is nothing to roll back.
    if (m_open && !sqlite3_get_autocommit(m_database.handle()))
        (void)m_database.execute("ROLLBACK");
}

Result<void> Transaction::commit()
{
    const Result<void> done = m_database.execute("COMMIT");
    m_open = !done.ok();
    return done;
}

} // namespace dnas
