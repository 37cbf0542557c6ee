// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What lies in a folder, for data sets: in the order of names, links followed but no folder visited twice, hidden files
// left out.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

enum class FileKind { Picture, Sound };
/// By the name's ending, whatever its case: png, jpg, jpeg; wav, flac, ogg, aif, aiff, mp3 (which may turn out
/// unreadable).
bool looksLike(FileKind kind, const std::filesystem::path &file);

/// Names of the folders in a folder. Errors: no such folder, no permission, stopped (ErrorCode::Cancelled).
Result<std::vector<std::string>> foldersIn(const std::filesystem::path &folder, const StopToken *stop = nullptr);

/// Paths of all such files below a folder, relative to it, at most eight folders deep. Folders that may not be read are
/// named in `unreadable`. Errors: as foldersIn.
Result<std::vector<std::string>> filesBelow(const std::filesystem::path &folder, FileKind kind,
                                            std::vector<std::string> &unreadable, const StopToken *stop = nullptr);

} // namespace dnas
