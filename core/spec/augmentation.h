// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a recipe does to its training samples, and how that is written. Values only; what the steps do is in core/data.
#pragma once

#include <string>
#include <vector>

namespace dnas {

class YamlReader;

/// One step. Of pictures: crop (pixels of padding), flip, rotate (degrees at most), shift and zoom (share of the side
/// at most). Of sounds: time_shift (seconds at most), noise (volume at most; share of the clips), spec_augment (frames
/// and bands that are blanked at most).
struct Augmentation {
    std::string kind;
    double amount = 0;
    double second = 0; ///< noise: share; spec_augment: bands
};

/// Reads a list such as [{crop: 4}, flip]; a step that stands there twice or is unknown is an error.
std::vector<Augmentation> readAugmentations(const YamlReader &node);
/// The same list as YAML.
std::string writeAugmentations(const std::vector<Augmentation> &steps);

} // namespace dnas
