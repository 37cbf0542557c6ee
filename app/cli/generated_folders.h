// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Folders in the layouts of the benchmarks that ship, filled with generated sounds and pictures of any number. Every
// file is another one. Errors: cannot be written, stopped.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"

#include <cstdint>
#include <filesystem>

namespace paretoscope {

/// `folder`/cifar-10-batches-bin with `records` (a multiple of 6) in all six files together.
dnas::Result<void> makeCifar10(const std::filesystem::path &folder, std::int64_t records,
                               const dnas::StopToken *stop = nullptr);
/// `folder`/speech_commands_v0.02 with clips of one second of the 35 words, lists of 10 % each for validation and
/// testing, and six noises of a minute.
dnas::Result<void> makeSpeechCommands(const std::filesystem::path &folder, std::int64_t clips,
                                      const dnas::StopToken *stop = nullptr);
/// `folder`/vw_coco2014_96 with JPEG pictures of 96×96.
dnas::Result<void> makeWakeWords(const std::filesystem::path &folder, std::int64_t pictures,
                                 const dnas::StopToken *stop = nullptr);
/// `folder`/tiny-imagenet-200 with `pictures` for training and a tenth of them for the test, JPEG of 64×64.
dnas::Result<void> makeTinyImagenet(const std::filesystem::path &folder, std::int64_t pictures,
                                    const dnas::StopToken *stop = nullptr);

} // namespace paretoscope
