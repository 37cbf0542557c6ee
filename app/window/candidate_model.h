// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The candidates of the open study as a table: one row each, in the study's order, the first of them shown. Sorted by
// a proxy. What is tried out on the Pareto page changes marks and the number of rows, not the candidates.
#pragma once

#include "core/study/study.h"

#include <QAbstractTableModel>

#include <unordered_map>
#include <vector>

namespace paretoscope {

class CandidateModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// ValueRole: the bare number or text, for sorting. IdRole: the candidate's id as int.
    enum Role { ValueRole = Qt::UserRole, IdRole };

    explicit CandidateModel(QObject *parent = nullptr);

    /// Without marks until mark(). Where only some were added at the end, the rows stay.
    void setCandidates(std::vector<dnas::CandidateSummary> candidates);
    /// Shows the first `shown`; marks indices of candidates on the front, and of those outside of limits that are
    /// tried out.
    void mark(std::size_t shown, const std::vector<std::size_t> &front, const std::vector<std::size_t> &outside = {});
    const std::vector<dnas::CandidateSummary> &candidates() const { return m_candidates; }
    int indexOf(dnas::CandidateId id) const; ///< in candidates(); -1: not there
    int rowOf(dnas::CandidateId id) const;   ///< -1: not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant valueOf(int row, int column) const;
    QString textOf(int row, int column) const;
    QString stateText(int row) const;
    void show(int count);

    std::vector<dnas::CandidateSummary> m_candidates;
    std::unordered_map<int, int> m_indices; ///< by id
    int m_shown = 0;
    std::vector<bool> m_onFront;
    std::vector<bool> m_isOutside;
    std::vector<std::string> m_metrics; ///< that at least one candidate has, in the order of all metrics
};

inline bool isDone(const dnas::CandidateSummary &candidate) { return candidate.state == dnas::CandidateState::Done; }

/// "81.25 %" of an accuracy, "0.8125" of an AUC.
QString qualityText(const std::string &qualityMetric, double quality);
/// "Validation" and "Test" of what stands in %, else with the name of the quality: "Validation AUC".
QString validationTitle(const std::string &qualityMetric);
QString testTitle(const std::string &qualityMetric);

} // namespace paretoscope
