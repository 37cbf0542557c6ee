// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See part_sink.h.
#include "core/fetch/part_sink.h"

#include "core/fetch/disk.h"
#include "core/fetch/http_errors.h"

#include <charconv>

namespace dnas {

namespace {

struct ContentRange {
    std::int64_t first = 0;
    std::optional<std::int64_t> size;
};

/// "bytes FIRST-LAST/SIZE", SIZE may be "*" (RFC 9110, 14.4).
std::optional<ContentRange> parseContentRange(const std::string &text)
{
    if (text.rfind("bytes ", 0) != 0)
        return {};
    const char *const end = text.data() + text.size();
    ContentRange range;
    std::int64_t last = 0;
    const auto [dash, first] = std::from_chars(text.data() + 6, end, range.first);
    if (first != std::errc() || dash == end || *dash != '-')
        return {};
    const auto [slash, second] = std::from_chars(dash + 1, end, last);
    if (second != std::errc() || slash == end || *slash != '/' || range.first < 0 || last < range.first)
        return {};
    if (const std::string_view rest(slash + 1, end); rest != "*") {
        std::int64_t size = 0;
        const auto [stop, third] = std::from_chars(slash + 1, end, size);
        if (third != std::errc() || stop != end || size <= last)
            return {};
        range.size = size;
    }
    return range;
}

} // namespace

PartSink::PartSink(const DownloadRequest &request, PartFile &part, std::int64_t from)
    : m_request(request)
    , m_part(part)
    , m_from(from)
    , m_size(request.size)
{
}

Error PartSink::restart()
{
    m_mustRestart = true;
    return ioError("the server cannot go on from where the last download ended", {.file = m_request.url});
}

Result<void> PartSink::begin(const HttpHead &head)
{
    if (head.status == 206 && m_from > 0)
        return beginRest(head);
    if (head.status == 416 && m_from > 0)
        return restart();
    if (head.status == 200)
        return beginWhole(head);
    return statusError(m_request.url, head.status);
}

Result<void> PartSink::beginRest(const HttpHead &head)
{
    const std::optional<ContentRange> range = parseContentRange(head.contentRange);
    const PartOrigin &origin = m_part.origin();
    if (!range || range->first != m_from)
        return restart();
    // A server that knows ranges but not If-Range would give the end of another file.
    if ((!head.etag.empty() && !origin.etag.empty() && head.etag != origin.etag) ||
        (range->size && origin.size && *range->size != *origin.size) ||
        (range->size && m_request.size && *range->size != *m_request.size))
        return restart();
    if (!m_size)
        m_size = range->size ? range->size : origin.size;
    return checkRoom(folderOf(m_request.target), m_size.value_or(m_from) - m_from);
}

Result<void> PartSink::beginWhole(const HttpHead &head)
{
    if (m_request.size && head.length && *head.length != *m_request.size)
        return ioError("the file has " + std::to_string(*head.length) + " bytes at the server and " +
                           std::to_string(*m_request.size) + " as published; it is not the one that is looked for",
                       {.file = m_request.url});
    m_from = 0;
    if (!m_size)
        m_size = head.length;
    if (!m_request.size && m_size && *m_size > m_request.mostBytes)
        return ioError("the file has " + sizeText(*m_size) + ", more than the limit of " +
                           sizeText(m_request.mostBytes),
                       {.file = m_request.url});
    if (const Result<void> emptied = m_part.restart(
            {.url = m_request.url, .etag = head.etag, .lastModified = head.lastModified, .size = head.length});
        !emptied.ok())
        return emptied;
    return checkRoom(folderOf(m_request.target), m_size.value_or(0));
}

Result<void> PartSink::bytes(const char *bytes, std::size_t count)
{
    const std::int64_t most = m_size.value_or(m_request.mostBytes);
    if (static_cast<std::int64_t>(count) > most - m_part.bytes()) {
        m_part.discard(); // what is not the file that was promised is not the beginning of it either
        return ioError("the server sends more than the " + std::to_string(most) + (m_size ? " promised" : " allowed") +
                           " bytes; what came is thrown away",
                       {.file = m_request.url});
    }
    return m_part.append(bytes, count);
}

} // namespace dnas
