// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A thin owner of SQLite's C interface: connection, statement, transaction. Private to this library. One thread
// at a time. A statement remembers its first error, so that a row can be bound and read without a check a line.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace dnas {

class Database {
public:
    enum class Mode {
        Create,    ///< a new file
        Existing,  ///< read and write if the file allows it, read otherwise
        Immutable, ///< read a file that nobody can change (a read-only folder)
        Memory,
    };
    /// Hardened in every mode: no extensions, views, triggers, attached files, trusted schema; small limits.
    static Result<Database> open(const std::filesystem::path &path, Mode mode);
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    ~Database();

    /// Statements without parameters; rows they give are ignored.
    Result<void> execute(const char *sql);
    /// How long to wait for another process.
    void setPatience(int milliseconds);
    /// Of the file as it lies there, fewer where it ends before. Through SQLite's own descriptor: whoever opens and
    /// closes a database beside SQLite takes the locks of his whole process off it (sqlite.org/howtocorrupt.html, 2.2).
    Result<std::string> firstBytes(std::size_t count);
    std::int64_t lastRowId() const;
    /// Closing this connection leaves the log alone, even where it seems to be the last one.
    void leaveLogWhenClosed();
    /// Every page into an empty database.
    Result<void> copyTo(Database &target);
    /// What the last call on this connection says, as an Error at this file.
    Error error() const;
    sqlite3 *handle() const { return m_handle; }

private:
    explicit Database(std::string file)
        : m_file(std::move(file))
    {
    }
    Result<void> harden();
    sqlite3 *m_handle = nullptr;
    std::string m_file;
};

class Statement {
public:
    Statement(Database &database, std::string_view sql);
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    /// Values for the parameters, from the first on.
    Statement &bind(double value); ///< NaN is stored as NULL
    Statement &bind(std::string_view text);
    Statement &bindBlob(std::string_view bytes);
    Statement &bindNull();
    template <typename T>
    requires std::is_integral_v<T> Statement &bind(T value) { return bindInteger(static_cast<std::int64_t>(value)); }

    /// The next row; false at the end and on an error (see status()).
    bool next();
    /// To the end, for statements that change something; ready to be bound again afterwards.
    Result<void> run();
    /// Ready to be bound and read again; an error stays.
    void reset();
    Result<void> status() const;

    // The current row, columns from 0. A stranger's column may hold anything: it is converted, never trusted.
    std::int64_t integer(int column) const;
    int smallInteger(int column) const; ///< clamped to the range of int
    double real(int column) const;      ///< NULL is NaN
    std::string text(int column) const;
    std::string blob(int column) const;
    bool isNull(int column) const;

private:
    Statement &bindInteger(std::int64_t value);
    Statement &check(int code);
    Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
    int m_parameter = 0;
    std::optional<Error> m_error;
};

/// Rolled back unless committed.
class Transaction {
public:
    enum class Kind { Read, Write };
    Transaction(Database &database, Kind kind);
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();
    const Result<void> &status() const { return m_status; } ///< whether it began
    Result<void> commit();

private:
    Database &m_database;
    Result<void> m_status;
    bool m_open = false;
};

} // namespace dnas
