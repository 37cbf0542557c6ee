// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes a server's answer into the part: what its head means for a resume, what was promised, and no byte more. Private
// to core/fetch.
#pragma once

#include "core/fetch/download.h"
#include "core/fetch/http_get.h"
#include "core/fetch/part_file.h"

namespace dnas {

class PartSink final : public HttpSink {
public:
    /// Asks for bytes from `from` on. Both references must outlive the sink.
    PartSink(const DownloadRequest &request, PartFile &part, std::int64_t from);

    Result<void> begin(const HttpHead &head) override;
    Result<void> bytes(const char *bytes, std::size_t count) override;

    /// The transfer ended because the server cannot go on from where the part ends: ask for the whole file.
    bool mustRestart() const { return m_mustRestart; }
    /// Where the answer began: 0 when the server gave the whole file instead of the rest.
    std::int64_t from() const { return m_from; }
    /// Of the whole file: as published, or as the server says.
    std::optional<std::int64_t> size() const { return m_size; }

private:
    Result<void> beginRest(const HttpHead &head);
    Result<void> beginWhole(const HttpHead &head);
    Error restart();

    const DownloadRequest &m_request;
    PartFile &m_part;
    std::int64_t m_from;
    std::optional<std::int64_t> m_size;
    bool m_mustRestart = false;
};

} // namespace dnas
