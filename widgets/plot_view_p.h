// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What PlotView is made of; its work is spread over plot_view.cpp (interface), plot_create.cpp (parts), plot_draw.cpp
// (figure to drawing), plot_theme.cpp, plot_layout.cpp (legend, ticks), plot_rules.cpp, plot_mouse.cpp (hits,
// selection) and plot_export.cpp.
#pragma once

#include "widgets/palette.h"
#include "widgets/plot_ticker.h"
#include "widgets/plot_view.h"

#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

#include <optional>
#include <set>

namespace paretoscope {

struct PlotView::Private {
    /// One series as drawn; `order` maps the position in the (sorted) plot data to the point of the figure.
    struct Drawn {
        QCPGraph *graph = nullptr;
        QCPBars *bars = nullptr;
        std::vector<int> order;
        std::vector<double> sortedX;
        bool visible = true;
        QCPAbstractPlottable *plottable() const
        {
            return graph ? static_cast<QCPAbstractPlottable *>(graph) : static_cast<QCPAbstractPlottable *>(bars);
        }
    };
    struct DrawnRule {
        dnas::Rule rule;
        int index = 0;               ///< in the figure
        QCPItemRect *area = nullptr; ///< the hatched side; null where there is none
        QCPItemLine *line = nullptr;
        QCPItemText *text = nullptr;
    };
    struct DrawnNote {
        dnas::Note note;
        QCPItemText *text = nullptr;
    };

    explicit Private(PlotView *view)
        : q(view)
    {
    }

    // plot_create.cpp
    void createPlot();
    void createTable();

    // plot_view.cpp
    const dnas::Figure &figure() const { return model->figure(); }
    const dnas::Axis &axisOf(PlotAxis axis) const { return axis == PlotAxis::X ? figure().x : figure().y; }
    QCPAxis *plotAxis(PlotAxis axis) const { return axis == PlotAxis::X ? plot->xAxis : plot->yAxis; }
    dnas::Scale scaleOf(PlotAxis axis) const;
    /// Draws soon, at most once in 33 ms; the last state is always drawn.
    void requestReplot();

    // plot_draw.cpp
    void build();
    void buildSeries(int index, QCPBarsGroup *group, int barSeries);
    void applyAxes();
    void showRings();          ///< around selected points
    void showTableSelection(); ///< the same points as rows
    void showEmptyText();
    bool hasPoints() const;

    // plot_theme.cpp
    void applyTheme(Theme theme);
    void showVisibility(int series);

    // plot_layout.cpp
    void fitRanges();
    Range fittedRange(PlotAxis axis) const;
    void layoutLegend();
    void layoutTicks();

    // plot_rules.cpp
    void buildRules();
    void placeRule(const DrawnRule &rule);
    void layoutRuleTexts();
    QString edgeTextAt(const QPoint &position) const; ///< of the ticks at the edge near here; empty: none
    QString edgeTexts() const;                        ///< of all of them
    bool isShown(dnas::Role role) const;              ///< a series of it
    void layoutNotes();
    /// Position in `rules` of a draggable one that the mouse takes hold of here; -1 for none.
    int ruleToGrab(const QPoint &position) const;
    void dragRule(const QPoint &position);
    void moveRule(int position, double pixel); ///< across it; stays in the plot
    void nudgeRule(bool vertical, double pixels);
    void showCursor(const QPoint &position);

    // plot_export.cpp
    Picture picture();

    // plot_mouse.cpp
    bool handleMouse(QEvent *event);
    PointRef pointNear(const QPointF &position, double tolerance) const;
    std::vector<PointRef> pointsIn(const QRect &rect) const;
    QPointF pixelOf(PointRef point) const;
    void click(const QPoint &position, Qt::KeyboardModifiers modifiers);
    void showToolTip(const QPoint &position);
    QString pointText(PointRef point) const;
    void select(std::vector<PointRef> points);
    void selectFromTable();
    void zoom(double factor);
    void pan(double x, double y);

    PlotView *q;
    QStackedWidget *stack = nullptr;
    QCustomPlot *plot = nullptr;
    QTableView *table = nullptr;
    QLabel *empty = nullptr;
    FigureTableModel *model = nullptr;
    TextOfId textOfId;
    QSortFilterProxyModel *sorted = nullptr;

    QCPTextElement *title = nullptr;
    QCPLayoutGrid *legendRow = nullptr;
    QCPGraph *rings = nullptr; ///< around selected points
    QCPBarsGroup *barsGroup = nullptr;
    std::vector<Drawn> drawn;
    std::vector<DrawnRule> rules;
    std::vector<DrawnNote> notes;
    int grabbed = -1; ///< position in `rules` of the one that is being dragged
    std::vector<PointRef> selection;
    std::set<std::string> hidden; ///< names of series
    std::optional<dnas::Scale> userScale[2];
    bool userRange = false;
    bool frozen = false; ///< ranges stay for the figure that is being built
    bool legendWanted = true;
    bool quiet = false; ///< ranges or selections are being set by the program
    QTimer throttle;
    bool replotPending = false;
    QPoint pressed;
    PointRef hovered;
    QString hoveredEdge; ///< texts of ticks at the edge
    AskFileName ask;
};

} // namespace paretoscope
