// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See fetch_folder.h.
#include "core/fetch/fetch_folder.h"

namespace dnas {

Result<void> requireFreeFolder(const FolderRequest &request)
{
    std::error_code ignored;
    if (std::filesystem::exists(request.folder, ignored) && !std::filesystem::is_empty(request.folder, ignored))
        return invalidInput("is there already and not empty; move it away to fetch it again",
                            {.file = request.folder.string()});
    return {};
}

Result<FolderOutcome> fetchFolder(const FolderRequest &request, const FolderProgress &progress, const StopToken &stop)
{
    if (const auto free = requireFreeFolder(request); !free.ok())
        return free.error();
    std::error_code ignored;
    FolderOutcome outcome;
    const auto fetched = download(request.archive, progress.download, stop);
    if (!fetched.ok())
        return fetched.error();
    outcome.archive = *fetched;
    const auto unpacked = unpack({.archive = request.archive.target, .folder = request.folder, .strip = request.strip},
                                 progress.unpack, stop);
    if (!unpacked.ok()) {
        Error error = unpacked.error();
        if (error.code != ErrorCode::InvalidInput)
            return error;
        // Out of the way, or every later go would find it complete and stop at it again.
        std::filesystem::path aside = request.archive.target;
        aside += ".refused";
        std::filesystem::rename(request.archive.target, aside, ignored);
        error.message += "; it is kept as " + aside.filename().string() + ", and the next go fetches it anew";
        return error;
    }
    outcome.contents = *unpacked;
    std::filesystem::remove(request.archive.target, ignored); // only room is lost when it stays
    return outcome;
}

} // namespace dnas
