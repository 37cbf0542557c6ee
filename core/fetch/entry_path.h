// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a stranger calls a file in an archive, taken apart and judged before anything is done with it. Pure text, no
// disk. Private to core/fetch.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace dnas {

/// The names of the folders and, last, of the thing itself, from the top of the archive; empty for the top ("./").
using EntryPath = std::vector<std::string>;

/// Refuses what is empty, absolute, has "..", a drive letter, a backslash, a control character or no UTF-8, is too long
/// or too deep. "." and doubled slashes are left out.
Result<EntryPath> entryPath(std::string_view name);

/// A symbolic link at `link` to `target` stays below the top, and below the folder `strip` when it lies in that. Only a
/// climb at the beginning of the target is allowed: the folders above a link are real ones, those that a target goes
/// through may be links.
Result<void> checkLinkTarget(const EntryPath &link, std::string_view target, std::string_view strip);

/// For messages: control characters and what is no UTF-8 as "?", and not too long.
std::string printableName(std::string_view name);

} // namespace dnas
