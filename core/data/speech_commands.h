// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Speech Commands as it unpacks: a folder a word, _background_noise_, validation_list.txt and testing_list.txt. Also of
// subsets: folders _silence_ and _unknown_ stand for these classes where they are there; without the lists, speakers
// (the eight hexadecimal digits in a file's name) are split.
#pragma once

#include "core/data/sample_list.h"

namespace dnas {

struct SpeechCommandsOptions {
    std::vector<std::string> classes;       ///< words, and "silence" and "unknown" if wished
    double seconds = 1;                     ///< of a clip; silence is cut from the background noises in such pieces
    double test = 0.2;                      ///< share of the clips, whole speakers, where there are no lists
    double unknown = 1;                     ///< share of the other words that is used
    std::vector<std::string> leaveOut = {}; ///< files, below the folder
    const StopToken *stop = nullptr;
};

/// Errors: no such folder, a word without a folder, lists that name none of the files, silence without noises to cut it
/// from.
Result<SampleList> listSpeechCommands(const std::filesystem::path &folder, const SpeechCommandsOptions &options);

/// Background noises, below the folder; none is no error.
std::vector<std::string> backgroundNoises(const std::filesystem::path &folder);

} // namespace dnas
