// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What ParallelView is made of; its work is spread over parallel_view.cpp (state in, state out, keys),
// parallel_data.cpp (what follows from it), parallel_draw.cpp (lines), parallel_axes.cpp (axes, titles, legend),
// parallel_mouse.cpp (brushes, selection, hovering) and parallel_export.cpp (files, menu).
#pragma once

#include "widgets/palette.h"
#include "widgets/parallel_layout.h"
#include "widgets/parallel_view.h"

#include <QPixmap>

#include <cstdint>
#include <map>

class QElapsedTimer;
class QPainter;

namespace paretoscope {

/// 0 … 1, without any order: the rows below a share are a sample of all.
inline double mixedOf(int row)
{
    return static_cast<double>(static_cast<std::uint32_t>(row) * 2654435761U) / 4294967296.0;
}

struct ParallelView::Private {
    using Brush = std::optional<std::pair<double, double>>;
    /// What the user chose for an axis.
    struct Choice {
        std::optional<dnas::Scale> scale;
        std::optional<bool> flipped;
        Brush brush;
    };
    enum class Drag { None, Press, Create, Move, Low, High };

    explicit Private(ParallelView *view)
        : q(view)
    {
    }

    // parallel_view.cpp
    bool hasAxis(int axis) const { return axis >= 0 && axis < static_cast<int>(axes.size()); }
    Choice &choice(int axis);
    const Choice *choiceOf(int axis) const;
    void layout();            ///< scales, columns, places of all values
    void placeAxis(int axis); ///< scale and places of one
    void applyBrushes();      ///< which rows are inside
    void changeBrush(int axis, Brush brush);
    void setCurrent(int axis);
    void describe(); ///< for a screen reader
    enum class Stale { Lines, All };
    void redraw(Stale stale);

    // parallel_draw.cpp
    void paint(QPainter &painter, Theme theme, bool onScreen);
    enum class Layer { Faded, Inside };
    /// Of `order`, and which share of it: a sample that shows the whole.
    struct Part {
        std::size_t first = 0, last = 0;
        double share = 1;
    };
    bool updatePixmaps(Theme theme); ///< for a moment; true: they are finished
    bool drawSlices(QPixmap &pixmap, Theme theme, Layer layer, const QElapsedTimer &timer);
    QPixmap emptyPixmap(Theme theme) const;
    QPixmap draft(Theme theme) const;
    void drawRows(QPainter &painter, Theme theme, Layer layer, Part part) const;
    void drawMarkedRow(QPainter &painter, Theme theme, int row, bool selected) const;
    void drawSample(QPainter &painter, Theme theme, dnas::Role role, QPointF from, double width) const;
    std::vector<QPolygonF> piecesOf(int row) const; ///< without the gaps
    QPointF place(int axis, int row) const;
    QString numberText(int axis, double value) const;

    // parallel_axes.cpp
    void drawAxis(QPainter &painter, Theme theme, int axis, bool onScreen) const;
    void drawTitle(QPainter &painter, Theme theme, int axis, bool onScreen) const;
    void drawBest(QPainter &painter, Theme theme, int axis) const;
    void drawBrush(QPainter &painter, Theme theme, int axis, bool withNumbers) const;
    void drawLegend(QPainter &painter, Theme theme) const;
    QFont smallFont() const;

    // parallel_mouse.cpp
    int axisUnder(QPointF position) const; ///< a line to brush on
    int titleUnder(QPointF position) const;
    Drag gripUnder(int axis, double y) const; ///< of its brush; Create: beside it
    int rowNear(QPointF position) const;
    void drag(QPointF position);
    void click(QPointF position, Qt::KeyboardModifiers modifiers);
    void select(std::vector<int> rows);
    void hover(QPoint position);
    QString rowText(int row) const;

    // parallel_export.cpp
    Picture picture();
    QString csv() const;

    ParallelView *q;
    std::vector<ParallelAxis> axes;
    std::vector<ParallelRow> rows;
    QString emptyText;
    std::map<std::pair<QString, int>, Choice> choices; ///< by title and how often it came before
    std::vector<std::pair<QString, int>> keys;         ///< by axis
    std::vector<AxisScale> scales;
    std::vector<std::vector<float>> units; ///< [axis][row]
    std::vector<std::vector<AxisTick>> ticks;
    ParallelFrame frame;
    std::vector<bool> inside; ///< by row
    int insideCount = 0;
    std::vector<int> selection;
    std::vector<int> order; ///< rows as drawn: what matters on top
    int current = 0;
    int hovered = -1;
    int hoveredTitle = -1;

    QPixmap fadedLines; ///< all rows, and below them the ground
    QPixmap lines;      ///< and those inside the brushes
    QPixmap shown;      ///< what was finished last, or a draft
    Theme shownTheme = Theme::Light;
    bool finished = false;
    bool drafted = false; ///< what is stale now
    bool fadedStale = true, linesStale = true;
    std::size_t fadedNext = 0, linesNext = 0; ///< of `order`: drawn until here

    Drag dragged = Drag::None;
    int dragAxis = -1;
    QPointF pressed;
    double dragAnchor = 0;                 ///< unit: the fixed end, or where it was grabbed
    std::pair<double, double> dragStart{}; ///< units of the brush when it was grabbed
    AskFileName ask;
};

} // namespace paretoscope
