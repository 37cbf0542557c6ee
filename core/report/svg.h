// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A figure as SVG text: axes with readable ticks, legend, roles by colour and shape. No Qt.
#pragma once

#include "core/report/figure.h"

#include <string>

namespace dnas {

struct SvgOptions {
    int width = 720;
    int height = 440;
};

std::string renderSvg(const Figure &figure, const SvgOptions &options = {});

} // namespace dnas
