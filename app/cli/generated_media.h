// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sounds and pictures for measurements: no real data, but as much to decode as in them. What they are is told by their
// seed alone.
#pragma once

#include "core/media/picture.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace paretoscope {

/// Makes clips quickly: mixtures of two pieces of a long one that is made once.
class GeneratedSounds {
public:
    GeneratedSounds();
    std::vector<std::int16_t> clip(std::uint64_t seed, std::size_t samples) const;

private:
    std::vector<float> m_source;
};

/// 16 bits, one channel.
std::string wavFile(int rate, std::span<const std::int16_t> samples);

/// Soft patches of colour with a grain, so that files of it have about the size of photographs.
dnas::Picture generatedPicture(std::uint64_t seed, int width, int height);
/// Quality 90, colours at half the resolution, as most photographs are kept.
std::string jpegFile(const dnas::Picture &picture);
std::string pngFile(const dnas::Picture &picture);

} // namespace paretoscope
