// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A data set of sound files: decoded, brought to one rate and length, and turned into features once, then read from the
// cache.
#pragma once

#include "core/data/data_set.h"

namespace dnas {

/// One clip at the front end's rate: `out` takes its samples as 16 bits, from `start` seconds into the file on; silence
/// behind its end. Errors: those of readSound and resampled.
Result<void> decodeSoundFile(const std::filesystem::path &file, const FrontEnd &frontEnd, double start,
                             std::span<std::byte> out);

/// Formats sounds, speech_commands and machine_sounds. Errors: those of the layout and the front end, too many
/// unreadable files, no room for the cache, stopped.
Result<std::shared_ptr<const DataSet>> openListedSounds(const Benchmark &benchmark, const DataOptions &options);

} // namespace dnas
