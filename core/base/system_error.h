// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the system says of a file, in words that tell what to do; and what makes a change of a folder last.
#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>

namespace dnas {

/// "what: why", with what to do about it where that is known; `number` is an errno.
Error systemError(const std::filesystem::path &path, const std::string &what, int number);

/// Makes a rename in `folder` last. Best effort: some file systems cannot sync a folder.
void syncFolder(const std::filesystem::path &folder);

} // namespace dnas
