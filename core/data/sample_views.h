// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A handful of a benchmark's training samples to look at: pictures at the network's size, or the features of sounds.
// What to draw, without drawing it. Reads only what it shows, not the whole set.
#pragma once

#include "core/data/data_set.h"
#include "core/data/sample_choice.h"

#include <string>
#include <vector>

namespace dnas {

struct SampleView {
    std::string className = {};
    std::string name = {};              ///< the file below the folder, or "record 17 of data_batch_1.bin"
    int width = 0;                      ///< pixels, or frames
    int height = 0;                     ///< pixels, or values of a frame
    std::vector<std::uint8_t> rgb = {}; ///< of pictures: [row, column, 3], the top row first
    std::vector<float> features = {};   ///< of sounds: [value, frame], before normalisation
};

/// What the features of all samples have in common.
struct FeatureAxes {
    double from = 0, to = 0;   ///< seconds into the clip that the frames stand for
    std::string rows = {};     ///< "coefficient" or "mel band", counted from 0
    float least = 0, most = 0; ///< what the colours span: all samples but the lowest and highest 2 %
};

struct SampleViews {
    bool sounds = false;
    std::vector<SampleView> samples = {}; ///< by class
    FeatureAxes axes = {};                ///< of sounds
};

/// Files that cannot be read are passed over. Errors: those of the layout, of the front end, none that can be read
/// (and why not the first), stopped (ErrorCode::Cancelled). Blocks; any thread.
Result<SampleViews> sampleViews(const Benchmark &benchmark, const std::filesystem::path &folder,
                                const SampleChoice &choice, const StopToken *stop = nullptr);

} // namespace dnas
