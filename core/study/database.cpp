// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opening SQLite defensively, and its codes as our errors.
#include "core/study/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <utility>

namespace dnas {
namespace {

constexpr int kMaxBlob = 512 << 20; ///< bytes of the largest value: weights of 128 million parameters
constexpr int kMaxSql = 100'000;    ///< bytes of a statement, so also of a stranger's schema
constexpr int kPatience = 10'000;   ///< ms to wait for another process's transaction

std::string absoluteName(const std::filesystem::path &path)
{
    std::error_code code;
    const std::filesystem::path absolute = std::filesystem::absolute(path, code);
    return (code ? path : absolute).string();
}

/// A path as the URI that SQLite wants: everything but plain characters escaped.
std::string uriOf(const std::filesystem::path &path, const char *query)
{
    static const char digits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : absoluteName(path)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.' ||
            c == '-' || c == '_') {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        }
    }
    return uri + query;
}

Error errorOf(int code, std::string detail, const std::string &file)
{
    std::replace(detail.begin(), detail.end(), '\n', ' '); // an error is one line
    const Place place{file, 0, {}};
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return ioError("cannot be written: the disk is full; free some space", place);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Locked, "is busy in another process; try again", place};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ioError("cannot be written: it or its folder is read-only", place);
    case SQLITE_CANTOPEN:
        return ioError("cannot be opened; check that the folder exists and is yours", place);
    case SQLITE_IOERR:
        return ioError("cannot be read or written (" + detail + "); check the disk and its free space", place);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        return invalidInput("is damaged (" + detail + "); use a copy of it", place);
    case SQLITE_TOOBIG:
        return invalidInput("holds a value of more than 512 MiB", place);
    case SQLITE_NOMEM:
        return {ErrorCode::Internal, "not enough memory", place};
    case SQLITE_ERROR:
        // Our own statements are correct, so a failing one means tables that are not as we made them.
        return invalidInput("is not laid out as a study (" + detail + ")", place);
    default:
        return {ErrorCode::Internal, "database error " + std::to_string(code) + " (" + detail + ")", place};
    }
}

} // namespace

Result<Database> Database::open(const std::filesystem::path &path, Mode mode)
{
    Database database(path.string());
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    std::string name = mode == Mode::Memory ? ":memory:" : absoluteName(path);
    if (mode == Mode::Create)
        flags |= SQLITE_OPEN_CREATE;
    if (mode == Mode::Immutable) {
        flags = (flags & ~SQLITE_OPEN_READWRITE) | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        name = uriOf(path, "?immutable=1");
    }
    if (sqlite3_open_v2(name.c_str(), &database.m_handle, flags, nullptr) != SQLITE_OK)
        return database.error();
    const Result<void> hardened = database.harden();
    if (!hardened.ok())
        return hardened.error();
    return database;
}

Result<void> Database::harden()
{
    struct Switch {
        int what;
        int on;
    };
    for (const Switch s : {Switch{SQLITE_DBCONFIG_DEFENSIVE, 1},
                           {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                           {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                           {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                           {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                           {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0}})
        sqlite3_db_config(m_handle, s.what, s.on, nullptr);
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, kMaxBlob);
    sqlite3_limit(m_handle, SQLITE_LIMIT_SQL_LENGTH, kMaxSql);
    sqlite3_limit(m_handle, SQLITE_LIMIT_COLUMN, 100);
    sqlite3_limit(m_handle, SQLITE_LIMIT_EXPR_DEPTH, 50);
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(m_handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_limit(m_handle, SQLITE_LIMIT_WORKER_THREADS, 0);
    setPatience(kPatience);
    return execute("PRAGMA mmap_size=0; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY");
}

Database::Database(Database &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_file(std::move(other.m_file))
{
}

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_file, other.m_file);
    return *this;
}

Database::~Database() { sqlite3_close_v2(m_handle); }

Result<void> Database::execute(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return error();
    return {};
}

Result<std::string> Database::firstBytes(std::size_t count)
{
    sqlite3_file *file = nullptr;
    sqlite3_int64 size = 0;
    if (sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file ||
        !file->pMethods)
        return Error{ErrorCode::Internal, "has no file behind it", {m_file, 0, {}}};
    if (const int code = file->pMethods->xFileSize(file, &size); code != SQLITE_OK)
        return errorOf(code, sqlite3_errstr(code), m_file);
    std::string bytes(std::min(count, static_cast<std::size_t>(size)), '\0');
    if (const int code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
        code != SQLITE_OK)
        return errorOf(code, sqlite3_errstr(code), m_file);
    return bytes;
}

void Database::leaveLogWhenClosed() { sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); }

void Database::setPatience(int milliseconds) { sqlite3_busy_timeout(m_handle, milliseconds); }

std::int64_t Database::lastRowId() const { return sqlite3_last_insert_rowid(m_handle); }

Result<void> Database::copyTo(Database &target)
{
    sqlite3_backup *backup = sqlite3_backup_init(target.m_handle, "main", m_handle, "main");
    if (!backup)
        return target.error();
    const int code = sqlite3_backup_step(backup, -1); // all pages under one read lock
    const int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        return errorOf(code, sqlite3_errstr(code), target.m_file);
    if (finished != SQLITE_OK)
        return target.error();
    return {};
}

Error Database::error() const
{
    if (!m_handle)
        return errorOf(SQLITE_NOMEM, {}, m_file);
    return errorOf(sqlite3_errcode(m_handle), sqlite3_errmsg(m_handle), m_file);
}

} // namespace dnas
