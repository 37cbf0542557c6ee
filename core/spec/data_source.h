// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a benchmark's samples are and how they are read: its `data:`. Values only; the readers are in core/data.
#pragma once

#include <cstdint>
#include <string>

namespace dnas {

class YamlReader;

struct DataSource {
    std::string format; ///< demo, cifar10, cifar100, pictures, tiny_imagenet, sounds, speech_commands, machine_sounds
    /// Below the data folder; with ./ in front, beside the benchmark's file. Empty for generated data.
    std::string folder;
    std::uint64_t seed = 1; ///< of generated data
    std::int64_t train = 0; ///< samples of generated data, or as the complete published set has them; 0: not known
    std::int64_t test = 0;  ///< the same
    double testShare = 0.2; ///< pictures, sounds, speech_commands: where the layout has no test split
    double validationShare = 0.25; ///< machine_sounds: of the labelled clips
    double skip = 0.01;            ///< files that may be unreadable before the set is refused
    std::string fit = "stretch";   ///< pictures of other sizes: stretch or crop
    double unknown = 1;            ///< speech_commands: share of the other words that makes the class unknown
    std::string leaveOut;          ///< speech_commands: a list of files, below the data folder
};

/// One of: generated, pictures, sounds.
enum class DataKind { Generated, Pictures, Sounds };
DataKind kindOf(const DataSource &source);

/// `benchmarkFile`: what ./ is relative to.
DataSource readDataSource(const YamlReader &data, const std::string &benchmarkFile);

} // namespace dnas
