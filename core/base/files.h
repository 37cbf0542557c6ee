// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files and folders: whole-file reading, writing that never leaves half a file, where resources and data live.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

/// The whole file. Errors name the file and say why it cannot be read.
Result<std::string> readText(const std::filesystem::path &path);
Result<std::vector<std::byte>> readBytes(const std::filesystem::path &path);

/// Writes to a temporary name beside `path`, syncs, renames: on failure (full disk, read-only folder) the
/// old file stays and no temporary file is left.
Result<void> writeAtomically(const std::filesystem::path &path, std::string_view bytes);

/// `resources/` : $PARETOSCOPE_RESOURCES, else the installed folder, else the source tree of this build.
std::filesystem::path resourceFolder();

/// A resource by kind ("networks", "boards", "benchmarks", "spaces", "specs") and name, or a user's file by path.
/// A name is tried as `<resources>/<kind>/<name>.yaml` (also in sub-folders); anything with a slash or ending
/// in .yaml/.yml is a path. Error lists the known names.
Result<std::filesystem::path> findResource(std::string_view kind, std::string_view nameOrPath);
/// Names of all resources of a kind, sorted.
std::vector<std::string> listResources(std::string_view kind);

/// Data folder: `chosen` if not empty, else $PARETOSCOPE_DATA, else $XDG_DATA_HOME/paretoscope
/// (~/.local/share/paretoscope).
std::filesystem::path dataFolder(const std::filesystem::path &chosen = {});

/// Two small hexadecimal digits a byte.
std::string hexadecimal(std::span<const unsigned char> bytes);

/// SHA-256 of bytes as 64 hexadecimal digits (OpenSSL).
std::string sha256(std::string_view bytes);

} // namespace dnas
