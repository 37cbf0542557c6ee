// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See layer_table_model.h.
#include "widgets/layer_table_model.h"

#include "core/hardware/metric.h"
#include "widgets/metric_badge.h"

#include <QFont>

#include <algorithm>

namespace paretoscope {

namespace {

QString utf8(const std::string &text) { return QString::fromStdString(text); }

std::optional<double> costIn(const dnas::CostSet &costs, const char *metric)
{
    const auto found = costs.find(metric);
    return found == costs.end() ? std::nullopt : std::optional<double>(found->second.value);
}

QString formatted(const char *metric, const std::optional<double> &value)
{
    return value ? utf8(dnas::formatMetric(metric, *value)) : QStringLiteral("–");
}

QVariant number(const std::optional<double> &value) { return value ? QVariant(*value) : QVariant(); }

QString opText(const dnas::Layer &layer)
{
    QString text = utf8(layer.op);
    if (layer.op != "conv")
        return text;
    if (layer.groups > 1)
        text = layer.groups == layer.channels ? LayerTableModel::tr("depthwise") : LayerTableModel::tr("grouped");
    text += QStringLiteral(" %1×%2").arg(layer.kernel.height).arg(layer.kernel.width);
    if (layer.stride.height > 1 || layer.stride.width > 1)
        text += layer.stride.height == layer.stride.width
                    ? QStringLiteral(" /%1").arg(layer.stride.height)
                    : QStringLiteral(" /%1×%2").arg(layer.stride.height).arg(layer.stride.width);
    return text;
}

/// The metric of a column; nullptr: it holds none.
const char *metricOf(int column)
{
    switch (column) {
    case LayerTableModel::WeightsColumn:
        return "weights";
    case LayerTableModel::MacsShareColumn:
        return "macs";
    case LayerTableModel::FlashColumn:
        return "flash";
    case LayerTableModel::RamColumn:
        return "ram";
    case LayerTableModel::LatencyColumn:
        return "latency";
    case LayerTableModel::EnergyColumn:
        return "energy";
    default:
        return nullptr;
    }
}

std::optional<double> figureOf(const LayerRow &row, int column)
{
    switch (column) {
    case LayerTableModel::WeightsColumn:
        return row.weights;
    case LayerTableModel::MacsShareColumn:
        return row.macs;
    case LayerTableModel::FlashColumn:
        return row.flashBytes;
    case LayerTableModel::RamColumn:
        return row.ramBytes;
    case LayerTableModel::LatencyColumn:
        return row.latencyMs;
    case LayerTableModel::EnergyColumn:
        return row.energyUj;
    default:
        return {};
    }
}

QString shareInPercent(double share) { return QString::number(share * 100, 'f', 1) + QStringLiteral(" %"); }

/// What the total has beyond the rows; absent where a row's is unknown, and what is left of rounding is nothing.
std::optional<double> restOf(const dnas::CostSet &total, const char *metric, const std::vector<LayerRow> &rows,
                             std::optional<double> LayerRow::*figure)
{
    std::optional<double> rest = costIn(total, metric);
    if (!rest)
        return rest;
    const double all = *rest;
    for (const LayerRow &row : rows) {
        if (!(row.*figure))
            return std::nullopt;
        *rest -= *(row.*figure);
    }
    return *rest > all * 1e-9 ? *rest : 0;
}

LayerRow restRow(const dnas::NetworkCost &cost, const std::vector<LayerRow> &rows)
{
    LayerRow rest{.name = LayerTableModel::tr("everything else"), .isRest = true};
    rest.note = LayerTableModel::tr("Layers without weights, the code of the runtime, and what a call costs as such");
    rest.weights = restOf(cost.total, "weights", rows, &LayerRow::weights);
    rest.macs = restOf(cost.total, "macs", rows, &LayerRow::macs);
    rest.flashBytes = restOf(cost.total, "flash", rows, &LayerRow::flashBytes);
    rest.latencyMs = restOf(cost.total, "latency", rows, &LayerRow::latencyMs);
    rest.energyUj = restOf(cost.total, "energy", rows, &LayerRow::energyUj);
    if (const auto all = costIn(cost.total, "macs"); all && *all > 0 && rest.macs)
        rest.macsShare = *rest.macs / *all;
    return rest;
}

} // namespace

std::vector<LayerRow> layerRows(const dnas::Network &seed, const dnas::Network &derived, const dnas::NetworkCost &cost)
{
    const std::optional<double> allMacs = costIn(cost.total, "macs");
    std::vector<LayerRow> rows;
    for (const dnas::Layer &layer : seed.layers) {
        if (layer.channels <= 0)
            continue; // no weights of its own
        LayerRow row;
        row.name = utf8(layer.name);
        row.op = opText(layer);
        row.widthMax = layer.channels;
        const int index = derived.indexOf(layer.name);
        if (index >= 0) {
            const dnas::Layer &kept = derived.layers[static_cast<std::size_t>(index)];
            row.width = kept.channels;
            row.op = opText(kept);
        }
        const auto costs = std::find_if(cost.layers.begin(), cost.layers.end(),
                                        [&](const dnas::LayerCost &entry) { return entry.name == layer.name; });
        if (costs != cost.layers.end() && index >= 0) {
            row.weights = costIn(costs->costs, "weights");
            row.macs = costIn(costs->costs, "macs");
            row.flashBytes = costIn(costs->costs, "flash");
            row.ramBytes = costIn(costs->costs, "ram");
            row.latencyMs = costIn(costs->costs, "latency");
            row.energyUj = costIn(costs->costs, "energy");
            if (row.macs && allMacs && *allMacs > 0)
                row.macsShare = *row.macs / *allMacs;
        }
        rows.push_back(std::move(row));
    }
    if (!cost.total.empty())
        rows.push_back(restRow(cost, rows));
    return rows;
}

LayerTableModel::LayerTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void LayerTableModel::setRows(std::vector<LayerRow> rows)
{
    const bool sameLayers = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                       [](const LayerRow &a, const LayerRow &b) { return a.name == b.name; });
    if (!sameLayers) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LayerTableModel::setTotals(const dnas::CostSet &totals, const QString &setup)
{
    const bool same =
        setup == m_setup &&
        std::equal(totals.begin(), totals.end(), m_totals.begin(), m_totals.end(), [](const auto &a, const auto &b) {
            return a.first == b.first && a.second.value == b.second.value && a.second.origin == b.second.origin &&
                   a.second.errorPercent == b.second.errorPercent;
        });
    if (same)
        return;
    m_totals = totals;
    m_setup = setup;
    if (!m_rows.empty())
        emit dataChanged(index(0, WeightsColumn), index(rowCount() - 1, ColumnCount - 1), {Qt::DisplayRole, ShareRole});
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

std::optional<double> LayerTableModel::share(const LayerRow &row, int column) const
{
    if (column == WidthColumn)
        return row.isRest         ? std::nullopt
               : row.widthMax > 0 ? std::optional(static_cast<double>(row.width) / row.widthMax)
                                  : std::optional(0.0);
    if (column == MacsShareColumn)
        return row.macsShare;
    const char *metric = metricOf(column);
    const std::optional<double> figure = figureOf(row, column);
    const std::optional<double> total = metric ? costIn(m_totals, metric) : std::nullopt;
    return figure && total && *total > 0 ? std::optional(*figure / *total) : std::nullopt;
}

int LayerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LayerTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant LayerTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LayerRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == Qt::ToolTipRole)
        return toolTip(row, column);
    if (role == FrozenRole)
        return row.frozen;
    if (role == Qt::TextAlignmentRole)
        return QVariant((column <= WidthColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == ShareRole)
        return number(share(row, column));
    if (role == Qt::FontRole && row.isRest) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    const bool shown = role == Qt::DisplayRole;
    if (!shown && role != ValueRole)
        return {};
    switch (column) {
    case NameColumn:
        return row.name;
    case OpColumn:
        return row.op;
    case WidthColumn:
        if (!shown)
            return row.width;
        if (row.isRest)
            return QString();
        return row.widthMax > 0 ? QStringLiteral("%1/%2").arg(row.width).arg(row.widthMax) : QString::number(row.width);
    case MacsShareColumn:
        if (!shown)
            return number(row.macsShare);
        return row.macsShare ? shareInPercent(*row.macsShare) : QStringLiteral("–");
    default:
        break;
    }
    const std::optional<double> figure = figureOf(row, column);
    if (!shown)
        return number(figure);
    const QString text = formatted(metricOf(column), figure);
    const std::optional<double> part = column >= FlashColumn ? share(row, column) : std::nullopt;
    return part ? QStringLiteral("%1  %2").arg(text, shareInPercent(*part).rightJustified(7, QChar(0x2007))) : text;
}

QVariant LayerTableModel::toolTip(const LayerRow &row, int column) const
{
    switch (column) {
    case WidthColumn: {
        QString text = tr("%1 of %2 output channels kept").arg(row.width).arg(row.widthMax);
        if (row.frozen)
            text += tr("; not searched");
        if (!row.note.isEmpty())
            text += QStringLiteral(": ") + row.note;
        return text;
    }
    case MacsShareColumn:
        return row.macs ? tr("%1 MACs, counted").arg(formatted("macs", row.macs)) : QVariant();
    case WeightsColumn:
        return tr("Weights without bias and normalisation, counted");
    case FlashColumn:
        return row.isRest ? row.note : tr("Weights at their bits and tables of this layer");
    case RamColumn:
        return row.isRest ? QVariant() : tr("All tensors that are alive while this layer runs, of the arena");
    case LatencyColumn:
    case EnergyColumn: {
        if (row.isRest)
            return row.note;
        const auto total = m_totals.find(metricOf(column));
        return total == m_totals.end() ? tr("The board has no model of it") : originText(total->second, m_setup);
    }
    default:
        return row.note.isEmpty() ? QVariant() : QVariant(row.note);
    }
}

QString LayerTableModel::headerToolTip(int column) const
{
    const char *metric = metricOf(column);
    if (!metric)
        return {};
    const auto total = m_totals.find(metric);
    if (total == m_totals.end())
        return m_totals.empty() ? QString() : tr("The board has no model of it");
    QString text = tr("%1 of the whole network: %2, %3")
                       .arg(headerData(column, Qt::Horizontal).toString(), formatted(metric, total->second.value),
                            originText(total->second, m_setup));
    text += QLatin1Char('\n') + originMeaning(total->second);
    if (column == RamColumn)
        text += QLatin1Char('\n') + tr("Of a layer: what is alive while it runs, and its share of the arena.");
    return text + QLatin1Char('\n') + tr("A click sorts; a third one restores the order of the network.");
}

QVariant LayerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return QVariant((section <= WidthColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return headerToolTip(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Layer");
    case OpColumn:
        return tr("Operator");
    case WidthColumn:
        return tr("Width kept");
    case WeightsColumn:
        return tr("Weights");
    case MacsShareColumn:
        return tr("MACs");
    case FlashColumn:
        return tr("Flash");
    case RamColumn:
        return tr("RAM");
    case LatencyColumn:
        return tr("Latency");
    case EnergyColumn:
        return tr("Energy");
    default:
        return {};
    }
}

} // namespace paretoscope
