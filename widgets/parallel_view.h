// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parallel coordinates: one axis a column, one line a row. Dragging along an axis brushes a range, several brushes
// add up (and); a click on a brush removes it; double click on a title flips the axis, right click offers log, flip,
// clear, copy, PNG, SVG, PDF and CSV. A click near a line selects its row, shift or Ctrl adds. GUI thread.
// Keys: Left/Right choose an axis, L log, F flip, Delete clears its brush, Esc the selection, Ctrl+C copies.
#pragma once

#include "core/report/figure.h"
#include "widgets/picture_file.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace paretoscope {

enum class BestEnd { None, Low, High };

struct ParallelAxis {
    QString title;
    QString metric = {}; ///< of a cost: its numbers are written with their units; empty: plain numbers
    dnas::Scale scale = dnas::Scale::Linear;
    bool flipped = false;         ///< small values on top
    bool percent = false;         ///< values 0…1, written in %
    std::vector<double> values;   ///< one a row; NaN: absent, the line has a gap
    BestEnd best = BestEnd::None; ///< gets a mark
};

struct ParallelRow {
    QString name;                        ///< for hovering
    dnas::Role role = dnas::Role::Front; ///< Front, Dominated, Infeasible, Seed
};

class ParallelView : public QWidget {
    Q_OBJECT
public:
    explicit ParallelView(QWidget *parent = nullptr);
    ~ParallelView() override;

    /// Brushes, scales and flips that the user made stay for axes of the same title, selected rows by their name.
    void setData(std::vector<ParallelAxis> axes, std::vector<ParallelRow> rows);
    /// Emits nothing.
    void setSelectedRows(const std::vector<int> &rows);
    const std::vector<int> &selectedRows() const;
    /// Said while there is no row or no axis.
    void setEmptyText(const QString &text);

    /// Low and high in the axis' unit; nothing: no brush.
    void setBrush(int axis, std::optional<std::pair<double, double>> range);
    std::optional<std::pair<double, double>> brush(int axis) const;
    void clearBrushes();
    /// Log is refused where no value is positive; values that are not stand at the low end.
    void setScale(int axis, dnas::Scale scale);
    dnas::Scale scale(int axis) const;
    void setFlipped(int axis, bool flipped);
    bool isFlipped(int axis) const;
    /// Rows inside all brushes; all rows where there is none.
    std::vector<int> brushedRows() const;
    /// The axis that the keys act on; -1: there is none.
    int currentAxis() const;

    /// False while many rows are still being drawn: they appear in slices.
    bool isDrawn() const;
    /// Where a value stands, and where an axis has its title (widget coordinates).
    QPointF pointAt(int axis, double value) const;
    QRectF titleRect(int axis) const;

    /// Writes the picture (in the light theme, for paper), or the brushed rows as CSV. False, with exportFailed()
    /// emitted, when it cannot.
    bool exportTo(const QString &path, PlotFormat format);
    void copyPicture();
    void setAskFileName(AskFileName ask);
    /// For an axis; new at every call, the caller owns it. Action names: actionLog, actionFlip, actionSavePng …
    QMenu *createContextMenu(int axis);

    QSize sizeHint() const override { return {640, 320}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

signals:
    /// The user clicked lines: the rows that are selected now.
    void rowsSelected(const std::vector<int> &rows);
    void brushChanged();
    void exportFailed(const QString &message);
    void exported(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace paretoscope
