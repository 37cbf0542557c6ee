// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table twin of a figure: one row a point, in the order of series and points. Read only. GUI thread.
// Columns: series, x, y, text (the last only when points have texts); categories replace x by their names.
#pragma once

#include "core/report/figure.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace paretoscope {

/// One point of a figure: index of its series, index in the series.
struct PointRef {
    int series = -1;
    int point = -1;
    auto operator<=>(const PointRef &) const = default;
};

/// The text of a point by its id (dnas::Series::ids): texts of many points are asked for one by one.
using TextOfId = std::function<QString(int id)>;

class FigureTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SeriesColumn, XColumn, YColumn, TextColumn };
    enum Role { ValueRole = Qt::UserRole }; ///< the bare number (QVariant double) or text, for sorting and CSV

    explicit FigureTableModel(QObject *parent = nullptr);

    void setFigure(const dnas::Figure &figure);
    /// For series that have ids, but no texts. Counts from the next figure on.
    void setTextOfId(TextOfId textOf) { m_textOfId = std::move(textOf); }
    QString textOf(PointRef point) const; ///< for hovering; empty: none
    const dnas::Figure &figure() const { return m_figure; }

    PointRef pointAt(int row) const;
    int rowOf(PointRef point) const; ///< -1: no such point

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    dnas::Figure m_figure;
    std::vector<int> m_firstRow; ///< by series, and the total at the end
    bool m_hasTexts = false;
    TextOfId m_textOfId;
};

/// Which points of a figure to write; ranges in axis units.
struct CsvWindow {
    double xLow = 0, xHigh = 0, yLow = 0, yHigh = 0;
    std::vector<bool> seriesVisible; ///< by series; empty: all
};
/// The points inside the window (all without one) as CSV: series,x,y,text with the axis titles as header, full
/// precision, C locale.
QString figureCsv(const dnas::Figure &figure, const std::optional<CsvWindow> &window = {}, const TextOfId &textOf = {});

} // namespace paretoscope
