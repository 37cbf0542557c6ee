// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See confusion_svg.h.
#include "core/report/confusion_svg.h"

#include "core/base/quality_text.h"
#include "core/report/markup.h"
#include "core/report/svg_drawing.h"
#include "core/report/svg_style.h"
#include "core/report/ticks.h"

#include <algorithm>
#include <cmath>

namespace dnas {

namespace {

constexpr std::size_t kNameLength = 14;
constexpr double kDeep = 0.55; ///< deeper cells have their number in the ground's colour

struct Layout {
    double left = 0, top = 0, cellWidth = 0, cellHeight = 0;
};

Layout layoutOf(const ConfusionMatrix &matrix, int width)
{
    double widest = 20;
    for (int i = 0; i < matrix.classes(); ++i)
        widest = std::max(widest, svgTextWidth(shortened(matrix.name(i), kNameLength)));
    Layout layout{.left = widest + 34, .top = 44 + widest * 0.71 + 10};
    layout.cellWidth = (width - layout.left - widest * 0.5 - 8) / matrix.classes();
    layout.cellHeight = std::clamp(layout.cellWidth * 0.62, 15.0, 34.0);
    return layout;
}

std::string cell(const ConfusionMatrix &matrix, const Layout &layout, int truth, int predicted)
{
    const double share = matrix.share(truth, predicted);
    const double depth = cellDepth(share);
    const double x = layout.left + predicted * layout.cellWidth;
    const double y = layout.top + truth * layout.cellHeight;
    std::string text = "<rect x=\"" + svgNumber(x) + "\" y=\"" + svgNumber(y) + "\" width=\"" +
                       svgNumber(layout.cellWidth) + "\" height=\"" + svgNumber(layout.cellHeight) + "\"" +
                       paint("grid", "c0") + " fill-opacity=\"" + fixedText(depth, 2) + "\"><title>" +
                       escaped(cellText(matrix, truth, predicted)) + "</title></rect>\n";
    if (matrix.count(truth, predicted) > 0 && layout.cellWidth >= 24)
        text += svgText(x + layout.cellWidth / 2, y + layout.cellHeight / 2 + 4,
                        share < 0.005 ? "<1" : fixedText(share * 100, 0), depth > kDeep ? "ground" : "text",
                        Anchor::Middle, " pointer-events=\"none\"");
    return text;
}

} // namespace

double cellDepth(double share) { return std::isfinite(share) ? std::sqrt(std::clamp(share, 0.0, 1.0)) : 0; }

std::string cellShareText(const ConfusionMatrix &matrix, int truth, int predicted)
{
    return qualityText("accuracy", matrix.share(truth, predicted));
}

std::string cellText(const ConfusionMatrix &matrix, int truth, int predicted)
{
    const std::string what = truth == predicted ? matrix.name(truth) + " found"
                                                : matrix.name(truth) + " taken for " + matrix.name(predicted);
    if (matrix.samples(truth) == 0)
        return what + ": there are no samples of it";
    return what + ": " + std::to_string(matrix.count(truth, predicted)) + " of " +
           std::to_string(matrix.samples(truth)) + " (" + cellShareText(matrix, truth, predicted) + ")";
}

std::string confusionSvg(const ConfusionMatrix &matrix, const ConfusionSvgOptions &options)
{
    const Layout layout = layoutOf(matrix, options.width);
    const int height = static_cast<int>(layout.top + matrix.classes() * layout.cellHeight + 12);
    const std::string width = std::to_string(options.width);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" width=\"" + width + "\" height=\"" +
                      std::to_string(height) + "\" viewBox=\"0 0 " + width + " " + std::to_string(height) +
                      "\" role=\"img\" aria-label=\"" + escaped(options.title) +
                      "\" font-family=\"system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif\" font-size=\"" +
                      svgNumber(kSvgFont) + "\">\n<rect width=\"100%\" height=\"100%\"" + paint({}, "ground") + "/>\n";
    svg += svgText(8, 18, options.title, "text", Anchor::Start, " font-weight=\"600\" font-size=\"13\"");
    svg += svgText(layout.left, 36, "taken for (% of the true class)", "muted", Anchor::Start);
    const double middle = layout.top + matrix.classes() * layout.cellHeight / 2;
    svg += svgText(16, middle, "true class", "muted", Anchor::Middle,
                   " transform=\"rotate(-90 16 " + svgNumber(middle) + ")\"");
    for (int i = 0; i < matrix.classes(); ++i) {
        const std::string name = shortened(matrix.name(i), kNameLength);
        svg += svgText(layout.left - 6, layout.top + (i + 0.5) * layout.cellHeight + 4, name, "text", Anchor::End);
        const double x = layout.left + (i + 0.5) * layout.cellWidth;
        const std::string at = svgNumber(x) + " " + svgNumber(layout.top - 6);
        svg += svgText(x, layout.top - 6, name, "text", Anchor::Start, " transform=\"rotate(-45 " + at + ")\"");
    }
    for (int truth = 0; truth < matrix.classes(); ++truth)
        for (int predicted = 0; predicted < matrix.classes(); ++predicted)
            svg += cell(matrix, layout, truth, predicted);
    return svg + "</svg>\n";
}

} // namespace dnas
