// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a camera was held: Exif's tag 0x0112, and the picture turned upright by it. Internal to media.
#pragma once

#include "core/media/picture.h"

namespace dnas {

/// 1 to 8 of a JPEG marker's bytes; 0 when they are not Exif or do not tell.
int exifOrientation(std::span<const std::uint8_t> marker);

/// 1 (and whatever is not 2 to 8): as it is. 5 to 8 exchange width and height.
Picture turned(Picture picture, int orientation);

} // namespace dnas
