// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables, and the checks of a file that may come from a stranger.
#include "core/study/schema.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace dnas {
namespace {

// Columns of figures carry no type on purpose: declared REAL, SQLite would store -0.0 as 0.
constexpr const char *kTables = R"(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE specs (role TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE seed_costs (metric TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE runs (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, label TEXT NOT NULL, state TEXT NOT NULL,
  reason TEXT NOT NULL, term_names TEXT NOT NULL);
CREATE TABLE epochs (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, phase TEXT NOT NULL, phase_order INTEGER NOT NULL,
  epoch INTEGER NOT NULL, epochs INTEGER NOT NULL, task_loss, total_loss, train_quality, validation_loss, quality,
  learning_rate, widths TEXT NOT NULL, seconds, images_per_second, UNIQUE (run, phase_order, epoch));
CREATE TABLE epoch_values (epoch INTEGER NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
  value, PRIMARY KEY (epoch, kind, position)) WITHOUT ROWID;
CREATE TABLE steering (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, phase TEXT NOT NULL, phase_order INTEGER NOT NULL,
  epoch INTEGER NOT NULL, step INTEGER NOT NULL, key TEXT NOT NULL, old_value, new_value);
CREATE INDEX steering_of_run ON steering (run);
CREATE TABLE candidates (id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL, state TEXT NOT NULL,
  reason TEXT NOT NULL, label TEXT NOT NULL, is_seed INTEGER NOT NULL, feasible INTEGER NOT NULL, quality, test_quality,
  quality_metric TEXT NOT NULL, quality_precision TEXT NOT NULL, validation_loss, test_loss,
  moved_channels INTEGER NOT NULL, network TEXT);
CREATE INDEX candidates_of_run ON candidates (run);
CREATE TABLE candidate_data (candidate INTEGER PRIMARY KEY, masks BLOB NOT NULL, weights BLOB);
CREATE TABLE costs (candidate INTEGER NOT NULL, board TEXT NOT NULL, runtime TEXT NOT NULL, point TEXT NOT NULL,
  exit TEXT NOT NULL, metric TEXT NOT NULL, value, origin TEXT NOT NULL, error_percent,
  PRIMARY KEY (candidate, board, runtime, point, exit, metric)) WITHOUT ROWID;
CREATE TABLE warm_ups (key TEXT PRIMARY KEY, weights BLOB NOT NULL, loss);
)";

/// What format 2 adds. Tables of format 1 stay word by word, so that an upgraded study is like a new one.
constexpr const char *kTablesOf2 = R"(
CREATE TABLE checkpoints (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, phase TEXT NOT NULL,
  phase_order INTEGER NOT NULL, epoch INTEGER NOT NULL, is_best INTEGER NOT NULL, ends_phase INTEGER NOT NULL,
  pinned INTEGER NOT NULL, state TEXT NOT NULL, arrays BLOB NOT NULL, UNIQUE (run, phase_order, epoch));
CREATE TABLE forks (run INTEGER PRIMARY KEY, parent INTEGER NOT NULL, phase TEXT NOT NULL, epoch INTEGER NOT NULL);
CREATE TABLE steering_requests (id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER, key TEXT NOT NULL, value NOT NULL);
)";

/// What format 3 adds.
constexpr const char *kTablesOf3 = R"(
CREATE TABLE measures (candidate INTEGER NOT NULL, split TEXT NOT NULL, name TEXT NOT NULL, value,
  PRIMARY KEY (candidate, split, name)) WITHOUT ROWID;
CREATE TABLE confusions (candidate INTEGER NOT NULL, split TEXT NOT NULL, counts BLOB NOT NULL,
  PRIMARY KEY (candidate, split)) WITHOUT ROWID;
)";

/// What format 4 adds.
constexpr const char *kTablesOf4 = R"(
CREATE TABLE run_outlines (run INTEGER PRIMARY KEY, method TEXT NOT NULL, draw INTEGER NOT NULL,
  epochs INTEGER NOT NULL);
CREATE TABLE run_targets (run INTEGER NOT NULL, position INTEGER NOT NULL, metric TEXT NOT NULL, shape TEXT NOT NULL,
  value, PRIMARY KEY (run, position)) WITHOUT ROWID;
)";

/// The tables that the formats behind `from` add, up to `to`.
Result<void> addTables(Database &database, int from, int to)
{
    for (const auto &[version, tables] : {std::pair{2, kTablesOf2}, {3, kTablesOf3}, {4, kTablesOf4}}) {
        if (version <= from || version > to)
            continue;
        if (auto made = database.execute(tables); !made.ok())
            return made;
    }
    return {};
}

std::string marksOf(int version)
{
    return "PRAGMA application_id=" + std::to_string(kStudyApplicationId) +
           "; PRAGMA user_version=" + std::to_string(version);
}

/// Type, name and statement of everything in the schema. Not its page numbers: those differ.
Result<std::vector<std::string>> schemaOf(Database &database)
{
    Statement read(database, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    std::vector<std::string> lines;
    while (read.next())
        lines.push_back(read.text(0));
    if (const auto status = read.status(); !status.ok())
        return status.error();
    return lines;
}

std::uint32_t bigEndian(const char *bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

} // namespace

Result<void> createSchema(Database &database, int version)
{
    Transaction transaction(database, Transaction::Kind::Write);
    if (!transaction.status().ok())
        return transaction.status();
    if (auto made = database.execute(kTables); !made.ok())
        return made;
    if (auto made = addTables(database, 1, version); !made.ok())
        return made;
    if (auto marked = database.execute(marksOf(version).c_str()); !marked.ok())
        return marked;
    return transaction.commit();
}

Result<int> formatOf(Database &database)
{
    Statement read(database, "PRAGMA user_version");
    if (!read.next())
        return read.status().ok() ? Result<int>(0) : Result<int>(read.status().error());
    return read.smallInteger(0);
}

Result<void> upgradeSchema(Database &database)
{
    Transaction transaction(database, Transaction::Kind::Write);
    if (!transaction.status().ok())
        return transaction.status();
    const auto version = formatOf(database); // inside: nobody else changes it now
    if (!version.ok())
        return version.error();
    if (*version >= kStudyVersion)
        return {};
    if (auto made = addTables(database, *version, kStudyVersion); !made.ok())
        return made;
    if (auto marked = database.execute(marksOf(kStudyVersion).c_str()); !marked.ok())
        return marked;
    return transaction.commit();
}

Result<void> checkFile(const std::filesystem::path &path)
{
    const Place place{path.string(), 0, {}};
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    if (!std::filesystem::exists(status))
        return ioError(code && code != std::errc::no_such_file_or_directory
                           ? "cannot be opened: " + code.message()
                           : std::string("does not exist; check the name"),
                       place);
    if (std::filesystem::is_directory(status))
        return invalidInput("is a folder, not a study", place);
    if (!std::filesystem::is_regular_file(status)) // never wait for a pipe or read a device
        return invalidInput("is not a regular file, so not a study", place);
    if (::access(path.c_str(), R_OK) != 0)
        return ioError(std::string("cannot be opened: ") + std::strerror(errno), place);
    return {};
}

Result<void> checkHeader(Database &database, const std::filesystem::path &path)
{
    const Place place{path.string(), 0, {}};
    constexpr std::size_t kHeader = 100;
    const auto bytes = database.firstBytes(kHeader);
    if (!bytes.ok())
        return bytes.error();
    constexpr std::string_view magic("SQLite format 3\0", 16);
    if (bytes->empty())
        return invalidInput("is empty, not a study", place);
    if (!bytes->starts_with(magic))
        return invalidInput("is not a Paretoscope study", place);
    if (bytes->size() != kHeader)
        return invalidInput("is damaged: it ends within its header; use a copy of it", place);
    // https://www.sqlite.org/fileformat.html: user version at byte 60, application id at byte 68.
    if (bigEndian(bytes->data() + 68) != kStudyApplicationId)
        return invalidInput("is a SQLite file of another program, not a Paretoscope study", place);
    const std::uint32_t version = bigEndian(bytes->data() + 60);
    if (version > static_cast<std::uint32_t>(kStudyVersion))
        return invalidInput("has study format " + std::to_string(version) + ", from a newer version of Paretoscope; " +
                                "this one reads up to format " + std::to_string(kStudyVersion) + ": update it",
                            place);
    if (version == 0)
        return invalidInput("is damaged: it has no format version; use a copy of it", place);
    return {};
}

Result<void> checkContents(Database &database, const std::filesystem::path &path)
{
    auto reference = Database::open({}, Database::Mode::Memory);
    if (!reference.ok())
        return reference.error();
    const auto version = formatOf(database);
    if (!version.ok())
        return version.error();
    if (auto made = createSchema(*reference, *version); !made.ok())
        return made;
    const auto wanted = schemaOf(*reference);
    const auto found = schemaOf(database);
    if (!wanted.ok() || !found.ok())
        return wanted.ok() ? found.error() : wanted.error();
    if (*wanted != *found)
        return invalidInput("is damaged, or was changed by another program: its tables are not those of a study",
                            {path.string(), 0, {}});

    Statement check(database, "PRAGMA quick_check(1)");
    while (check.next()) {
        if (check.text(0) != "ok")
            return invalidInput("is damaged (" + check.text(0) + "); use a copy of it", {path.string(), 0, {}});
    }
    return check.status();
}

} // namespace dnas
