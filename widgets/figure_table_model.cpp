// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table twin of a figure, and its CSV.
#include "widgets/figure_table_model.h"
#include "widgets/index.h"

#include "widgets/picture_file.h"
#include "widgets/plot_text.h"

#include <algorithm>
#include <cmath>

namespace paretoscope {

namespace {

int pointCount(const dnas::Series &series) { return static_cast<int>(std::min(series.x.size(), series.y.size())); }

/// Name of the bar at `x`, or empty.
QString categoryName(const dnas::Figure &figure, double x)
{
    const double place = std::round(x);
    if (place < 0 || place >= static_cast<double>(figure.categories.size()))
        return {};
    return fromUtf8(figure.categories[static_cast<std::size_t>(place)]);
}

QString pointText(const dnas::Series &series, std::size_t point, const TextOfId &textOf)
{
    if (point < series.texts.size())
        return fromUtf8(series.texts[point]);
    return textOf && point < series.ids.size() ? textOf(series.ids[point]) : QString();
}

bool inside(double value, double low, double high) { return value >= low && value <= high; }

} // namespace

FigureTableModel::FigureTableModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_firstRow{0}
{
}

void FigureTableModel::setFigure(const dnas::Figure &figure)
{
    beginResetModel();
    m_figure = figure;
    m_firstRow.assign(1, 0);
    m_hasTexts = false;
    for (const dnas::Series &series : m_figure.series) {
        m_firstRow.push_back(m_firstRow.back() + pointCount(series));
        m_hasTexts = m_hasTexts || !series.texts.empty() || (m_textOfId && !series.ids.empty());
    }
    endResetModel();
}

PointRef FigureTableModel::pointAt(int row) const
{
    if (row < 0 || row >= m_firstRow.back())
        return {};
    const auto next = std::upper_bound(m_firstRow.begin(), m_firstRow.end(), row);
    const auto series = static_cast<int>(next - m_firstRow.begin()) - 1;
    return {series, row - m_firstRow[at(series)]};
}

int FigureTableModel::rowOf(PointRef point) const
{
    if (point.series < 0 || point.series >= static_cast<int>(m_figure.series.size()) || point.point < 0 ||
        point.point >= pointCount(m_figure.series[at(point.series)]))
        return -1;
    return m_firstRow[at(point.series)] + point.point;
}

int FigureTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_firstRow.back(); }

int FigureTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_hasTexts ? TextColumn + 1 : YColumn + 1;
}

QVariant FigureTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PointRef ref = pointAt(index.row());
    const dnas::Series &series = m_figure.series[at(ref.series)];
    const bool isNumber = index.column() == XColumn || index.column() == YColumn;
    if (role == Qt::TextAlignmentRole)
        return isNumber ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != ValueRole)
        return {};
    switch (index.column()) {
    case SeriesColumn:
        return fromUtf8(series.name);
    case XColumn: {
        const double x = series.x[at(ref.point)];
        if (role == ValueRole)
            return x;
        const QString name = categoryName(m_figure, x);
        return name.isEmpty() ? valueText(x, m_figure.x.percent) : name;
    }
    case YColumn: {
        const double y = series.y[at(ref.point)];
        return role == ValueRole ? QVariant(y) : QVariant(valueText(y, m_figure.y.percent));
    }
    default:
        break;
    }
    const QString text = pointText(series, at(ref.point), m_textOfId);
    return role == ValueRole ? text : QString(text).replace(u'\n', QStringLiteral(", "));
}

QString FigureTableModel::textOf(PointRef point) const
{
    return rowOf(point) < 0 ? QString() : pointText(m_figure.series[at(point.series)], at(point.point), m_textOfId);
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case SeriesColumn:
        return tr("Series");
    case XColumn:
        return m_figure.x.title.empty() ? tr("x") : fromUtf8(m_figure.x.title);
    case YColumn:
        return m_figure.y.title.empty() ? tr("y") : fromUtf8(m_figure.y.title);
    case TextColumn:
        return tr("Text");
    default:
        return {};
    }
}

QString figureCsv(const dnas::Figure &figure, const std::optional<CsvWindow> &window, const TextOfId &textOf)
{
    const auto title = [](const std::string &text, const char *other) {
        return csvQuoted(text.empty() ? QString::fromLatin1(other) : fromUtf8(text));
    };
    QString csv = QStringLiteral("series,") + title(figure.x.title, "x") + u',' + title(figure.y.title, "y") +
                  QStringLiteral(",text\n");
    for (std::size_t s = 0; s < figure.series.size(); ++s) {
        const dnas::Series &series = figure.series[s];
        if (window && s < window->seriesVisible.size() && !window->seriesVisible[s])
            continue;
        for (std::size_t i = 0; i < at(pointCount(series)); ++i) {
            const double x = series.x[i];
            const double y = series.y[i];
            if (window && !(inside(x, window->xLow, window->xHigh) && inside(y, window->yLow, window->yHigh)))
                continue;
            const QString name = categoryName(figure, x);
            const QString text = pointText(series, i, textOf);
            csv += csvQuoted(fromUtf8(series.name)) + u',' + (name.isEmpty() ? csvNumber(x) : csvQuoted(name)) + u',' +
                   csvNumber(y) + u',' + (text.isEmpty() ? text : csvQuoted(text)) + u'\n';
        }
    }
    return csv;
}

} // namespace paretoscope
