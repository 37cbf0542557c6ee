// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The turned, shifted and zoomed pictures of augmentation.
#pragma once

#include "core/data/augment.h"

namespace dnas {

/// As writeImage, for moves that are bent: bilinear between pixels, edges go on outside.
void writeBentImage(const std::uint8_t *pixels, const Shape &shape, const PixelTable &table, const ImageMove &move,
                    float *out);

} // namespace dnas
