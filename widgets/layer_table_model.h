// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The layers of a candidate as a table: width kept of width possible, operator, what it costs and its share of every
// cost. Values only; layerRows() makes them of a seed network, a derived one and its costs. GUI thread.
#pragma once

#include "core/hardware/cost.h"
#include "core/network/network.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace paretoscope {

struct LayerRow {
    QString name;
    QString op;       ///< with kernel: "conv 3×3"
    int width = 0;    ///< output channels kept
    int widthMax = 0; ///< of the seed; 0: unknown
    bool frozen = false;
    QString note; ///< why it is frozen, or anything else for the tool tip
    // Absent: the board does not model it.
    std::optional<double> weights;
    std::optional<double> macs;
    std::optional<double> macsShare; ///< of the network, in [0, 1]
    std::optional<double> flashBytes;
    std::optional<double> ramBytes; ///< alive while it runs
    std::optional<double> latencyMs;
    std::optional<double> energyUj;
    bool isRest = false; ///< no layer: all that is in the totals and in no other row
    bool operator==(const LayerRow &) const = default;
};

/// One row for every layer of `seed` that has weights (convolutions, dense layers), widths and costs from
/// `derived` (the seed itself is allowed) by layer name; then one for everything else: layers without weights, the
/// code of the runtime, the call.
std::vector<LayerRow> layerRows(const dnas::Network &seed, const dnas::Network &derived, const dnas::NetworkCost &cost);

class LayerTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        OpColumn,
        WidthColumn,
        WeightsColumn,
        MacsShareColumn,
        FlashColumn,
        RamColumn,
        LatencyColumn,
        EnergyColumn,
        ColumnCount
    };
    /// ValueRole: the bare number for sorting. ShareRole: 0…1 of the total (of the seed's width), where it is known.
    enum Role { ValueRole = Qt::UserRole, ShareRole, FrozenRole };

    explicit LayerTableModel(QObject *parent = nullptr);

    /// Rows with the same names in the same order are updated in place (selection and scroll position stay).
    void setRows(std::vector<LayerRow> rows);
    /// What shares are of, and where the figures come from; `setup` as setupText() says it.
    void setTotals(const dnas::CostSet &totals, const QString &setup);
    const std::vector<LayerRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant toolTip(const LayerRow &row, int column) const;
    QString headerToolTip(int column) const;
    std::optional<double> share(const LayerRow &row, int column) const;
    std::vector<LayerRow> m_rows;
    dnas::CostSet m_totals;
    QString m_setup;
};

} // namespace paretoscope
