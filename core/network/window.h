// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What convolution and pooling share: a window that slides over rows and columns. Private to core/network.
#pragma once

#include "core/base/result.h"
#include "core/network/network.h"

#include <string>

namespace dnas {

std::string shapeText(const Shape &shape); ///< "16×32×32": channels, height, width; a vector is "16"
std::string sizeText(const Size2 &size);   ///< "3×3"

/// Rows and columns of the output of a window over `input`; channels stay those of the input.
Result<Shape> slideWindow(const Layer &layer, const Shape &input);

} // namespace dnas
