// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See mapped_file.h.
#include "core/data/mapped_file.h"

#include "core/base/descriptor.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace dnas {

namespace {

Error failed(const std::filesystem::path &path, const std::string &what, int why)
{
    return ioError(what + ": " + std::strerror(why), {.file = path.string()});
}

} // namespace

MappedFile::MappedFile(MappedFile &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_path(std::move(other.m_path))
    , m_temporary(std::exchange(other.m_temporary, {}))
{
}

MappedFile::~MappedFile()
{
    if (m_data)
        ::munmap(m_data, m_size);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

Result<MappedFile> MappedFile::open(const std::filesystem::path &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
        return failed(path, "cannot be opened", errno);
    if (!S_ISREG(status.st_mode))
        return ioError("is not a file", {.file = path.string()});
    MappedFile mapped;
    mapped.m_path = path;
    mapped.m_size = static_cast<std::size_t>(status.st_size);
    if (mapped.m_size == 0)
        return mapped;
    void *data = ::mmap(nullptr, mapped.m_size, PROT_READ, MAP_SHARED, file.number(), 0);
    if (data == MAP_FAILED)
        return failed(path, "cannot be mapped into memory", errno);
    mapped.m_data = static_cast<std::byte *>(data);
    return mapped;
}

Result<MappedFile> MappedFile::create(const std::filesystem::path &path, std::size_t bytes)
{
    std::string name = path.string() + ".XXXXXX";
    const Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (file.number() < 0)
        return failed(path, "cannot be written", errno);
    MappedFile mapped;
    mapped.m_path = path;
    mapped.m_temporary = name;
    mapped.m_size = bytes;
    if (bytes == 0)
        return mapped;
    if (const int why = ::posix_fallocate(file.number(), 0, static_cast<off_t>(bytes)); why != 0)
        return failed(path, "no room for its " + std::to_string((bytes >> 20) + 1) + " MiB", why);
    void *data = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file.number(), 0);
    if (data == MAP_FAILED)
        return failed(path, "cannot be mapped into memory", errno);
    mapped.m_data = static_cast<std::byte *>(data);
    return mapped;
}

Result<void> MappedFile::keep(std::string_view tail)
{
    if (m_data && ::msync(m_data, m_size, MS_SYNC) != 0)
        return failed(m_path, "cannot be written", errno);
    if (!tail.empty()) {
        const Descriptor file(::open(m_temporary.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
        if (file.number() < 0 || ::write(file.number(), tail.data(), tail.size()) != static_cast<ssize_t>(tail.size()))
            return failed(m_path, "cannot be written", errno);
    }
    if (::chmod(m_temporary.c_str(), 0644) != 0 || ::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return failed(m_path, "cannot be given its name", errno);
    m_temporary.clear();
    return {};
}

} // namespace dnas
