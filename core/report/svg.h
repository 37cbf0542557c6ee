// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A figure as SVG text: axes with readable ticks, legend, roles by colour and shape. No Qt.
#pragma once

#include "core/report/figure.h"

#include <string>

namespace dnas {

/// Where the colours of a dark screen come from.
enum class SvgStyle {
    Own,  ///< the SVG brings svgStyleSheet() along
    Page, ///< the page that it is put into has it
};

struct SvgOptions {
    int width = 720;
    int height = 440;
    SvgStyle style = SvgStyle::Own;
};

/// Well-formed XML whatever the figure's texts hold; the root element is <svg class="figure">.
std::string renderSvg(const Figure &figure, const SvgOptions &options = {});
std::string svgStyleSheet();

} // namespace dnas
