// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What slow work says of itself while it goes on, in the user's language.
#pragma once

#include "core/base/work_progress.h"
#include "core/fetch/fetch_folder.h"

#include <QString>

#include <optional>

namespace paretoscope {

/// "reading sounds: 1 200 of 3 180"
QString workText(const dnas::WorkProgress &now);
/// "fetching 12 MiB of 162 MiB, 3.1 MiB/s"; the time left is not in it.
QString workText(const dnas::DownloadProgress &now);
QString workText(const dnas::UnpackProgress &now);
/// In [0, 1]; negative when it is not known.
double workShare(const dnas::WorkProgress &now);
double workShare(const dnas::DownloadProgress &now);
double workShare(const dnas::UnpackProgress &now);
/// ", about 4 min 10 s remaining"; nothing when it is not known.
QString remainingText(std::optional<double> seconds);
/// "12 MiB"
QString bytesText(std::int64_t bytes);

} // namespace paretoscope
