// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See fresh_file.h.
#include "core/data/fresh_file.h"

#include "core/base/system_error.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace dnas {

FreshFile::FreshFile(FreshFile &&other) noexcept
    : m_file(std::move(other.m_file))
    , m_path(std::move(other.m_path))
    , m_temporary(std::exchange(other.m_temporary, {}))
{
}

FreshFile::~FreshFile()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

Result<FreshFile> FreshFile::create(const std::filesystem::path &path, std::size_t bytes)
{
    std::string name = path.string() + ".XXXXXX";
    FreshFile file;
    file.m_file = Descriptor(::mkostemp(name.data(), O_CLOEXEC));
    if (!file.m_file.valid())
        return systemError(path, "cannot be written", errno);
    file.m_path = path;
    file.m_temporary = name;
    if (bytes == 0)
        return file;
    int why = EINTR;
    while (why == EINTR)
        why = ::posix_fallocate(file.m_file.number(), 0, static_cast<off_t>(bytes));
    if (why != 0)
        return systemError(path, "no room for its " + std::to_string((bytes >> 20) + 1) + " MiB", why);
    return file;
}

Result<void> FreshFile::write(std::size_t offset, std::span<const std::byte> bytes) const
{
    while (!bytes.empty()) {
        const ssize_t done = ::pwrite(m_file.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return systemError(m_path, "cannot be written", done < 0 ? errno : EIO);
        bytes = bytes.subspan(static_cast<std::size_t>(done));
        offset += static_cast<std::size_t>(done);
    }
    return {};
}

Result<void> FreshFile::keep()
{
    if (::fsync(m_file.number()) != 0)
        return systemError(m_path, "cannot be written", errno);
    if (::fchmod(m_file.number(), 0644) != 0 || ::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return systemError(m_path, "cannot be given its name", errno);
    m_temporary.clear();
    return {};
}

} // namespace dnas
