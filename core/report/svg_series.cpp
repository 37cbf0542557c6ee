// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The legend, rules with their texts, and the series of an SVG.
#include "core/report/markup.h"
#include "core/report/svg_drawing.h"
#include "core/report/svg_style.h"

#include <algorithm>
#include <cmath>

namespace dnas {

void SvgDrawing::drawLegend()
{
    // Points first: the order of the series is that of drawing, which hides what should be seen.
    std::vector<const Series *> entries;
    for (const Series &series : m_figure.series)
        if (!series.name.empty())
            entries.push_back(&series);
    if (entries.size() < 2)
        return;
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Series *a, const Series *b) { return a->role < b->role; });
    constexpr double kIcon = 26;
    double x = 8;
    for (const Series *series : entries) {
        const std::string name = shortened(series->name, 40);
        const double width = kIcon + 6 + svgTextWidth(name) + 16;
        if (x > 8 && x + width > m_options.width) {
            x = 8;
            m_top += kSvgLine + 2;
        }
        const double middle = m_top + 7;
        const std::string_view colour = colourOf(series->role, series->category);
        if (hasLine(*series))
            m_svg += svgLine(x, middle, x + kIcon, middle, colour, lineAttributes(*series));
        if (hasMark(*series, Mark::Bar))
            m_svg += "<rect x=\"" + svgNumber(x + 6) + "\" y=\"" + svgNumber(middle - 5) +
                     "\" width=\"14\" height=\"10\"" + paint({}, colour) + "/>\n";
        m_svg += marker(*series, x + kIcon / 2, middle, {});
        m_svg += svgText(x + kIcon + 6, middle + 4, name, "text", Anchor::Start);
        x += width;
    }
    m_top += kSvgLine + 8;
}

void SvgDrawing::drawRules()
{
    for (const Rule &rule : m_figure.rules) {
        if (!isInside(rule))
            continue;
        const double at = rule.vertical ? pixelX(rule.at) : pixelY(rule.at);
        const bool isLimit = rule.role == Role::Limit;
        const std::string_view colour = rule.role == Role::Category ? "axis" : colourOf(rule.role, 0);
        if (isLimit) { // the forbidden side: dearer is to the right and upwards
            const double x = rule.vertical ? at : m_left;
            const double bottom = rule.vertical ? m_bottom : at;
            m_svg += "<rect x=\"" + svgNumber(x) + "\" y=\"" + svgNumber(m_top) + "\" width=\"" +
                     svgNumber(m_right - x) + "\" height=\"" + svgNumber(bottom - m_top) + "\"" + paint({}, colour) +
                     " fill-opacity=\"0.08\"/>\n";
        }
        const std::string dash = isLimit                       ? " stroke-width=\"1.6\""
                                 : rule.role == Role::Category ? " stroke-dasharray=\"2 4\""
                                                               : " stroke-dasharray=\"6 3\"";
        m_svg += rule.vertical ? svgLine(at, m_top, at, m_bottom, colour, dash)
                               : svgLine(m_left, at, m_right, at, colour, dash);
    }
}

void SvgDrawing::drawRuleTexts()
{
    std::vector<const Rule *> vertical;
    for (const Rule &rule : m_figure.rules) {
        if (!isInside(rule) || rule.text.empty())
            continue;
        if (rule.vertical) {
            vertical.push_back(&rule);
            continue;
        }
        const double y = pixelY(rule.at);
        m_svg += svgText(m_right - 4, y - m_top > 18 ? y - 4 : y + 12, rule.text, "muted", Anchor::End);
    }
    std::stable_sort(vertical.begin(), vertical.end(), [](const Rule *a, const Rule *b) { return a->at < b->at; });
    // Neighbouring texts go into rows below each other. Limits stand at the bottom: good points are at the top.
    std::vector<double> topEnds;
    std::vector<double> bottomEnds;
    for (const Rule *rule : vertical) {
        const double width = svgTextWidth(rule->text) + 8;
        const double x = pixelX(rule->at);
        const bool isLeftwards = x + width > m_right;
        const double start = isLeftwards ? x - width : x;
        const bool isAtTop = rule->role != Role::Limit;
        std::vector<double> &ends = isAtTop ? topEnds : bottomEnds;
        const auto row =
            std::find_if(ends.begin(), ends.end(), [&](double end) { return end <= start; }) - ends.begin();
        if (row == static_cast<std::ptrdiff_t>(ends.size()))
            ends.push_back(0);
        ends[static_cast<std::size_t>(row)] = start + width;
        const double offset = static_cast<double>(row) * kSvgLine;
        m_svg += svgText(isLeftwards ? x - 4 : x + 4, isAtTop ? m_top + 11 + offset : m_bottom - 6 - offset, rule->text,
                         "muted", isLeftwards ? Anchor::End : Anchor::Start);
    }
}

void SvgDrawing::drawSeries()
{
    const auto bars = static_cast<int>(std::count_if(m_figure.series.begin(), m_figure.series.end(),
                                                     [](const Series &s) { return hasMark(s, Mark::Bar); }));
    int bar = 0;
    for (const Series &series : m_figure.series) {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < series.x.size(); ++i)
            if (isDrawable(m_figure, series, i))
                order.push_back(i);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return series.x[a] < series.x[b]; });
        if (hasLine(series))
            drawLine(series, order);
        for (const std::size_t i : order) {
            if (hasMark(series, Mark::Bar))
                drawBar(series, i, bar, bars);
            m_svg += marker(series, pixelX(series.x[i]), pixelY(series.y[i]),
                            i < series.texts.size() ? escaped(series.texts[i]) : std::string());
        }
        if (hasMark(series, Mark::Bar))
            ++bar;
    }
}

void SvgDrawing::drawLine(const Series &series, const std::vector<std::size_t> &order)
{
    if (order.empty())
        return;
    std::string path;
    for (const std::size_t i : order) {
        const std::string x = svgNumber(pixelX(series.x[i]));
        const std::string y = svgNumber(pixelY(series.y[i]));
        if (path.empty())
            path = "M" + x + " " + y;
        else
            path += hasMark(series, Mark::Staircase) ? "H" + x + "V" + y : "L" + x + " " + y;
    }
    m_svg += "<path d=\"" + path + "\"" + paint(colourOf(series.role, series.category), {}) + lineAttributes(series) +
             "><title>" + escaped(series.name) + "</title></path>\n";
}

void SvgDrawing::drawBar(const Series &series, std::size_t i, int position, int count)
{
    const double unit = (m_right - m_left) / (m_x.high - m_x.low);
    const double width = std::min(0.72 * unit / count, 48.0);
    const double x = pixelX(series.x[i]) + (position - count / 2.0) * width;
    const double zero = pixelY(std::clamp(0.0, m_y.low, m_y.high));
    const double y = pixelY(series.y[i]);
    // Bars side by side differ by lightness too.
    const double opacity = 1.0 / (1 + position * 0.8);
    const std::string_view colour = colourOf(series.role, series.category);
    m_svg += "<rect x=\"" + svgNumber(x) + "\" y=\"" + svgNumber(std::min(y, zero)) + "\" width=\"" + svgNumber(width) +
             "\" height=\"" + svgNumber(std::abs(zero - y)) + "\"" + paint(colour, colour) + " fill-opacity=\"" +
             fixedText(opacity, 2) + "\"><title>" +
             (i < series.texts.size() ? escaped(series.texts[i]) : escaped(series.name)) + "</title></rect>\n";
}

} // namespace dnas
