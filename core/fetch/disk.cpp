// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See disk.h.
#include "core/fetch/disk.h"

#include "core/base/numbers.h"

#include <cerrno>
#include <cmath>
#include <system_error>
#include <unistd.h>

namespace dnas {

namespace fs = std::filesystem;

std::string sizeText(std::int64_t bytes)
{
    static const char *const units[] = {" bytes", " kB", " MB", " GB", " TB", " PB", " EB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1000; value /= 1000)
        ++unit;
    return (unit == 0 ? shortNumber(value) : shortNumber(std::round(value * 10) / 10)) + units[unit];
}

Result<void> checkRoom(const fs::path &folder, std::int64_t bytes)
{
    std::error_code error;
    const fs::space_info room = fs::space(folder, error);
    if (error || bytes <= 0 || room.available >= static_cast<std::uintmax_t>(bytes))
        return {};
    return ioError("no space on the disk: " + sizeText(bytes) + " are needed and " +
                       sizeText(static_cast<std::int64_t>(room.available)) +
                       " are free; make room or choose another folder",
                   {.file = folder.string()});
}

bool writeWhole(int descriptor, const void *bytes, std::size_t count, std::int64_t offset)
{
    const char *at = static_cast<const char *>(bytes);
    while (count > 0) {
        const ssize_t put = ::pwrite(descriptor, at, count, offset);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        at += put;
        offset += put;
        count -= static_cast<std::size_t>(put);
    }
    return true;
}

fs::path folderOf(const fs::path &path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

} // namespace dnas
