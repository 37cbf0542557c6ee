// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One drawing in the making: a figure, the place of its axes, and the SVG text so far. Private to this folder.
#pragma once

#include "core/report/figure_range.h"
#include "core/report/svg.h"
#include "core/report/ticks.h"

#include <string>
#include <string_view>
#include <vector>

namespace dnas {

/// Size of small text, and the height of a line of it.
inline constexpr double kSvgFont = 11;
inline constexpr double kSvgLine = 15;

enum class Anchor { Start, Middle, End };

/// Estimated, as nobody knows the reader's fonts.
double svgTextWidth(const std::string &text);
std::string svgNumber(double value);
std::string svgText(double x, double y, const std::string &text, std::string_view colour, Anchor anchor,
                    const std::string &extra = {});
std::string svgLine(double x1, double y1, double x2, double y2, std::string_view colour, const std::string &extra = {});

class SvgDrawing {
public:
    SvgDrawing(const Figure &figure, const SvgOptions &options)
        : m_figure(figure)
        , m_options(options)
        , m_x(fittedRange(figure, AxisSide::X))
        , m_y(fittedRange(figure, AxisSide::Y))
    {
    }

    std::string render();

private:
    bool hasPoints() const;
    double pixelX(double x) const;
    double pixelY(double y) const;
    bool isInside(const Rule &rule) const;

    void drawLegend();
    void placeAxes();
    void drawAxes();
    void drawCategories();
    void drawRules();
    void placeRuleTexts();
    void drawRuleTexts();
    std::string markedLine(const Rule &rule, double at, double top, std::string_view colour,
                           const std::string &dash) const;
    void drawForbidden(const Rule &rule, double at, std::string_view colour);
    void drawSeries();
    void drawNotes();
    void drawLine(const Series &series, const std::vector<std::size_t> &order);
    void drawBar(const Series &series, std::size_t i, int position, int count);

    const Figure &m_figure;
    const SvgOptions &m_options;
    AxisRange m_x;
    AxisRange m_y;
    std::vector<Tick> m_xTicks;
    std::vector<Tick> m_yTicks;
    bool m_turned = false; ///< names of categories do not fit side by side
    double m_top = 10;
    double m_bottom = 0;
    double m_left = 0;
    double m_right = 0;
    /// Texts of vertical rules stand in rows above the axes, those of limits in rows at the bottom within.
    struct RuleText {
        const Rule *rule = nullptr;
        double row = 0;
        bool isLeftwards = false;
    };
    std::vector<RuleText> m_ruleTexts;
    double m_textTop = 0; ///< of the first row above the axes
    std::string m_svg;
};

} // namespace dnas
