// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See unpack.h. Entry by entry: judge the name, judge the size, write.
#include "core/fetch/unpack.h"

#include "core/base/guarded.h"
#include "core/fetch/archive_input.h"
#include "core/fetch/disk.h"
#include "core/fetch/entry_path.h"
#include "core/fetch/folder_writer.h"
#include "core/fetch/unpack_folder.h"
#include "core/fetch/utf8_locale.h"

#include <archive_entry.h>

#include <cerrno>
#include <chrono>

namespace dnas {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kBetweenReports{100};
/// Below this no ratio makes a bomb: silence and blank pictures pack very well.
constexpr double kHarmlessBytes = 16 << 20;

class Unpacking {
public:
    Unpacking(const UnpackRequest &request, const std::function<void(const UnpackProgress &)> &progress,
              ArchiveInput &input, const UnpackFolder &folder)
        : m_request(request)
        , m_progress(progress)
        , m_input(input)
        , m_folder(folder)
        , m_writer(folder.descriptor())
    {
    }

    Result<UnpackOutcome> run()
    {
        for (;;) {
            const Result<archive_entry *> entry = m_input.next();
            if (!entry.ok())
                return entry.error();
            if (!*entry)
                break;
            const char *const pathname = archive_entry_pathname(*entry);
            const std::string name = pathname ? pathname : "";
            ++m_entries;
            if (const Result<void> taken = take(*entry, name); !taken.ok())
                return placed(taken.error(), name);
            if (const Result<void> few = checkCount(archive_entry_filetype(*entry) == AE_IFDIR); !few.ok())
                return placed(few.error(), name);
            report();
        }
        if (m_entries == 0)
            return invalidInput("holds nothing", {.file = m_request.archive.string()});
        return m_outcome;
    }

    void reportLast()
    {
        if (m_progress)
            m_progress({.entries = m_entries, .bytes = m_outcome.bytes, .share = 1});
    }

private:
    Error placed(Error error, std::string_view name) const
    {
        if (error.place.file.empty())
            error.place = {.file = m_request.archive.string(), .key = printableName(name)};
        return error;
    }

    Result<void> take(archive_entry *entry, std::string_view name)
    {
        const Result<EntryPath> path = entryPath(name);
        if (!path.ok())
            return path.error();
        const auto kind = archive_entry_filetype(entry);
        if (path->empty()) // the top itself
            return kind == AE_IFDIR ? Result<void>() : invalidInput("has an empty name");
        if (archive_entry_is_encrypted(entry) == 1)
            return invalidInput("is encrypted; unpack the archive by hand");
        if (const char *const other = archive_entry_hardlink(entry))
            return takeHardLink(*path, other);
        switch (kind) {
        case AE_IFREG:
            return takeFile(entry, *path);
        case AE_IFDIR:
            return m_writer.makeFolder(*path);
        case AE_IFLNK:
            return takeSymbolicLink(entry, *path);
        default:
            return invalidInput("is a device, a pipe or a socket, which no data set needs");
        }
    }

    /// Folders that are only in the paths of others count too, or a few names could make millions.
    Result<void> checkCount(bool isFolder)
    {
        const std::int64_t made = m_writer.folders() - m_foldersBefore;
        m_foldersBefore = m_writer.folders();
        m_impliedFolders += isFolder && made > 0 ? made - 1 : made;
        if (m_entries + m_impliedFolders > m_request.mostEntries)
            return invalidInput("is one too many: the archive has more than " + std::to_string(m_request.mostEntries) +
                                " files and folders");
        return {};
    }

    Result<void> takeHardLink(const EntryPath &path, std::string_view other)
    {
        const Result<EntryPath> to = entryPath(other);
        if (!to.ok() || to->empty())
            return invalidInput("is a second name of what " +
                                (to.ok() ? std::string("is the whole folder") : to.error().message));
        ++m_outcome.files;
        return m_writer.makeHardLink(path, *to);
    }

    Result<void> takeSymbolicLink(archive_entry *entry, const EntryPath &path)
    {
        const char *const target = archive_entry_symlink(entry);
        if (const Result<void> inside = checkLinkTarget(path, target ? target : "", m_request.strip); !inside.ok())
            return inside;
        return m_writer.makeSymbolicLink(path, target);
    }

    /// Before `more` bytes are written, holes too: readers of the files pay for those.
    Result<void> checkBytes(std::int64_t more) const
    {
        if (more < 0 || more > m_request.mostBytes - m_outcome.bytes)
            return invalidInput("is too large: the archive unpacks to more than " + sizeText(m_request.mostBytes));
        const auto all = static_cast<double>(m_outcome.bytes + more);
        if (all > kHarmlessBytes && all > m_request.mostRatio * static_cast<double>(m_input.size()))
            return invalidInput("is too large: the archive of " + sizeText(m_input.size()) + " unpacks to " +
                                sizeText(m_outcome.bytes + more) + " and more, no honest data set does that");
        return {};
    }

    Result<void> takeFile(archive_entry *entry, const EntryPath &path)
    {
        const bool sized = archive_entry_size_is_set(entry) != 0;
        const std::int64_t size = sized ? archive_entry_size(entry) : 0;
        if (const Result<void> fits = checkBytes(size); !fits.ok())
            return fits;
        if (const Result<void> room = checkRoom(m_folder.path(), size); !room.ok())
            return room;
        const Result<Descriptor> file = m_writer.createFile(path);
        if (!file.ok())
            return file.error();

        std::int64_t end = 0;
        for (;;) {
            const Result<std::optional<ArchiveInput::Block>> block = m_input.read();
            if (!block.ok())
                return block.error();
            if (!*block)
                break;
            const auto count = static_cast<std::int64_t>((*block)->bytes.size());
            const std::int64_t offset = (*block)->offset;
            if (offset < end || (sized && (offset > size || count > size - offset)))
                return invalidInput("is damaged: it is longer than it says");
            if (const Result<void> fits = checkBytes(offset + count); !fits.ok())
                return fits;
            if (!writeWhole(file->number(), (*block)->bytes.data(), (*block)->bytes.size(), offset))
                return systemError({}, "cannot be written", errno);
            end = offset + count;
            report(end);
        }
        if (sized && end < size) {
            if (archive_entry_sparse_count(entry) == 0)
                return invalidInput("is damaged: it is shorter than it says");
            if (::ftruncate(file->number(), size) != 0) // ends in a hole
                return systemError({}, "cannot be written", errno);
            end = size;
        }
        m_outcome.bytes += end;
        ++m_outcome.files;
        return {};
    }

    void report(std::int64_t ofEntry = 0)
    {
        const Clock::time_point now = Clock::now();
        if (!m_progress || now - m_reported < kBetweenReports)
            return;
        m_reported = now;
        m_progress({.entries = m_entries, .bytes = m_outcome.bytes + ofEntry, .share = m_input.share()});
    }

    const UnpackRequest &m_request;
    const std::function<void(const UnpackProgress &)> &m_progress;
    ArchiveInput &m_input;
    const UnpackFolder &m_folder;
    FolderWriter m_writer;
    UnpackOutcome m_outcome;
    std::int64_t m_entries = 0;
    std::int64_t m_foldersBefore = 0;
    std::int64_t m_impliedFolders = 0;
    Clock::time_point m_reported{};
};

Result<UnpackOutcome> unpackGuarded(const UnpackRequest &request,
                                    const std::function<void(const UnpackProgress &)> &progress, const StopToken &stop)
{
    const Utf8Locale locale;
    Result<std::unique_ptr<ArchiveInput>> input = ArchiveInput::open(request.archive, stop);
    if (!input.ok())
        return input.error();
    Result<UnpackFolder> folder = UnpackFolder::open(request.folder);
    if (!folder.ok())
        return folder.error();
    // What it unpacks to is not known before; less than the archive itself it will hardly be.
    if (const Result<void> room = checkRoom(folder->path(), (*input)->size()); !room.ok())
        return room.error();
    Unpacking unpacking(request, progress, **input, *folder);
    Result<UnpackOutcome> outcome = unpacking.run();
    if (!outcome.ok())
        return outcome;
    if (const Result<void> named = folder->finish(request.strip); !named.ok())
        return named.error();
    unpacking.reportLast();
    return outcome;
}

} // namespace

Result<UnpackOutcome> unpack(const UnpackRequest &request, const std::function<void(const UnpackProgress &)> &progress,
                             const StopToken &stop)
{
    if (!request.strip.empty()) {
        const Result<EntryPath> strip = entryPath(request.strip);
        if (!strip.ok() || strip->size() != 1 || strip->front() != request.strip)
            return invalidInput("the folder to leave out (" + printableName(request.strip) +
                                ") is not the name of one folder");
    }
    return guarded([&] { return unpackGuarded(request, progress, stop); });
}

} // namespace dnas
