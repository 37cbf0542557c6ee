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

namespace {

/// A text on a veil of the ground's colour, so that it reads on lines too.
std::string veiledText(double x, double y, const std::string &text, Anchor anchor)
{
    const double width = svgTextWidth(text) + 4;
    const double left = anchor == Anchor::End ? x - width + 2 : x - 2;
    return "<rect x=\"" + svgNumber(left) + "\" y=\"" + svgNumber(y - 10) + "\" width=\"" + svgNumber(width) +
           "\" height=\"13\"" + paint({}, "ground") + " fill-opacity=\"0.75\"/>\n" +
           svgText(x, y, text, "muted", anchor);
}

} // namespace

std::string SvgDrawing::markedLine(const Rule &rule, double at, double top, std::string_view colour,
                                   const std::string &dash) const
{
    const std::string path = rule.vertical ? "M" + svgNumber(at) + " " + svgNumber(top) + "V" + svgNumber(m_bottom)
                                           : "M" + svgNumber(m_left) + " " + svgNumber(at) + "H" + svgNumber(m_right);
    return "<path d=\"" + path + "\"" + paint(colour, {}) + dash + "><title>" + escaped(rule.text) +
           "</title></path>\n";
}

void SvgDrawing::drawRuleTexts()
{
    for (const Rule &rule : m_figure.rules) {
        if (rule.vertical || rule.text.empty() || !isInside(rule))
            continue;
        // At the left: curves come down to their target at the right.
        const double y = pixelY(rule.at);
        m_svg += veiledText(m_left + 4, y - m_top > 18 ? y - 4 : y + 12, rule.text, Anchor::Start);
    }
    for (const RuleText &text : m_ruleTexts) {
        const double x = pixelX(text.rule->at) + (text.isLeftwards ? -4 : 4);
        const Anchor anchor = text.isLeftwards ? Anchor::End : Anchor::Start;
        const double offset = text.row * kSvgLine;
        if (text.rule->role == Role::Limit)
            m_svg += veiledText(x, m_bottom - 6 - offset, text.rule->text, anchor);
        else
            m_svg += svgText(x, m_textTop + 10 + offset, text.rule->text, "muted", anchor);
    }
}

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
    double x = 8;
    for (const Series *series : entries) {
        const double icon = hasLine(*series) ? 26 : 14;
        const std::string name = shortened(series->name, 40);
        const double width = icon + 6 + svgTextWidth(name) + 16;
        if (x > 8 && x + width > m_options.width) {
            x = 8;
            m_top += kSvgLine + 2;
        }
        const double middle = m_top + 7;
        const std::string_view colour = colourOf(series->role, series->category);
        if (hasLine(*series))
            m_svg += svgLine(x, middle, x + icon, middle, colour, lineAttributes(*series));
        if (hasMark(*series, Mark::Bar))
            m_svg += "<rect x=\"" + svgNumber(x) + "\" y=\"" + svgNumber(middle - 5) + "\" width=\"14\" height=\"10\"" +
                     paint({}, colour) + "/>\n";
        m_svg += marker(*series, x + icon / 2, middle, {});
        m_svg += svgText(x + icon + 6, middle + 4, name, "text", Anchor::Start);
        x += width;
    }
    m_top += kSvgLine + 8;
}

void SvgDrawing::placeRuleTexts()
{
    constexpr std::size_t kMostRows = 5; // what finds no place is still there on hover
    std::vector<const Rule *> vertical;
    for (const Rule &rule : m_figure.rules)
        if (rule.vertical && !rule.text.empty() && isInside(rule))
            vertical.push_back(&rule);
    std::stable_sort(vertical.begin(), vertical.end(), [](const Rule *a, const Rule *b) { return a->at < b->at; });
    std::vector<double> topEnds;
    std::vector<double> bottomEnds;
    for (const Rule *rule : vertical) {
        const double width = svgTextWidth(rule->text) + 8;
        const double x = pixelX(rule->at);
        const bool isLeftwards = x + width > m_right;
        const double start = isLeftwards ? x - width : x;
        std::vector<double> &ends = rule->role == Role::Limit ? bottomEnds : topEnds;
        const auto row = static_cast<std::size_t>(
            std::find_if(ends.begin(), ends.end(), [&](double end) { return end <= start; }) - ends.begin());
        if (row >= kMostRows)
            continue;
        if (row == ends.size())
            ends.push_back(0);
        ends[row] = start + width;
        m_ruleTexts.push_back({rule, static_cast<double>(row), isLeftwards});
    }
    m_textTop = m_top;
    m_top += static_cast<double>(topEnds.size()) * kSvgLine;
}

void SvgDrawing::drawRules()
{
    for (const Rule &rule : m_figure.rules) {
        if (!isInside(rule))
            continue;
        const double at = rule.vertical ? pixelX(rule.at) : pixelY(rule.at);
        const bool isLimit = rule.role == Role::Limit;
        const std::string_view colour = rule.role == Role::Category ? "axis" : colourOf(rule.role, 0);
        if (isLimit)
            drawForbidden(rule, at, colour);
        const std::string dash = isLimit                       ? " stroke-width=\"1.6\""
                                 : rule.role == Role::Category ? " stroke-dasharray=\"2 4\""
                                                               : " stroke-dasharray=\"6 3\"";
        // A line reaches up to its text.
        const auto text = std::find_if(m_ruleTexts.begin(), m_ruleTexts.end(),
                                       [&](const RuleText &t) { return t.rule == &rule && !isLimit; });
        const double top = text == m_ruleTexts.end() ? m_top : m_textTop + text->row * kSvgLine;
        m_svg += markedLine(rule, at, top, colour, dash);
    }
}

void SvgDrawing::drawForbidden(const Rule &rule, double at, std::string_view colour)
{
    const bool above = rule.forbidden == Forbidden::Above;
    const double left = rule.vertical && above ? at : m_left;
    const double right = rule.vertical && !above ? at : m_right;
    const double top = !rule.vertical && !above ? at : m_top;
    const double bottom = !rule.vertical && above ? at : m_bottom;
    m_svg += "<rect x=\"" + svgNumber(left) + "\" y=\"" + svgNumber(top) + "\" width=\"" + svgNumber(right - left) +
             "\" height=\"" + svgNumber(bottom - top) + "\"" + paint({}, colour) + " fill-opacity=\"0.06\"/>\n";
    // Lines x + y = c, cut at the borders: every reader can draw them, which is not so with patterns.
    constexpr double kStep = 9;
    std::string path;
    for (double c = std::ceil((left + top) / kStep) * kStep; c < right + bottom; c += kStep) {
        const double from = std::max(left, c - bottom);
        const double to = std::min(right, c - top);
        if (to - from > 0.5)
            path += "M" + svgNumber(from) + " " + svgNumber(c - from) + "L" + svgNumber(to) + " " + svgNumber(c - to);
    }
    if (!path.empty())
        m_svg += "<path d=\"" + path + "\"" + paint(colour, {}) + " stroke-opacity=\"0.35\"/>\n";
}

void SvgDrawing::drawNotes()
{
    for (const Note &note : m_figure.notes) {
        if (!canStandOn(m_figure.x, note.x) || !canStandOn(m_figure.y, note.y))
            continue;
        const double x = pixelX(note.x);
        const double y = pixelY(note.y);
        const double width = svgTextWidth(note.text);
        // Nothing lies up and left of a front; other names stand beside their marks.
        const bool beside = note.role != Role::Front;
        const bool leftwards = beside ? x + 10 + width > m_right : x - 8 - width > m_left;
        m_svg += svgText(x + (leftwards ? -1 : 1) * (beside ? 9 : 7), y + (beside ? 4 : -7), note.text,
                         colourOf(note.role, 0), leftwards ? Anchor::End : Anchor::Start, " font-weight=\"600\"");
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
