// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See plot_style.h.
#include "widgets/plot_style.h"

#include <algorithm>
#include <array>

namespace paretoscope {

bool hasMark(const dnas::Series &series, dnas::Mark mark)
{
    return std::find(series.marks.begin(), series.marks.end(), mark) != series.marks.end();
}

bool isBar(const dnas::Series &series) { return hasMark(series, dnas::Mark::Bar); }

bool hasSymbols(const dnas::Series &series)
{
    using enum dnas::Mark;
    return std::any_of(series.marks.begin(), series.marks.end(), [](dnas::Mark mark) {
        return mark == Circle || mark == Square || mark == Diamond || mark == Cross;
    });
}

bool hasLine(const dnas::Series &series)
{
    return hasMark(series, dnas::Mark::Line) || hasMark(series, dnas::Mark::DashedLine) ||
           hasMark(series, dnas::Mark::DottedLine) || hasMark(series, dnas::Mark::Staircase);
}

QPen seriesPen(const dnas::Series &series, Theme theme)
{
    static const std::array<QVector<qreal>, 8> kDashes{
        {{}, {6, 3}, {1.5, 2.5}, {7, 3, 1.5, 3}, {12, 4}, {3, 3}, {7, 3, 1.5, 3, 1.5, 3}, {12, 3, 3, 3}}};
    QPen pen(roleColour(series.role, series.category, theme), series.role == dnas::Role::Dominated ? 1.0 : 1.8);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (hasMark(series, dnas::Mark::DashedLine)) {
        pen.setDashPattern({3.5, 2});
    } else if (hasMark(series, dnas::Mark::DottedLine)) {
        pen.setDashPattern({1.5, 2.5});
    } else if (series.role == dnas::Role::Category) {
        const auto &dashes = kDashes[static_cast<std::size_t>(((series.category % 8) + 8) % 8)];
        if (!dashes.isEmpty())
            pen.setDashPattern(dashes);
    }
    return pen;
}

QBrush barBrush(const dnas::Series &series, Theme theme)
{
    QColor colour = roleColour(series.role, series.category, theme);
    // Bars side by side differ by pattern too.
    static const std::array<Qt::BrushStyle, 4> kPatterns{Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense4Pattern,
                                                         Qt::HorPattern};
    const int category = series.role == dnas::Role::Category ? series.category : 0;
    return {colour, kPatterns[static_cast<std::size_t>(((category % 4) + 4) % 4)]};
}

bool areDots(int points) { return points > 2000; }

QCPScatterStyle seriesScatter(const dnas::Series &series, Theme theme, int points)
{
    auto shape = QCPScatterStyle::ssNone;
    if (hasMark(series, dnas::Mark::Circle))
        shape = QCPScatterStyle::ssDisc;
    if (hasMark(series, dnas::Mark::Square))
        shape = QCPScatterStyle::ssSquare;
    if (hasMark(series, dnas::Mark::Diamond))
        shape = QCPScatterStyle::ssDiamond;
    if (hasMark(series, dnas::Mark::Triangle))
        shape = QCPScatterStyle::ssTriangle;
    if (hasMark(series, dnas::Mark::Cross))
        shape = QCPScatterStyle::ssCross;
    if (shape == QCPScatterStyle::ssNone)
        return QCPScatterStyle(shape);
    const QColor colour = roleColour(series.role, series.category, theme);
    const bool named = series.role == dnas::Role::Seed || series.role == dnas::Role::Published;
    const bool faded = series.role == dnas::Role::Dominated || series.role == dnas::Role::Infeasible;
    if (areDots(points)) {
        QColor thin = colour;
        thin.setAlphaF(faded ? 0.55F : 0.8F);
        QCPScatterStyle dot(QCPScatterStyle::ssSquare, thin, 4);
        dot.setBrush(thin);
        dot.setPen(QPen(Qt::NoPen)); // in the constructor it would mean the pen of the graph
        return dot;
    }
    const bool isSmall = shape == QCPScatterStyle::ssTriangle; // half of its square
    const double size = named ? 10 : isSmall ? 9 : faded ? 7 : 8;
    QPen pen(drawingColours(theme).background, 1);
    if (shape == QCPScatterStyle::ssCross)
        pen = QPen(colour, 1.6);
    if (shape == QCPScatterStyle::ssDisc)
        return QCPScatterStyle(QCPScatterStyle::ssCircle, pen, colour, size);
    return QCPScatterStyle(shape, pen, colour, size);
}

QCPGraph::LineStyle seriesLineStyle(const dnas::Series &series)
{
    if (!hasLine(series))
        return QCPGraph::lsNone;
    return hasMark(series, dnas::Mark::Staircase) ? QCPGraph::lsStepLeft : QCPGraph::lsLine;
}

void stylePlot(QCustomPlot &plot, Theme theme, const QFont &font)
{
    const DrawingColours &c = drawingColours(theme);
    plot.setBackground(QBrush(c.background));
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.9);
    for (QCPAxis *axis : plot.axisRect()->axes()) {
        axis->setBasePen(QPen(c.axis, 1));
        axis->setTickPen(QPen(c.axis, 1));
        axis->setSubTickPen(QPen(c.axis, 1));
        axis->setTickLabelColor(c.mutedText);
        axis->setLabelColor(c.text);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(4);
        axis->setSubTickLengthIn(0);
        axis->setSubTickLengthOut(2);
        axis->setLabelPadding(4);
        axis->setTickLabelPadding(4);
        axis->grid()->setPen(QPen(c.grid, 1));
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setZeroLinePen(QPen(c.grid, 1));
    }
    plot.legend->setBrush(Qt::NoBrush);
    plot.legend->setBorderPen(QPen(Qt::NoPen));
    plot.legend->setTextColor(c.text);
    plot.legend->setFont(small);
    plot.legend->setIconSize(24, 12);
    plot.legend->setColumnSpacing(14);
    plot.legend->setRowSpacing(0);
    plot.legend->setMargins(QMargins(2, 0, 2, 2));
}

} // namespace paretoscope
