// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See part_file.h.
#include "core/fetch/part_file.h"

#include "core/base/files.h"
#include "core/fetch/disk.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace dnas {

namespace fs = std::filesystem;

namespace {

fs::path notePath(const fs::path &target) { return fs::path(target) += ".part.json"; }

bool sameFile(const struct stat &opened, const fs::path &path)
{
    struct stat named {};
    return ::lstat(path.c_str(), &named) == 0 && named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

/// Some cluster file systems are mounted without locks; a download that cannot lock is better than none.
bool cannotLock(int number) { return number == ENOLCK || number == EOPNOTSUPP || number == ENOSYS; }

} // namespace

fs::path partPath(const fs::path &target) { return fs::path(target) += ".part"; }

std::string PartOrigin::validator() const
{
    const bool weak = etag.rfind("W/", 0) == 0; // RFC 9110, 13.1.5: a weak one is of no use here
    return !etag.empty() && !weak ? etag : lastModified;
}

PartFile::PartFile(fs::path target, Descriptor file, std::int64_t bytes)
    : m_target(std::move(target))
    , m_path(partPath(m_target))
    , m_notePath(notePath(m_target))
    , m_file(std::move(file))
    , m_bytes(bytes)
{
    readOrigin();
}

PartFile::~PartFile()
{
    if (m_file.valid() && m_bytes == 0)
        discard();
}

Result<PartFile> PartFile::open(const fs::path &target)
{
    const fs::path path = partPath(target);
    // Between opening and locking, the one who held it may have renamed or removed it; then it is looked for again.
    for (int attempt = 0; attempt < 10; ++attempt) {
        Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
        struct stat info {};
        if (!file.valid() || ::fstat(file.number(), &info) != 0)
            return systemError(path, "cannot be written", errno);
        if (!S_ISREG(info.st_mode))
            return ioError("is not an ordinary file; remove it", {.file = path.string()});
        if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0 && !cannotLock(errno)) {
            if (errno != EWOULDBLOCK)
                return systemError(path, "cannot be locked", errno);
            return Error{ErrorCode::Locked,
                         "another download is writing this file; wait for it or stop it",
                         {.file = path.string()}};
        }
        if (sameFile(info, path) && ::fstat(file.number(), &info) == 0)
            return PartFile(target, std::move(file), info.st_size);
    }
    return Error{ErrorCode::Locked, "other downloads keep taking this file; wait for them", {.file = path.string()}};
}

void PartFile::readOrigin()
{
    std::error_code error;
    if (fs::file_size(m_notePath, error) > 65536 || error)
        return;
    const Result<std::string> text = readText(m_notePath);
    if (!text.ok())
        return;
    const nlohmann::json note = nlohmann::json::parse(*text, nullptr, false);
    if (!note.is_object())
        return;
    const auto textOf = [&](const char *key) {
        const auto found = note.find(key);
        return found != note.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    m_origin = {.url = textOf("url"), .etag = textOf("etag"), .lastModified = textOf("lastModified")};
    if (const auto size = note.find("size"); size != note.end() && size->is_number_unsigned())
        m_origin.size = size->get<std::int64_t>();
}

Result<void> PartFile::restart(PartOrigin origin)
{
    if (::ftruncate(m_file.number(), 0) != 0)
        return systemError(m_path, "cannot be written", errno);
    m_bytes = 0;
    m_origin = std::move(origin);
    nlohmann::json note{{"url", m_origin.url}, {"etag", m_origin.etag}, {"lastModified", m_origin.lastModified}};
    if (m_origin.size)
        note["size"] = *m_origin.size;
    const std::string text = note.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
    const Descriptor file(::open(m_notePath.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!file.valid() || !writeWhole(file.number(), text.data(), text.size(), 0))
        return systemError(m_notePath, "cannot be written", errno);
    return {};
}

Result<void> PartFile::append(const char *bytes, std::size_t count)
{
    if (!writeWhole(m_file.number(), bytes, count, m_bytes)) {
        const int number = errno;
        // What was written of it is as good as the rest.
        struct stat info {};
        if (::fstat(m_file.number(), &info) == 0)
            m_bytes = info.st_size;
        return systemError(m_path, "cannot be written, what came stays for a resume", number);
    }
    m_bytes += static_cast<std::int64_t>(count);
    return {};
}

void PartFile::discard()
{
    ::unlink(m_notePath.c_str());
    ::unlink(m_path.c_str());
    m_file = Descriptor();
    m_bytes = 0;
    m_origin = {};
}

Result<void> PartFile::finish()
{
    if (::fsync(m_file.number()) != 0)
        return systemError(m_path, "cannot be written, what came stays for a resume", errno);
    if (::rename(m_path.c_str(), m_target.c_str()) != 0)
        return systemError(m_target, "cannot be written", errno);
    ::unlink(m_notePath.c_str());
    m_file = Descriptor();
    syncFolder(folderOf(m_target));
    return {};
}

void PartFile::removeStaleNote(const fs::path &target)
{
    std::error_code error;
    if (!fs::exists(fs::symlink_status(partPath(target), error)))
        ::unlink(notePath(target).c_str());
}

} // namespace dnas
