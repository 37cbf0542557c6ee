// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See regular_file.h.
#include "core/media/regular_file.h"

#include "core/base/system_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace dnas {

namespace fs = std::filesystem;

RegularFile::RegularFile(fs::path path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
{
}

Result<RegularFile> RegularFile::open(const fs::path &path)
{
    // Opening a pipe that nobody writes to would wait for ever without O_NONBLOCK; files do not heed it.
    RegularFile file(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.m_descriptor.valid())
        return systemError(path, "cannot be opened", errno);
    struct stat info {};
    if (::fstat(file.m_descriptor.number(), &info) != 0)
        return systemError(path, "cannot be read", errno);
    if (S_ISDIR(info.st_mode))
        return ioError("is a folder, not a file; name a file in it", {.file = path.string()});
    if (!S_ISREG(info.st_mode))
        return ioError("is a device or a pipe; name a file", {.file = path.string()});
    file.m_size = info.st_size;
    return file;
}

Result<std::size_t> RegularFile::readAt(std::int64_t offset, std::span<std::uint8_t> out) const
{
    std::size_t done = 0;
    while (done < out.size()) {
        const ssize_t got = ::pread(m_descriptor.number(), out.data() + done, out.size() - done,
                                    static_cast<off_t>(offset + static_cast<std::int64_t>(done)));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(m_path, "cannot be read", errno);
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

} // namespace dnas
