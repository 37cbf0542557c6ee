// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See archive_input.h.
#include "core/fetch/archive_input.h"

#include "core/fetch/disk.h"
#include "core/fetch/entry_path.h"

#include <archive.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace dnas {

namespace fs = std::filesystem;

ArchiveInput::ArchiveInput(const fs::path &path, const StopToken &stop, Descriptor file, std::int64_t size)
    : m_path(path)
    , m_stop(stop)
    , m_file(std::move(file))
    , m_size(size)
    , m_buffer(std::size_t{256} << 10)
    , m_reader(archive_read_new(), archive_read_free)
{
}

ArchiveInput::~ArchiveInput() = default;

Result<std::unique_ptr<ArchiveInput>> ArchiveInput::open(const fs::path &path, const StopToken &stop)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat info {};
    if (!file.valid() || ::fstat(file.number(), &info) != 0)
        return systemError(path, "cannot be read", errno);
    if (!S_ISREG(info.st_mode))
        return invalidInput("is not an ordinary file; name an archive", {.file = path.string()});
    std::unique_ptr<ArchiveInput> input(new ArchiveInput(path, stop, std::move(file), info.st_size));
    if (const Result<void> started = input->start(); !started.ok())
        return started.error();
    return input;
}

Result<void> ArchiveInput::start()
{
    archive *const reader = m_reader.get();
    if (!reader)
        return Error{ErrorCode::Internal, "libarchive gives no reader: out of memory", {.file = m_path.string()}};
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_format_tar(reader);
    // By its directory at the end, as other programs read it; reading along could show other entries than those.
    archive_read_support_format_zip_seekable(reader);
    archive_read_set_callback_data(reader, this);
    archive_read_set_read_callback(reader, readMore);
    archive_read_set_seek_callback(reader, seek);
    if (archive_read_open1(reader) != ARCHIVE_OK)
        return damage();
    return {};
}

ssize_t ArchiveInput::readMore(archive *reader, void *self, const void **bytes)
{
    auto &input = *static_cast<ArchiveInput *>(self);
    ssize_t got = -1;
    errno = ECANCELED;
    while (!input.m_stop.requested()) {
        got = ::pread(input.m_file.number(), input.m_buffer.data(), input.m_buffer.size(), input.m_at);
        if (got >= 0 || errno != EINTR)
            break;
    }
    if (got < 0) {
        archive_set_error(reader, errno, "%s", "cannot be read");
        return ARCHIVE_FATAL;
    }
    input.m_at += got;
    *bytes = input.m_buffer.data();
    return got;
}

std::int64_t ArchiveInput::seek(archive * /*reader*/, void *self, std::int64_t offset, int whence)
{
    auto &input = *static_cast<ArchiveInput *>(self);
    const std::int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? input.m_at : input.m_size;
    input.m_at = std::clamp<std::int64_t>(base + offset, 0, input.m_size);
    return input.m_at;
}

Error ArchiveInput::damage() const
{
    if (m_stop.requested())
        return Error{ErrorCode::Cancelled, "stopped while it was unpacked", {.file = m_path.string()}};
    const char *const said = archive_error_string(m_reader.get());
    const std::string detail = printableName(said ? said : "no reason given"); // some end with a line break
    // A compressed file that ends at once has no format either, but says that it was cut off.
    if (archive_format(m_reader.get()) == 0 && detail.find("Unrecognized") == 0)
        return invalidInput("is no archive of a known kind (tar, alone or with gzip, bzip2, xz or zstd; zip), or is "
                            "damaged at its beginning or, a zip, at its end; fetch it again",
                            {.file = m_path.string()});
    return invalidInput("is damaged or cut off (" + detail + "); fetch it again", {.file = m_path.string()});
}

Result<archive_entry *> ArchiveInput::next()
{
    if (m_stop.requested())
        return damage();
    archive_entry *entry = nullptr;
    const int code = archive_read_next_header(m_reader.get(), &entry);
    if (code == ARCHIVE_EOF)
        return static_cast<archive_entry *>(nullptr);
    // A warning is an oddity of the header; what matters of it is judged by the caller.
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
        return damage();
    // Compressed again and again is how a small file becomes a huge one; one filter and the file itself.
    if (archive_filter_count(m_reader.get()) > 2)
        return invalidInput("is compressed more than once; it is not unpacked", {.file = m_path.string()});
    return entry;
}

Result<std::optional<ArchiveInput::Block>> ArchiveInput::read()
{
    if (m_stop.requested())
        return damage();
    const void *bytes = nullptr;
    std::size_t count = 0;
    la_int64_t offset = 0;
    const int code = archive_read_data_block(m_reader.get(), &bytes, &count, &offset);
    if (code == ARCHIVE_EOF)
        return std::optional<Block>();
    if (code != ARCHIVE_OK) // a warning here is a wrong checksum or length
        return damage();
    return std::optional<Block>({.offset = offset, .bytes = {static_cast<const std::byte *>(bytes), count}});
}

double ArchiveInput::share() const
{
    return m_size > 0 ? std::clamp(static_cast<double>(m_at) / static_cast<double>(m_size), 0.0, 1.0) : 0.0;
}

} // namespace dnas
