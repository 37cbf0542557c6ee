// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See folder_writer.h.
#include "core/fetch/folder_writer.h"

#include "core/fetch/disk.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace dnas {

namespace {

Error failure(const std::string &what, int number)
{
    if (number == EEXIST)
        return invalidInput("is in the archive twice");
    if (number == ENOTDIR || number == ELOOP)
        return invalidInput("lies in something that is a file or a link, not a folder");
    return systemError({}, what, number);
}

} // namespace

Result<int> FolderWriter::parentOf(const EntryPath &path)
{
    const EntryPath parent(path.begin(), path.end() - 1);
    if (parent.empty())
        return m_folder;
    if (m_lastOpened.valid() && parent == m_lastParent)
        return m_lastOpened.number();
    Descriptor at;
    for (const std::string &name : parent) {
        const int above = at.valid() ? at.number() : m_folder;
        if (::mkdirat(above, name.c_str(), 0777) == 0)
            ++m_folders;
        else if (errno != EEXIST)
            return failure("its folder cannot be made", errno);
        Descriptor next(::openat(above, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!next.valid())
            return failure("its folder cannot be opened", errno);
        at = std::move(next);
    }
    m_lastParent = parent;
    m_lastOpened = std::move(at);
    return m_lastOpened.number();
}

Result<void> FolderWriter::makeFolder(const EntryPath &path)
{
    EntryPath inside = path;
    inside.emplace_back(); // its folders on the way are the path itself
    const Result<int> folder = parentOf(inside);
    return folder.ok() ? Result<void>() : folder.error();
}

Result<Descriptor> FolderWriter::createFile(const EntryPath &path)
{
    const Result<int> parent = parentOf(path);
    if (!parent.ok())
        return parent.error();
    Descriptor file(::openat(*parent, path.back().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!file.valid())
        return failure("cannot be written", errno);
    return file;
}

Result<void> FolderWriter::makeSymbolicLink(const EntryPath &path, const std::string &target)
{
    const Result<int> parent = parentOf(path);
    if (!parent.ok())
        return parent.error();
    if (::symlinkat(target.c_str(), *parent, path.back().c_str()) != 0)
        return failure("the link cannot be made", errno);
    return {};
}

Result<void> FolderWriter::makeHardLink(const EntryPath &path, const EntryPath &to)
{
    Result<int> folder = parentOf(to);
    if (!folder.ok())
        return folder.error();
    // Its own descriptor, since the next search for a folder closes the last one.
    const Descriptor from(::openat(*folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct stat info {};
    // A symbolic link under a second name could point out of the folder from there.
    if (::fstatat(from.number(), to.back().c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(info.st_mode))
        return invalidInput("is a second name of something that is not a file in the archive before it");
    folder = parentOf(path);
    if (!folder.ok())
        return folder.error();
    if (::linkat(from.number(), to.back().c_str(), *folder, path.back().c_str(), 0) != 0)
        return failure("the link cannot be made", errno);
    return {};
}

} // namespace dnas
