// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See system_error.h.
#include "core/base/system_error.h"

#include "core/base/descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <system_error>

namespace dnas {

namespace {

const char *remedyFor(int number)
{
    switch (number) {
    case ENOENT:
        return "; check the path";
    case EACCES:
    case EPERM:
    case EROFS:
        return "; check the permissions or choose another folder";
    case ENOSPC:
    case EDQUOT:
        return "; make room on the disk or choose another folder";
    case EFBIG:
        return "; the disk or a limit of this account (ulimit -f) allows no file of this size";
    case ENOTDIR:
        return "; a part of the path is a file, not a folder";
    default:
        return "";
    }
}

} // namespace

Error systemError(const std::filesystem::path &path, const std::string &what, int number)
{
    return ioError(what + ": " + std::generic_category().message(number) + remedyFor(number), {.file = path.string()});
}

void syncFolder(const std::filesystem::path &folder)
{
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.valid())
        ::fsync(directory.number());
}

} // namespace dnas
