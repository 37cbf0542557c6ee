// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// flock() on a small file. The file is removed by its holder, so a fresh lock counts only if the locked file is
// still the one that the name leads to.
#include "core/study/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace dnas {
namespace {

/// "process 123 on host", as the holder wrote it.
std::string holderOf(int file)
{
    std::array<char, 200> text{};
    const ssize_t size = pread(file, text.data(), text.size() - 1, 0);
    std::string holder(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    holder.resize(std::min(holder.find('\n'), holder.size()));
    for (char &c : holder)
        if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    return holder.empty() ? "another process" : holder;
}

void writeHolder(int file)
{
    std::array<char, 100> host{};
    gethostname(host.data(), host.size() - 1);
    const std::string text = "process " + std::to_string(getpid()) + " on " + host.data() + "\n";
    // For the message only: the lock holds also where nothing could be written.
    if (ftruncate(file, 0) == 0)
        (void)!pwrite(file, text.data(), text.size(), 0);
}

/// One name for one study, also behind symbolic links.
std::filesystem::path lockPath(const std::filesystem::path &study)
{
    std::error_code ignored;
    const std::filesystem::path real = std::filesystem::weakly_canonical(study, ignored);
    return (real.empty() ? study : real).string() + ".lock";
}

} // namespace

bool WriterLock::isHeld(const std::filesystem::path &study)
{
    const int file = ::open(lockPath(study).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return errno == EACCES; // somebody else's, and there
    const bool held = flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(file);
    return held;
}

Result<WriterLock> WriterLock::take(const std::filesystem::path &study)
{
    const std::filesystem::path path = lockPath(study);
    for (int attempt = 0; attempt < 100; ++attempt) {
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
        if (file < 0)
            return ioError(std::string("cannot be locked for writing: ") + std::strerror(errno) +
                               "; is its folder there and writable?",
                           {study.string(), 0, {}});
        if (flock(file, LOCK_EX | LOCK_NB) != 0) {
            const bool held = errno == EWOULDBLOCK;
            const std::string why = held ? "is written by " + holderOf(file) + "; open it for reading, or wait"
                                         : std::string("cannot be locked: ") + std::strerror(errno);
            ::close(file);
            return Error{held ? ErrorCode::Locked : ErrorCode::Io, why, {study.string(), 0, {}}};
        }
        struct stat mine = {};
        struct stat named = {};
        if (fstat(file, &mine) == 0 && stat(path.c_str(), &named) == 0 && mine.st_ino == named.st_ino &&
            mine.st_dev == named.st_dev) {
            fchmod(file, 0644); // whoever may read the study may ask
            writeHolder(file);
            return WriterLock(path, file);
        }
        ::close(file); // its holder removed it while we waited: begin again with the new one
    }
    return Error{ErrorCode::Locked, "is written by another process", {study.string(), 0, {}}};
}

WriterLock::WriterLock(WriterLock &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_file(std::exchange(other.m_file, -1))
{
}

WriterLock &WriterLock::operator=(WriterLock &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_file, other.m_file);
    return *this;
}

WriterLock::~WriterLock()
{
    if (m_file < 0)
        return;
    ::unlink(m_path.c_str()); // before the lock goes, so that nobody's newer file is removed
    ::close(m_file);
}

} // namespace dnas
