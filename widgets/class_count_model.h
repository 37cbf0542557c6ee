// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many samples each class has in each split, as a table. Values only. GUI thread.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <array>
#include <cstdint>
#include <vector>

namespace paretoscope {

class ClassCountModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, TrainColumn, ValidationColumn, TestColumn, ColumnCount };
    /// ValueRole: the bare number for sorting. Qt::UserRole + 1 is ShareDelegate's: of the largest class.
    enum Role { ValueRole = Qt::UserRole };
    using Counts = std::array<std::vector<std::int64_t>, 3>; ///< by class; training, validation, test

    using QAbstractTableModel::QAbstractTableModel;

    /// `names` and all counts have one length.
    void setCounts(QStringList names, Counts counts);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_names;
    Counts m_counts;
    std::array<std::int64_t, 3> m_largest{};
};

} // namespace paretoscope
