// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the header of a WAV or AIFF says about its length, against what is there. libsndfile silently takes the smaller
// of the two. Internal to media.
#pragma once

#include "core/media/regular_file.h"

#include <string>

namespace dnas {

/// An error when the file ends before the sound that its header promises, or when that promises none. Everything else
/// is left to libsndfile: other formats, and lengths that a recorder could not know yet (the largest that fits).
Result<void> checkSoundPromise(const RegularFile &file, const std::string &name);

} // namespace dnas
