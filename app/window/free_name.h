// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A name beside a file that is there already.
#pragma once

#include <filesystem>
#include <string>

namespace paretoscope {

/// `path` itself while nothing is there, else NAME-2.ending, NAME-3.ending …
inline std::filesystem::path freeName(const std::filesystem::path &path)
{
    std::error_code unknown;
    std::filesystem::path name = path;
    for (int i = 2; std::filesystem::exists(name, unknown); ++i)
        name = path.parent_path() / (path.stem().string() + '-' + std::to_string(i) + path.extension().string());
    return name;
}

} // namespace paretoscope
