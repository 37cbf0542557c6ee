// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The life of a study file: created under another name, opened with suspicion, closed as one file.
#include "core/study/schema.h"
#include "core/study/spec_table.h"
#include "core/study/study_private.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace dnas {
namespace {

/// A file that grows beside its final place and is gone unless it gets there.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::filesystem::path &final)
    {
        static std::atomic<int> counter{0};
        m_path = final.string() + ".part-" + std::to_string(getpid()) + "-" + std::to_string(counter++);
    }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    ~TemporaryFile()
    {
        for (const char *suffix : {"", "-journal", "-wal", "-shm"})
            ::unlink((m_path.string() + suffix).c_str());
    }
    const std::filesystem::path &path() const { return m_path; }

    enum class Existing { Keep, Replace };
    Result<void> moveTo(const std::filesystem::path &target, Existing existing) const
    {
        const unsigned flags = existing == Existing::Keep ? RENAME_NOREPLACE : 0;
        int code = renameat2(AT_FDCWD, m_path.c_str(), AT_FDCWD, target.c_str(), flags);
        std::error_code ignored;
        const bool unknownFlag = code != 0 && errno == EINVAL; // some file systems do not know it
        if (unknownFlag && !std::filesystem::exists(target, ignored))
            code = std::rename(m_path.c_str(), target.c_str());
        if (code != 0)
            return ioError(std::string("cannot be written: ") + std::strerror(errno), {target.string(), 0, {}});
        // The new name, too, shall survive a power cut.
        const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
        if (const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); file >= 0) {
            (void)fsync(file);
            ::close(file);
        }
        return {};
    }

private:
    std::filesystem::path m_path;
};

Result<void> requireFolder(const std::filesystem::path &path)
{
    std::error_code ignored;
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    if (!std::filesystem::is_directory(folder, ignored))
        return ioError("cannot be written: there is no folder " + folder.string(), {path.string(), 0, {}});
    return {};
}

/// Opens and checks; a closed study in a folder that we may not write to is read in place.
Result<Database> openChecked(const std::filesystem::path &path, StudyAccess access)
{
    const auto attempt = [&](Database::Mode mode) -> Result<Database> {
        auto database = Database::open(path, mode);
        if (!database.ok())
            return database;
        if (const auto header = checkHeader(*database, path); !header.ok())
            return header.error();
        if (const auto sound = checkContents(*database, path); !sound.ok())
            return sound.error();
        return database;
    };
    auto database = attempt(Database::Mode::Existing);
    const auto beside = [&](const char *suffix) {
        std::error_code ignored;
        return std::filesystem::exists(path.string() + suffix, ignored);
    };
    if (database.ok() || access == StudyAccess::Write || database.error().code != ErrorCode::Io || beside("-wal") ||
        beside("-journal"))
        return database;
    return attempt(Database::Mode::Immutable);
}

} // namespace

const char *runStateName(RunState state)
{
    switch (state) {
    case RunState::Running:
        return "running";
    case RunState::Done:
        return "done";
    case RunState::Stopped:
        return "stopped";
    case RunState::Aborted:
        return "aborted";
    case RunState::Failed:
        return "failed";
    case RunState::CutOff:
        return "cut off";
    }
    return "unknown";
}

Result<std::shared_ptr<Study>> Study::create(const std::filesystem::path &path, const StudySpec &spec,
                                             const StudyEnvironment &environment)
{
    std::error_code ignored;
    if (const auto folder = requireFolder(path); !folder.ok())
        return folder.error();
    const Error exists = invalidInput("already exists; open it, or choose another name", {path.string(), 0, {}});
    if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
        return exists;
    auto lock = WriterLock::take(path);
    if (!lock.ok())
        return lock.error();

    const TemporaryFile temporary(path);
    {
        auto database = Database::open(temporary.path(), Database::Mode::Create);
        Result<void> made = database.ok() ? createSchema(*database) : Result<void>(database.error());
        if (made.ok()) {
            Transaction transaction(*database, Transaction::Kind::Write);
            made = transaction.status();
            if (made.ok())
                made = writeSpecTables(*database, spec, environment);
            if (made.ok())
                made = transaction.commit();
        }
        if (!made.ok()) {
            Error error = made.error();
            error.place.file = path.string();
            return error;
        }
    }
    if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
        return exists;
    if (const auto moved = temporary.moveTo(path, TemporaryFile::Existing::Keep); !moved.ok())
        return moved.error();
    return finishOpening(path, StudyAccess::Write, std::make_unique<WriterLock>(std::move(*lock)));
}

Result<std::shared_ptr<Study>> Study::open(const std::filesystem::path &path, StudyAccess access)
{
    if (const auto file = checkFile(path); !file.ok())
        return file.error();
    std::unique_ptr<WriterLock> lock;
    if (access == StudyAccess::Write) {
        auto taken = WriterLock::take(path);
        if (!taken.ok())
            return taken.error();
        lock = std::make_unique<WriterLock>(std::move(*taken));
    }
    return finishOpening(path, access, std::move(lock));
}

Result<std::shared_ptr<Study>> Study::finishOpening(const std::filesystem::path &path, StudyAccess access,
                                                    std::unique_ptr<WriterLock> lock)
{
    auto database = openChecked(path, access);
    if (!database.ok())
        return database.error();
    auto version = formatOf(*database);
    if (version.ok() && access == StudyAccess::Write && *version < kStudyVersion) {
        if (const auto upgraded = upgradeSchema(*database); !upgraded.ok())
            return upgraded.error();
        version = kStudyVersion;
    }
    if (!version.ok())
        return version.error();
    // A reader may still have to clean up behind a killed writer, so it is kept from writing only from here on.
    const char *const settings[] = {"PRAGMA query_only=ON", "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
                                    "PRAGMA synchronous=FULL"}; // by StudyAccess
    const auto set = database->execute(settings[static_cast<int>(access)]);
    if (!set.ok())
        return set.error();
    std::unique_ptr<Private> d(new Private{path, access, std::nullopt, std::move(*database), {}, *version});
    if (lock)
        d->lock.emplace(std::move(*lock));
    return std::shared_ptr<Study>(new Study(std::move(d)));
}

Study::Study(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

Study::~Study()
{
    if (d->access != StudyAccess::Write) {
        // A visitor leaves the log to its writer. SQLite would ask the locks of files who is the last one, and a
        // process loses those when anything in it opens and closes the file, a file dialog that draws icons, say.
        if (isWritten(d->path))
            d->database.leaveLogWhenClosed();
        return;
    }
    // Everything back into the one file. While somebody still reads, the last reader does it.
    d->database.setPatience(200);
    if (d->database.execute("PRAGMA wal_checkpoint(TRUNCATE)").ok())
        (void)d->database.execute("PRAGMA journal_mode=DELETE");
}

bool Study::isWritten(const std::filesystem::path &path) { return WriterLock::isHeld(path); }

Result<std::int64_t> Study::dataVersion() const
{
    return d->read([](Database &database) -> Result<std::int64_t> {
        Statement read(database, "PRAGMA data_version");
        if (!read.next())
            return read.status().ok() ? Result<std::int64_t>(0) : Result<std::int64_t>(read.status().error());
        return read.integer(0);
    });
}

const std::filesystem::path &Study::path() const { return d->path; }

Result<void> Study::saveCopy(const std::filesystem::path &target) const
{
    std::error_code ignored;
    if (const auto folder = requireFolder(target); !folder.ok())
        return folder;
    const Place place{target.string(), 0, {}};
    if (std::filesystem::equivalent(target, d->path, ignored))
        return invalidInput("is the study itself; choose another name", place);
    if (std::filesystem::is_directory(target, ignored))
        return invalidInput("is a folder; choose the name of a file", place);
    const auto lock = WriterLock::take(target); // nobody may be writing what we replace
    if (!lock.ok())
        return lock.error();
    const TemporaryFile temporary(target);
    {
        auto copy = Database::open(temporary.path(), Database::Mode::Create);
        Result<void> done = copy.ok() ? Result<void>() : Result<void>(copy.error());
        if (done.ok()) {
            const std::lock_guard guard(d->mutex);
            done = d->database.copyTo(*copy);
        }
        if (done.ok()) // the copy says "WAL" like the original: it shall be one file that opens anywhere
            done = copy->execute("PRAGMA journal_mode=DELETE");
        if (!done.ok()) {
            Error error = done.error();
            error.place = place;
            return error;
        }
    }
    return temporary.moveTo(target, TemporaryFile::Existing::Replace);
}

} // namespace dnas
