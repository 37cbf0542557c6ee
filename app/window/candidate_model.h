// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The candidates of the open study as a table: one row each, in the study's order. Sorted by a proxy.
#pragma once

#include "core/study/study.h"

#include <QAbstractTableModel>

#include <vector>

namespace paretoscope {

class CandidateModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// ValueRole: the bare number or text, for sorting. IdRole: the candidate's id as int.
    enum Role { ValueRole = Qt::UserRole, IdRole };

    explicit CandidateModel(QObject *parent = nullptr);

    /// Indices of candidates on the front, and of those outside of limits that are tried out, to be marked.
    void setCandidates(std::vector<dnas::CandidateSummary> candidates, const std::vector<std::size_t> &front,
                       const std::vector<std::size_t> &outside = {});
    const std::vector<dnas::CandidateSummary> &candidates() const { return m_candidates; }
    int rowOf(dnas::CandidateId id) const; ///< -1: not there

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant valueOf(int row, int column) const;
    QString textOf(int row, int column) const;
    QString stateText(int row) const;

    std::vector<dnas::CandidateSummary> m_candidates;
    std::vector<bool> m_onFront;
    std::vector<bool> m_isOutside;
    std::vector<std::string> m_metrics; ///< that at least one candidate has, in the order of all metrics
};

/// In %, two decimals.
QString qualityText(double quality);

} // namespace paretoscope
