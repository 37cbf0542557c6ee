// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one plot of the program: draws a dnas::Figure. Wheel zooms, drag pans, shift-drag selects, double click and
// Home fit, right click exports, a click on the legend hides a series; every plot has a table twin. GUI thread.
// Keys: Home fit, +/- zoom, arrows pan, Ctrl+arrows move a rule that can be dragged (with Shift finely), Ctrl+C copy,
// Ctrl+T table, Esc clears the selection.
#pragma once

#include "core/report/figure.h"
#include "widgets/figure_table_model.h"
#include "widgets/picture_file.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAbstractTableModel;
class QCustomPlot;
class QMenu;

namespace paretoscope {

/// Keep: what the user zoomed to stays, else the plot follows its data. Fit: it follows them again. Freeze: the ranges
/// stay for this figure, whoever chose them.
enum class Refit { Keep, Fit, Freeze };
enum class PlotAxis { X, Y };

class PlotView : public QWidget {
    Q_OBJECT
public:
    explicit PlotView(QWidget *parent = nullptr);
    ~PlotView() override;

    /// Draws the figure soon (at most 30 times a second). With Keep, a range that the user chose stays; until he
    /// zooms or pans the plot follows its data. Hidden series stay hidden and selected points selected, by name
    /// of the series and index of the point. The figure's axis scales hold unless the user changed them here.
    void setFigure(const dnas::Figure &figure, Refit refit = Refit::Keep);
    const dnas::Figure &figure() const;
    /// Texts of points whose series have ids, but no texts: asked for when they are shown. Before setFigure().
    void setTextOfId(TextOfId textOf);
    /// The same points as rows; lives as long as the view.
    QAbstractTableModel *tableModel() const;

    /// Shows all points; the plot follows its data again.
    void fit();
    struct Range {
        double low = 0, high = 1;
    };
    Range range(PlotAxis axis) const;
    /// As if the user had zoomed there.
    void setRange(PlotAxis axis, Range range);
    dnas::Scale scale(PlotAxis axis) const;
    void setScale(PlotAxis axis, dnas::Scale scale);

    bool isSeriesVisible(int series) const;
    void setSeriesVisible(int series, bool visible);
    void setLegendVisible(bool visible);

    /// Marks points (a ring around each); emits nothing.
    void setSelectedPoints(const std::vector<PointRef> &points);
    const std::vector<PointRef> &selectedPoints() const;

    bool isTableVisible() const;
    void setTableVisible(bool visible);

    /// Writes the picture (in the light theme, for paper), or the visible points as CSV. False, with exportFailed()
    /// emitted, when it cannot.
    bool exportTo(const QString &path, PlotFormat format);
    void copyPicture();
    void setAskFileName(AskFileName ask);
    /// The context menu, new at every call; the caller owns it. Action names: actionCopyPicture, actionSavePng …
    QMenu *createContextMenu();

    /// For tests only.
    QCustomPlot *plot() const;

    QSize sizeHint() const override { return {560, 360}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

signals:
    /// After pointsSelected() with just this point.
    void pointClicked(int series, int point);
    /// The user's selection (click, Ctrl+click, rubber band, rows of the table); empty when cleared.
    void pointsSelected(const std::vector<paretoscope::PointRef> &points);
    /// The user drags this rule of the figure, or moves it by the keys, which is drawn there already. The receiver sets
    /// a figure that agrees.
    void ruleMoved(int rule, double at);
    void seriesVisibilityChanged(int series, bool visible);
    void tableVisibleChanged(bool visible);
    void exportFailed(const QString &message);
    void exported(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace paretoscope
