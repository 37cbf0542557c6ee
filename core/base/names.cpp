// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paths by std::filesystem, nearness of names by the edits between them.
#include "core/base/names.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <system_error>

namespace dnas {

namespace {

/// Letters to insert, delete or replace (Levenshtein); small and capital ones are the same.
std::size_t edits(std::string_view a, std::string_view b)
{
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

bool isPath(std::string_view nameOrPath)
{
    return nameOrPath.find('/') != std::string_view::npos || nameOrPath.ends_with(".yaml") ||
           nameOrPath.ends_with(".yml");
}

std::string resolveName(const std::string &file, const std::string &nameOrPath)
{
    return isPath(nameOrPath) ? resolvePath(file, nameOrPath) : nameOrPath;
}

std::string resolvePath(const std::string &file, const std::string &path)
{
    if (path.empty() || std::filesystem::path(path).is_absolute())
        return path;
    std::error_code failed;
    const std::filesystem::path whole =
        std::filesystem::absolute(std::filesystem::path(file).parent_path() / path, failed);
    return failed ? path : whole.lexically_normal().string();
}

std::string nearestName(std::string_view name, const std::vector<std::string> &choices)
{
    constexpr std::size_t kLongest = 100; // what is longer is no slip, and the work grows with the square
    if (name.size() > kLongest)
        return {};
    std::string nearest;
    std::size_t least = std::max<std::size_t>(1, name.size() / 3) + 1;
    for (const std::string &choice : choices) {
        if (choice.size() > kLongest)
            continue;
        if (const std::size_t distance = edits(name, choice); distance < least) {
            least = distance;
            nearest = choice;
        }
    }
    return nearest;
}

} // namespace dnas
