// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See unpack_folder.h.
#include "core/fetch/unpack_folder.h"

#include "core/fetch/disk.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace dnas {

namespace fs = std::filesystem;

namespace {

Result<void> checkFree(const fs::path &folder)
{
    std::error_code error;
    const fs::file_status status = fs::symlink_status(folder, error);
    if (!fs::exists(status) || (fs::is_directory(status) && fs::is_empty(folder, error) && !error))
        return {};
    return ioError("is there already and not empty; choose another folder or remove it", {.file = folder.string()});
}

void removeContents(const fs::path &folder)
{
    std::error_code error;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
        std::error_code ignored;
        fs::remove_all(at->path(), ignored);
    }
}

bool onlyHolds(const fs::path &folder, const std::string &name)
{
    std::error_code error;
    fs::directory_iterator at(folder, error);
    if (error || at == fs::directory_iterator() || at->path().filename() != name ||
        !fs::is_directory(at->symlink_status(error)) || error)
        return false;
    at.increment(error);
    return !error && at == fs::directory_iterator();
}

} // namespace

UnpackFolder::UnpackFolder(fs::path folder, fs::path path, Descriptor opened)
    : m_folder(std::move(folder))
    , m_path(std::move(path))
    , m_opened(std::move(opened))
{
}

UnpackFolder::~UnpackFolder()
{
    std::error_code ignored;
    if (m_opened.valid())
        fs::remove_all(m_path, ignored);
}

Result<UnpackFolder> UnpackFolder::open(const fs::path &wanted)
{
    const fs::path folder = wanted.has_filename() ? wanted : wanted.parent_path();
    if (!folder.has_filename() || folder.filename() == "." || folder.filename() == "..")
        return invalidInput("names no folder to unpack to", {.file = wanted.string()});
    std::error_code error;
    fs::create_directories(folderOf(folder), error);
    if (error)
        return systemError(folderOf(folder), "the folder cannot be made", error.value());

    const fs::path path = fs::path(folder) += ".unpacking";
    for (int attempt = 0; attempt < 10; ++attempt) {
        if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST)
            return systemError(path, "the folder cannot be made", errno);
        Descriptor opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!opened.valid() && errno == ENOENT)
            continue;
        if (!opened.valid())
            return systemError(path, "the temporary folder cannot be used", errno);
        if (::flock(opened.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
            return Error{
                ErrorCode::Locked, "another process unpacks to here; wait for it or stop it", {.file = path.string()}};
        struct stat mine {};
        struct stat named {};
        if (::fstat(opened.number(), &mine) != 0 || ::lstat(path.c_str(), &named) != 0 || mine.st_ino != named.st_ino ||
            mine.st_dev != named.st_dev)
            continue; // its owner has just finished with it
        removeContents(path);
        UnpackFolder made(folder, path, std::move(opened));
        if (const Result<void> free = checkFree(folder); !free.ok())
            return free.error();
        return made;
    }
    return Error{ErrorCode::Locked, "other processes keep taking this folder; wait for them", {.file = path.string()}};
}

Result<void> UnpackFolder::finish(const std::string &strip)
{
    // One call for all files; a hundred thousand single ones take minutes.
    if (::syncfs(m_opened.number()) != 0)
        return systemError(m_path, "cannot be written", errno);
    const bool inner = !strip.empty() && onlyHolds(m_path, strip);
    const fs::path from = inner ? m_path / strip : m_path;
    // An empty folder of that name is replaced, one that has been filled meanwhile is not.
    if (::rename(from.c_str(), m_folder.c_str()) != 0)
        return systemError(m_folder, "cannot be given its name", errno);
    if (inner)
        ::rmdir(m_path.c_str());
    m_opened = Descriptor();
    syncFolder(folderOf(m_folder));
    return {};
}

} // namespace dnas
