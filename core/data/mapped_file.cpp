// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See mapped_file.h.
#include "core/data/mapped_file.h"

#include "core/base/descriptor.h"
#include "core/base/system_error.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace dnas {

MappedFile::MappedFile(MappedFile &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

MappedFile::~MappedFile()
{
    if (m_data)
        ::munmap(m_data, m_size);
}

void MappedFile::release() const
{
    if (m_data)
        ::madvise(m_data, m_size, MADV_DONTNEED);
}

Result<MappedFile> MappedFile::open(const std::filesystem::path &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
        return systemError(path, "cannot be opened", errno);
    if (!S_ISREG(status.st_mode))
        return ioError("is not a file", {.file = path.string()});
    MappedFile mapped;
    mapped.m_size = static_cast<std::size_t>(status.st_size);
    if (mapped.m_size == 0)
        return mapped;
    void *data = ::mmap(nullptr, mapped.m_size, PROT_READ, MAP_SHARED, file.number(), 0);
    if (data == MAP_FAILED)
        return systemError(path, "cannot be mapped into memory", errno);
    mapped.m_data = static_cast<std::byte *>(data);
    return mapped;
}

} // namespace dnas
