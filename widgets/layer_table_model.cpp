// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See layer_table_model.h.
#include "widgets/layer_table_model.h"

#include "core/hardware/metric.h"
#include "widgets/metric_badge.h"

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
            row.latencyMs = costIn(costs->costs, "latency");
            row.energyUj = costIn(costs->costs, "energy");
            if (row.macs && allMacs && *allMacs > 0)
                row.macsShare = *row.macs / *allMacs;
            const auto time = costs->costs.find("latency");
            if (time != costs->costs.end())
                row.timeOrigin = time->second.origin;
        }
        rows.push_back(std::move(row));
    }
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
    if (role == ShareRole) {
        if (column == WidthColumn)
            return row.widthMax > 0 ? static_cast<double>(row.width) / row.widthMax : 0.0;
        return column == MacsShareColumn ? number(row.macsShare) : QVariant();
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
        return row.widthMax > 0 ? QStringLiteral("%1/%2").arg(row.width).arg(row.widthMax) : QString::number(row.width);
    case WeightsColumn:
        return shown ? formatted("weights", row.weights) : number(row.weights);
    case MacsShareColumn:
        if (!shown)
            return number(row.macsShare);
        return row.macsShare ? QString::number(*row.macsShare * 100, 'f', 1) + QStringLiteral(" %")
                             : QStringLiteral("–");
    case FlashColumn:
        return shown ? formatted("flash", row.flashBytes) : number(row.flashBytes);
    case LatencyColumn:
        return shown ? formatted("latency", row.latencyMs) : number(row.latencyMs);
    case EnergyColumn:
        return shown ? formatted("energy", row.energyUj) : number(row.energyUj);
    default:
        return {};
    }
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
        return tr("Weights at their bits and tables of this layer");
    case LatencyColumn:
    case EnergyColumn:
        if (!row.latencyMs && !row.energyUj)
            return tr("The board has no model of it");
        return originText({.value = 0, .origin = row.timeOrigin, .errorPercent = {}}, {});
    default:
        return row.note.isEmpty() ? QVariant() : QVariant(row.note);
    }
}

QVariant LayerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return QVariant((section <= WidthColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
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
    case LatencyColumn:
        return tr("Latency");
    case EnergyColumn:
        return tr("Energy");
    default:
        return {};
    }
}

} // namespace paretoscope
