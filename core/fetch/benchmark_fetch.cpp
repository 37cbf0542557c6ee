// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See benchmark_fetch.h.
#include "core/fetch/benchmark_fetch.h"

#include "core/base/files.h"
#include "core/fetch/part_file.h"

namespace dnas {

namespace {

/// The last part of the address without what follows a question mark.
std::string fileName(const std::string &url)
{
    const std::string path = url.substr(0, url.find('?'));
    const std::string name = path.substr(path.rfind('/') + 1);
    return name.empty() || name.starts_with('.') ? "download" : name;
}

} // namespace

Result<FolderRequest> fetchRequest(const Benchmark &benchmark, const std::filesystem::path &data)
{
    if (kindOf(benchmark.data) == DataKind::Generated)
        return invalidInput("'" + benchmark.name + "' is drawn by the program; there is nothing to fetch");
    const std::filesystem::path base = dataFolder(data);
    if (!benchmark.fetch)
        return invalidInput("the benchmark names no address (fetch); put the data into " +
                                (base / benchmark.data.folder).string() + " by hand",
                            {.file = benchmark.name});
    const DataOrigin &origin = *benchmark.fetch;
    FolderRequest request;
    request.archive.url = origin.url;
    request.archive.target = base / fileName(origin.url);
    request.archive.sha256 = origin.sha256;
    request.archive.md5 = origin.md5;
    request.folder = base / benchmark.data.folder;
    request.strip = origin.top;
    if (origin.size > 0)
        request.archive.size = origin.size;
    if (const auto free = requireFreeFolder(request); !free.ok())
        return free.error();
    return request;
}

std::int64_t fetchedBefore(const FolderRequest &request)
{
    std::error_code failure;
    for (const auto &file : {request.archive.target, partPath(request.archive.target)}) {
        const auto size = std::filesystem::file_size(file, failure);
        if (!failure)
            return static_cast<std::int64_t>(size);
    }
    return 0;
}

std::string digestText(const FolderOutcome &outcome, const Benchmark &benchmark)
{
    if (!outcome.archive.verified)
        return "no digest is published; this one was " + outcome.archive.sha256;
    return "digest as published (" + (benchmark.fetch ? benchmark.fetch->source : std::string()) + ")";
}

} // namespace dnas
