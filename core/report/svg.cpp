// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See svg.h. The plot's place is fixed first (title, legend, labels of the axes), then everything is drawn from back
// to front. This file: the frame and the axes; svg_series.cpp: legend, rules and series.
#include "core/report/svg.h"

#include "core/report/markup.h"
#include "core/report/svg_drawing.h"
#include "core/report/svg_style.h"

#include <algorithm>
#include <cmath>

namespace dnas {

namespace {

constexpr std::size_t kNameLength = 18;

std::string point(double x, double y) { return svgNumber(x) + " " + svgNumber(y); }

double share(const Axis &axis, const AxisRange &range, double value)
{
    if (axis.scale == Scale::Log)
        return std::log(value / range.low) / std::log(range.high / range.low);
    return (value - range.low) / (range.high - range.low);
}

} // namespace

double svgTextWidth(const std::string &text) { return static_cast<double>(textLength(text)) * kSvgFont * 0.57; }

std::string svgNumber(double value) { return fixedText(value, 1); }

std::string svgText(double x, double y, const std::string &text, std::string_view colour, Anchor anchor,
                    const std::string &extra)
{
    static constexpr std::string_view kAnchors[] = {"start", "middle", "end"};
    return "<text x=\"" + svgNumber(x) + "\" y=\"" + svgNumber(y) + "\" text-anchor=\"" +
           std::string(kAnchors[static_cast<int>(anchor)]) + "\"" + paint({}, colour) + extra + ">" + escaped(text) +
           "</text>\n";
}

std::string svgLine(double x1, double y1, double x2, double y2, std::string_view colour, const std::string &extra)
{
    return "<path d=\"M" + point(x1, y1) + "L" + point(x2, y2) + "\"" + paint(colour, {}) + extra + "/>\n";
}

std::string SvgDrawing::render()
{
    const std::string width = std::to_string(m_options.width);
    const std::string height = std::to_string(m_options.height);
    m_svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" width=\"" + width + "\" height=\"" + height +
            "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" aria-label=\"" +
            escaped(m_figure.title.empty() ? m_figure.y.title + " over " + m_figure.x.title : m_figure.title) +
            "\" font-family=\"system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif\" font-size=\"" + svgNumber(kSvgFont) +
            "\">\n";
    if (m_options.style == SvgStyle::Own)
        m_svg += "<style>" + svgStyleSheet() + "</style>\n";
    m_svg += "<rect width=\"100%\" height=\"100%\"" + paint({}, "ground") + "/>\n";
    if (!m_figure.title.empty()) {
        m_svg += svgText(8, 18, m_figure.title, "text", Anchor::Start, " font-weight=\"600\" font-size=\"13\"");
        m_top = 28;
    }
    if (!hasPoints()) {
        m_svg += svgText(m_options.width / 2.0, m_options.height / 2.0, m_figure.empty, "muted", Anchor::Middle,
                         " font-size=\"12\"");
        return m_svg + "</svg>\n";
    }
    drawLegend();
    placeAxes();
    placeRuleTexts();
    drawAxes();
    drawRules();
    drawRuleTexts();
    drawSeries();
    drawNotes();
    return m_svg + "</svg>\n";
}

bool SvgDrawing::hasPoints() const
{
    for (const Series &series : m_figure.series)
        for (std::size_t i = 0; i < series.x.size(); ++i)
            if (isDrawable(m_figure, series, i))
                return true;
    return false;
}

double SvgDrawing::pixelX(double x) const { return m_left + share(m_figure.x, m_x, x) * (m_right - m_left); }
double SvgDrawing::pixelY(double y) const { return m_bottom - share(m_figure.y, m_y, y) * (m_bottom - m_top); }
bool SvgDrawing::isInside(const Rule &rule) const
{
    const AxisRange &range = rule.vertical ? m_x : m_y;
    return canStandOn(rule.vertical ? m_figure.x : m_figure.y, rule.at) && rule.at >= range.low &&
           rule.at <= range.high;
}

void SvgDrawing::placeAxes()
{
    m_right = m_options.width - 16;
    m_bottom = m_options.height - 28 - kSvgLine;
    const int rows = std::clamp(static_cast<int>((m_bottom - m_top) / 42), 2, 8);
    m_yTicks = ticksFor(m_y.low, m_y.high, m_figure.y.scale, m_figure.y.percent, rows);
    double widest = 20;
    for (const Tick &tick : m_yTicks)
        widest = std::max(widest, svgTextWidth(tick.label));
    m_left = 8 + kSvgLine + 4 + widest + 8;

    if (m_figure.categories.empty()) {
        const int columns = std::clamp(static_cast<int>((m_right - m_left) / 85), 2, 10);
        m_xTicks = ticksFor(m_x.low, m_x.high, m_figure.x.scale, m_figure.x.percent, columns);
        if (m_figure.x.whole)
            std::erase_if(m_xTicks, [](const Tick &tick) { return tick.at != std::round(tick.at); });
        return;
    }
    double widestName = 0;
    for (const std::string &name : m_figure.categories)
        widestName = std::max(widestName, svgTextWidth(shortened(name, kNameLength)));
    const double room = (m_right - m_left) / (m_x.high - m_x.low);
    m_turned = widestName + 6 > room;
    if (m_turned)
        m_bottom -= widestName * 0.71 + 2;
}

void SvgDrawing::drawAxes()
{
    // Lines that are to be crisp lie between pixels.
    const auto crisp = [](double value) {
        return std::floor(value) + 0.5;
    };
    for (const Tick &tick : m_yTicks) {
        const double y = crisp(pixelY(tick.at));
        if (!tick.label.empty()) {
            m_svg += svgLine(m_left, y, m_right, y, "grid");
            m_svg += svgText(m_left - 8, y + 4, tick.label, "muted", Anchor::End);
        }
        m_svg += svgLine(m_left - (tick.label.empty() ? 3 : 5), y, m_left, y, "axis");
    }
    double lastEnd = 0;
    for (const Tick &tick : m_xTicks) {
        const double x = crisp(pixelX(tick.at));
        m_svg += svgLine(x, m_bottom, x, m_bottom + (tick.label.empty() ? 3 : 5), "axis");
        if (tick.label.empty())
            continue;
        m_svg += svgLine(x, m_top, x, m_bottom, "grid");
        const double half = svgTextWidth(tick.label) / 2;
        if (x - half < lastEnd)
            continue;
        lastEnd = x + half + 4;
        m_svg += svgText(x, m_bottom + 18, tick.label, "muted", Anchor::Middle);
    }
    if (!m_figure.categories.empty())
        drawCategories();
    m_svg += "<path d=\"M" + point(crisp(m_left), m_top) + "V" + svgNumber(crisp(m_bottom)) + "H" + svgNumber(m_right) +
             "\"" + paint("axis", {}) + "/>\n";
    m_svg += svgText((m_left + m_right) / 2, m_options.height - 8, m_figure.x.title, "text", Anchor::Middle);
    const std::string middle = svgNumber((m_top + m_bottom) / 2);
    m_svg += svgText(18, (m_top + m_bottom) / 2, m_figure.y.title, "text", Anchor::Middle,
                     " transform=\"rotate(-90 18 " + middle + ")\"");
}

void SvgDrawing::drawCategories()
{
    // Names that would lie on each other are left out; the bars still have them on hover.
    const double room = (m_right - m_left) / (m_x.high - m_x.low);
    const auto stride = static_cast<std::size_t>(std::max(1.0, std::ceil((m_turned ? kSvgLine - 2 : 0) / room)));
    for (std::size_t i = 0; i < m_figure.categories.size(); i += stride) {
        const double x = pixelX(static_cast<double>(i));
        const std::string name = shortened(m_figure.categories[i], kNameLength);
        if (!m_turned) {
            m_svg += svgText(x, m_bottom + 18, name, "muted", Anchor::Middle);
            continue;
        }
        const double y = m_bottom + 12;
        m_svg += svgText(x + 4, y, name, "muted", Anchor::End, " transform=\"rotate(-45 " + point(x + 4, y) + ")\"");
    }
}

std::string renderSvg(const Figure &figure, const SvgOptions &options) { return SvgDrawing(figure, options).render(); }

} // namespace dnas
