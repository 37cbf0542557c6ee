// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See class_count_model.h.
#include "widgets/class_count_model.h"

#include "widgets/layer_table_model.h"
#include "widgets/plot_text.h"

#include <algorithm>
#include <utility>

namespace paretoscope {

void ClassCountModel::setCounts(QStringList names, Counts counts)
{
    beginResetModel();
    m_names = std::move(names);
    m_counts = std::move(counts);
    for (std::size_t split = 0; split < m_counts.size(); ++split) {
        const auto largest = std::max_element(m_counts[split].begin(), m_counts[split].end());
        m_largest[split] = largest == m_counts[split].end() ? 0 : *largest;
    }
    endResetModel();
}

int ClassCountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

int ClassCountModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int{ColumnCount}; }

QVariant ClassCountModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.column() == NameColumn) {
        const bool shown = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == ValueRole;
        return shown ? QVariant(m_names[index.row()]) : QVariant();
    }
    const auto split = static_cast<std::size_t>(index.column() - TrainColumn);
    const std::int64_t count = m_counts[split][static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return countText(count);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case ValueRole:
        return static_cast<qlonglong>(count);
    case LayerTableModel::ShareRole:
        if (m_largest[split] > 0)
            return static_cast<double>(count) / static_cast<double>(m_largest[split]);
        return {};
    default:
        return {};
    }
}

QVariant ClassCountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Class");
    case TrainColumn:
        return tr("Training");
    case ValidationColumn:
        return tr("Validation");
    case TestColumn:
        return tr("Test");
    default:
        return {};
    }
}

} // namespace paretoscope
