// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sample_survey.h.
#include "core/data/sample_survey.h"

#include "core/media/picture.h"
#include "core/media/sound.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dnas {

namespace {

std::vector<std::string> some(const std::vector<std::string> &files)
{
    if (files.size() <= kSurveyed)
        return files;
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < kSurveyed; ++i)
        chosen.push_back(files[i * files.size() / kSurveyed]);
    return chosen;
}

/// `share` of the sorted values lie below it or are it.
template <typename T>
T quantile(const std::vector<T> &sorted, double share)
{
    const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(place, 1, sorted.size()) - 1];
}

} // namespace

PictureSurvey surveyPictures(const std::filesystem::path &folder, const std::vector<std::string> &files)
{
    std::vector<int> sides;
    for (const std::string &file : some(files)) {
        if (const auto picture = readPicture(folder / file); picture.ok())
            sides.push_back(std::min(picture->width, picture->height));
    }
    if (sides.empty())
        return {};
    std::sort(sides.begin(), sides.end());
    return {sides.size(), quantile(sides, 0.5), sides.front(), sides.back()};
}

SoundSurvey surveySounds(const std::filesystem::path &folder, const std::vector<std::string> &files)
{
    std::vector<int> rates;
    std::vector<double> seconds;
    for (const std::string &file : some(files)) {
        const auto info = readSoundInfo(folder / file);
        if (!info.ok() || info->frames <= 0)
            continue;
        rates.push_back(info->rate);
        seconds.push_back(static_cast<double>(info->frames) / info->rate);
    }
    if (rates.empty())
        return {};
    std::sort(rates.begin(), rates.end());
    std::sort(seconds.begin(), seconds.end());
    return {rates.size(), quantile(rates, 0.5), quantile(seconds, 0.9), seconds.front(), seconds.back()};
}

ChannelStatistics trainingStatistics(const DataSet &data)
{
    constexpr std::int64_t kBatch = 64;
    const auto channels = static_cast<std::size_t>(data.shape().channels);
    // Sums of differences to the first value of a channel: no digits are lost where the mean is far from zero.
    std::vector<double> first(channels), sum(channels), squares(channels);
    std::int64_t count = 0; // values of a channel
    Batch batch;
    for (std::int64_t at = 0; at < data.size(Split::Train); at += kBatch) {
        std::vector<std::int64_t> numbers(static_cast<std::size_t>(std::min(kBatch, data.size(Split::Train) - at)));
        std::iota(numbers.begin(), numbers.end(), at);
        data.read(Split::Train, numbers, {}, batch);
        if (at == 0)
            first.assign(batch.inputs.begin(), batch.inputs.begin() + static_cast<std::ptrdiff_t>(channels));
        for (std::size_t i = 0; i < batch.inputs.size(); ++i) {
            const double value = batch.inputs[i] - first[i % channels];
            sum[i % channels] += value;
            squares[i % channels] += value * value;
        }
        count += static_cast<std::int64_t>(batch.inputs.size() / channels);
    }
    ChannelStatistics statistics;
    for (std::size_t c = 0; c < channels; ++c) {
        const double mean = sum[c] / static_cast<double>(count);
        statistics.mean.push_back(first[c] + mean);
        statistics.deviation.push_back(std::sqrt(std::max(0.0, squares[c] / static_cast<double>(count) - mean * mean)));
    }
    return statistics;
}

} // namespace dnas
