// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the files of a folder are like – sizes of pictures, lengths of sounds – and the statistics of what networks will
// see of them.
#pragma once

#include "core/data/data_set.h"

namespace dnas {

/// Of at most so many files, spread evenly over `files`; those that cannot be read do not count.
inline constexpr std::size_t kSurveyed = 200;

struct PictureSurvey {
    std::size_t read = 0;
    int side = 0; ///< median of the shorter sides
    int leastSide = 0, mostSide = 0;
};
PictureSurvey surveyPictures(const std::filesystem::path &folder, const std::vector<std::string> &files);

struct SoundSurvey {
    std::size_t read = 0;
    int rate = 0;       ///< samples a second, median
    double seconds = 0; ///< nine of ten clips are no longer
    double leastSeconds = 0, mostSeconds = 0;
};
SoundSurvey surveySounds(const std::filesystem::path &folder, const std::vector<std::string> &files);

struct ChannelStatistics {
    std::vector<double> mean, deviation; ///< per channel
};
/// Over all values of the training split as they are read, clean.
ChannelStatistics trainingStatistics(const DataSet &data);

} // namespace dnas
