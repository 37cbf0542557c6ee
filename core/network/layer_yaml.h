// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One layer of a network file: its fields as they are written, before shapes are known. Private to core/network.
#pragma once

#include "core/base/yaml_reader.h"
#include "core/network/network.h"

#include <string>
#include <utility>
#include <vector>

namespace dnas {

struct LayerDraft {
    Layer layer;                                   ///< inputs still empty
    YamlReader reader;                             ///< named after the layer
    std::vector<std::pair<std::string, int>> from; ///< names and lines; empty: the layer before
    bool isDepthwise = false;                      ///< groups and channels follow from the input
    int uniformBits = 0;                           ///< of all weights; 0: none or a list was given
};

/// Whole number in a range; notes an error and returns `smallest` otherwise.
int readInteger(const YamlReader &map, const char *key, std::int64_t smallest, std::int64_t largest);

/// `dimensions` of the network's signal. Errors are noted in the document.
LayerDraft readLayer(const YamlReader &map, int dimensions);

/// Fills in what depends on the input; notes an error when that contradicts what was written.
void completeLayer(LayerDraft &draft, const Shape &input);

/// Notes the error of shape inference at the field that it names.
void failAtField(const LayerDraft &draft, const Error &error);

} // namespace dnas
