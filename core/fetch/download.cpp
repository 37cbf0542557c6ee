// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See download.h. The order of things: is the target there, what is left of an earlier go, the transfer, the checks,
// the name.
#include "core/fetch/download.h"

#include "core/base/guarded.h"
#include "core/fetch/digest.h"
#include "core/fetch/disk.h"
#include "core/fetch/http_errors.h"
#include "core/fetch/http_get.h"
#include "core/fetch/part_file.h"
#include "core/fetch/part_sink.h"
#include "core/fetch/progress_meter.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace dnas {

namespace fs = std::filesystem;

namespace {

/// Empty or `digits` hexadecimal ones; in small letters.
bool normaliseHex(std::string &text, std::size_t digits)
{
    for (char &letter : text)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return text.empty() || (text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string::npos);
}

Result<DownloadRequest> checkedRequest(DownloadRequest request)
{
    const Place place{.file = request.url};
    if (!isHttp(request.url))
        return invalidInput("is not an http or https address", place);
    if (request.url.find_first_of(std::string(" \t\r\n\0", 5)) != std::string::npos)
        return invalidInput("an address has no blanks", place);
    if (!request.target.has_filename())
        return invalidInput("names no file to write", {.file = request.target.string()});
    if (!normaliseHex(request.sha256, 64))
        return invalidInput("the SHA-256 that the file is to have is not 64 hexadecimal digits", place);
    if (!normaliseHex(request.md5, 32))
        return invalidInput("the MD5 that the file is to have is not 32 hexadecimal digits", place);
    if (request.size.value_or(0) < 0 || request.mostBytes < 0 || request.stall.count() <= 0 ||
        request.mostRedirects < 0)
        return invalidInput("size and limits of a download are not negative, and the time of silence is positive",
                            place);
    return request;
}

class Download {
public:
    Download(const DownloadRequest &request, const std::function<void(const DownloadProgress &)> &progress,
             const StopToken &stop)
        : m_request(request)
        , m_meter(progress)
        , m_stop(stop)
    {
    }

    Result<DownloadOutcome> run()
    {
        Result<std::optional<DownloadOutcome>> there = lookAtTarget();
        if (!there.ok())
            return there.error();
        if (*there)
            return **there;
        std::error_code error;
        fs::create_directories(folderOf(m_request.target), error);
        if (error)
            return systemError(folderOf(m_request.target), "the folder cannot be made", error.value());
        Result<PartFile> part = PartFile::open(m_request.target);
        if (!part.ok())
            return part.error();
        // Another process may have finished between the look and the lock.
        there = lookAtTarget();
        if (!there.ok())
            return there.error();
        if (*there)
            return **there;
        if (const Result<void> fetched = fetch(*part); !fetched.ok())
            return fetched.error();
        return accept(*part);
    }

private:
    bool hasDigest() const { return !m_request.sha256.empty() || !m_request.md5.empty(); }
    bool digestsFit(const Digests &found) const
    {
        return (m_request.sha256.empty() || found.sha256 == m_request.sha256) &&
               (m_request.md5.empty() || found.md5 == m_request.md5);
    }

    Result<Digests> digests(int file, const fs::path &path, std::int64_t size)
    {
        m_meter.start(DownloadStage::Checking, 0, size);
        return digestsOf(
            file, path, m_request.md5.empty() ? DigestKinds::Sha256 : DigestKinds::Sha256AndMd5,
            [&](std::int64_t done) { m_meter.update(done); }, m_stop);
    }

    /// Nothing when the file is still to be fetched.
    Result<std::optional<DownloadOutcome>> lookAtTarget()
    {
        using Nothing = std::optional<DownloadOutcome>;
        const fs::path &path = m_request.target;
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
        if (!file.valid() && (errno == ENOENT || errno == ENOTDIR))
            return Nothing();
        struct stat info {};
        if (!file.valid() || ::fstat(file.number(), &info) != 0)
            return systemError(path, "cannot be read", errno);
        if (!S_ISREG(info.st_mode))
            return invalidInput("is there and is not an ordinary file; choose another name", {.file = path.string()});
        if (m_request.size && info.st_size != *m_request.size)
            return Nothing();
        const Result<Digests> found = digests(file.number(), path, info.st_size);
        if (!found.ok())
            return found.error();
        if (!digestsFit(*found))
            return Nothing();
        PartFile::removeStaleNote(path);
        m_meter.finish(info.st_size);
        return Nothing({.sha256 = found->sha256, .bytes = info.st_size, .verified = hasDigest(), .wasThere = true});
    }

    /// How much of the part a transfer may go on from; 0: from the start.
    std::int64_t resumeFrom(const PartFile &part) const
    {
        const PartOrigin &origin = part.origin();
        if (origin.url != m_request.url)
            return 0;
        // Without a validator a changed file would be noticed by its digest only.
        if (origin.validator().empty() && !hasDigest())
            return 0;
        const std::optional<std::int64_t> size = m_request.size ? m_request.size : origin.size;
        return size && part.bytes() > *size ? 0 : part.bytes();
    }

    /// The whole file is in the part afterwards, as far as sizes tell.
    Result<void> fetch(PartFile &part)
    {
        std::int64_t from = resumeFrom(part);
        const std::optional<std::int64_t> known = m_request.size ? m_request.size : part.origin().size;
        if (from > 0 && known && from == *known) {
            m_resumedAt = from;
            return {}; // all came; the last go ended before the checks
        }
        if (const Result<void> room = checkRoom(folderOf(m_request.target), known.value_or(0) - from); !room.ok())
            return room;
        for (;;) {
            PartSink sink(m_request, part, from);
            m_meter.start(DownloadStage::Fetching, from, known);
            const Result<void> got = httpGet(
                {.url = m_request.url,
                 .from = from,
                 .validator = part.origin().validator(),
                 .stall = m_request.stall,
                 .mostRedirects = m_request.mostRedirects},
                sink,
                [&] {
                    m_meter.setSize(sink.size());
                    m_meter.update(part.bytes());
                },
                m_stop);
            if (!got.ok() && sink.mustRestart() && from > 0) {
                from = 0;
                continue;
            }
            m_meter.setSize(sink.size());
            if (got.ok() && sink.size() && part.bytes() < *sink.size())
                return closedEarlyError(m_request.url, part.bytes(), *sink.size());
            m_resumedAt = sink.from();
            return got;
        }
    }

    Result<DownloadOutcome> accept(PartFile &part)
    {
        const std::int64_t bytes = part.bytes();
        const Result<Digests> found = digests(part.descriptor(), part.path(), bytes);
        if (!found.ok())
            return found.error();
        if (!digestsFit(*found)) {
            part.discard();
            const bool bySha = !m_request.sha256.empty() && found->sha256 != m_request.sha256;
            return ioError(
                std::string("what came is not the published file: its ") +
                    (bySha ? "SHA-256 is " + found->sha256 : "MD5 is " + found->md5) + " instead of " +
                    (bySha ? m_request.sha256 : m_request.md5) +
                    "; it is thrown away, try again, and when it is the same again the server has another file",
                {.file = m_request.url});
        }
        if (const Result<void> named = part.finish(); !named.ok())
            return named.error();
        m_meter.finish(bytes);
        return DownloadOutcome{
            .sha256 = found->sha256, .bytes = bytes, .resumedAt = m_resumedAt, .verified = hasDigest()};
    }

    const DownloadRequest &m_request;
    ProgressMeter m_meter;
    const StopToken &m_stop;
    std::int64_t m_resumedAt = 0;
};

} // namespace

Result<DownloadOutcome> download(const DownloadRequest &request,
                                 const std::function<void(const DownloadProgress &)> &progress, const StopToken &stop)
{
    const Result<DownloadRequest> checked = checkedRequest(request);
    if (!checked.ok())
        return checked.error();
    return guarded([&] { return Download(*checked, progress, stop).run(); });
}

} // namespace dnas
