// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See svg_style.h. The colours are those of the window (widgets/palette.cpp).
#include "core/report/svg_style.h"

#include "core/report/svg.h"
#include "core/report/ticks.h"

#include <algorithm>
#include <array>

namespace dnas {

namespace {

struct Colour {
    std::string_view name;
    std::string_view light;
    std::string_view dark;
};

// c0 … c7: Okabe & Ito, "Color Universal Design", 2008; black and yellow are moved towards the ground's opposite.
constexpr std::array kColours{
    Colour{"ground", "#ffffff", "#1b1e24"},     Colour{"text", "#1f2430", "#e4e7ec"},
    Colour{"muted", "#5f6775", "#a0a8b5"},      Colour{"axis", "#9aa1ad", "#6b7280"},
    Colour{"grid", "#e6e9ee", "#2d323b"},       Colour{"dominated", "#82b4d6", "#4d7a9f"},
    Colour{"infeasible", "#a9aeb8", "#6b7280"}, Colour{"c0", "#0072b2", "#4ba3e3"},
    Colour{"c1", "#d55e00", "#f0803c"},         Colour{"c2", "#009e73", "#2fc39a"},
    Colour{"c3", "#cc79a7", "#e29ac4"},         Colour{"c4", "#56b4e9", "#8fd0f5"},
    Colour{"c5", "#e69f00", "#f0b73a"},         Colour{"c6", "#3a3f4a", "#d5d9e0"},
    Colour{"c7", "#b8a800", "#f0e442"},
};

std::string_view categoryColour(int category)
{
    constexpr std::array<std::string_view, 8> kNames{"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"};
    return kNames[static_cast<std::size_t>(((category % 8) + 8) % 8)];
}

std::string_view lightOf(std::string_view name)
{
    const auto found = std::find_if(kColours.begin(), kColours.end(), [&](const Colour &c) { return c.name == name; });
    return found == kColours.end() ? "none" : found->light;
}

std::string number(double value) { return fixedText(value, 1); }

} // namespace

std::string_view colourOf(Role role, int category)
{
    switch (role) {
    case Role::Front:
        return "c0";
    case Role::Dominated:
        return "dominated";
    case Role::Infeasible:
        return "infeasible";
    case Role::Seed:
        return "c6";
    case Role::Published:
        return "c3";
    case Role::Limit:
        return "c1";
    case Role::Marker:
        return "muted";
    case Role::Category:
        break;
    }
    return categoryColour(category);
}

std::string paint(std::string_view stroke, std::string_view fill)
{
    std::string classes;
    if (!stroke.empty())
        classes += "s-" + std::string(stroke);
    if (!fill.empty())
        classes += (classes.empty() ? "f-" : " f-") + std::string(fill);
    std::string text = classes.empty() ? std::string() : " class=\"" + classes + "\"";
    if (!stroke.empty())
        text += " stroke=\"" + std::string(lightOf(stroke)) + "\"";
    return text + " fill=\"" + std::string(fill.empty() ? "none" : lightOf(fill)) + "\"";
}

bool hasMark(const Series &series, Mark mark)
{
    return std::find(series.marks.begin(), series.marks.end(), mark) != series.marks.end();
}

bool hasLine(const Series &series)
{
    return hasMark(series, Mark::Line) || hasMark(series, Mark::DashedLine) || hasMark(series, Mark::DottedLine) ||
           hasMark(series, Mark::Staircase);
}

std::string lineAttributes(const Series &series)
{
    constexpr std::array<std::string_view, 8> kDashes{
        "", "10 5", "2.5 4", "12 5 2.5 5", "20 6", "5 5", "12 5 2.5 5 2.5 5", "20 5 5 5"};
    std::string_view dash;
    if (hasMark(series, Mark::DashedLine))
        dash = "6 4";
    else if (hasMark(series, Mark::DottedLine))
        dash = "2.5 4";
    else if (series.role == Role::Category)
        dash = kDashes[static_cast<std::size_t>(((series.category % 8) + 8) % 8)];
    std::string text = series.role == Role::Dominated ? " stroke-width=\"1\"" : " stroke-width=\"1.8\"";
    text += " stroke-linejoin=\"round\"";
    return dash.empty() ? text : text + " stroke-dasharray=\"" + std::string(dash) + "\"";
}

std::string marker(const Series &series, double x, double y, const std::string &title)
{
    const std::string_view colour = colourOf(series.role, series.category);
    const bool isNamed = series.role == Role::Seed || series.role == Role::Published;
    const bool isFaded = series.role == Role::Dominated || series.role == Role::Infeasible;
    const double r = isNamed ? 5.5 : isFaded ? 3.5 : 4.5;
    const std::string solid = paint("ground", colour) + " stroke-width=\"1\"";
    std::string shape;
    std::string name;
    if (hasMark(series, Mark::Diamond)) {
        name = "path";
        shape = " d=\"M" + number(x) + " " + number(y - r * 1.25) + "L" + number(x + r * 1.25) + " " + number(y) + "L" +
                number(x) + " " + number(y + r * 1.25) + "L" + number(x - r * 1.25) + " " + number(y) + "Z\"" + solid;
    } else if (hasMark(series, Mark::Triangle)) {
        name = "path";
        shape = " d=\"M" + number(x) + " " + number(y - r * 1.15) + "L" + number(x + r * 1.15) + " " +
                number(y + r * 0.9) + "L" + number(x - r * 1.15) + " " + number(y + r * 0.9) + "Z\"" + solid;
    } else if (hasMark(series, Mark::Square)) {
        name = "rect";
        shape = " x=\"" + number(x - r) + "\" y=\"" + number(y - r) + "\" width=\"" + number(2 * r) + "\" height=\"" +
                number(2 * r) + "\"" + solid;
    } else if (hasMark(series, Mark::Cross)) {
        name = "path";
        shape = " d=\"M" + number(x - r) + " " + number(y - r) + "L" + number(x + r) + " " + number(y + r) + "M" +
                number(x - r) + " " + number(y + r) + "L" + number(x + r) + " " + number(y - r) + "\"" +
                paint(colour, {}) + " stroke-width=\"1.8\"";
    } else if (hasMark(series, Mark::Circle)) {
        name = "circle";
        shape = " cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(r) + "\"" + solid;
    } else {
        return {};
    }
    if (title.empty())
        return "<" + name + shape + "/>\n";
    return "<" + name + shape + "><title>" + title + "</title></" + name + ">\n";
}

std::string svgStyleSheet()
{
    // Paper is light, whatever the screen is.
    std::string css = "@media screen and (prefers-color-scheme: dark) {\n";
    for (const Colour &colour : kColours) {
        const std::string name(colour.name);
        const std::string dark(colour.dark);
        css += ".figure .s-" + name + " { stroke: " + dark + " } .figure .f-" + name + " { fill: " + dark + " }\n";
    }
    return css + "}\n";
}

} // namespace dnas
