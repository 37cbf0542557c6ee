// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names that a user writes: names or paths, paths in files, and slips of the pen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dnas {

/// Whether a resource is named by its path: with a slash, or ending in .yaml or .yml.
bool isPath(std::string_view nameOrPath);

/// A name stays a name. A relative path is taken from the folder of `file`, which says it, and made absolute.
std::string resolveName(const std::string &file, const std::string &nameOrPath);
/// The same for what is always a path; empty stays empty.
std::string resolvePath(const std::string &file, const std::string &path);

/// The choice that `name` was meant to be, as far as its spelling tells; empty where none is close.
std::string nearestName(std::string_view name, const std::vector<std::string> &choices);

} // namespace dnas
