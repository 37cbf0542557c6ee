// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The candidates of the Pareto page as rows: sorted by any column, selected together with everything else.
#pragma once

#include "app/window/selection.h"
#include "core/study/study.h"

#include <QTableView>

#include <vector>

class QSortFilterProxyModel;

namespace paretoscope {

class CandidateModel;

class CandidateTable : public QTableView {
    Q_OBJECT

public:
    CandidateTable(Selection &selection, QWidget *parent = nullptr);

    /// `front` and `outside` (of limits that are tried out): indices, to be marked.
    void setCandidates(std::vector<dnas::CandidateSummary> candidates, const std::vector<std::size_t> &front,
                       const std::vector<std::size_t> &outside);

private:
    void showSelection();
    void selectFromRows();

    Selection &m_selection;
    CandidateModel *m_model;
    QSortFilterProxyModel *m_sorted;
    bool m_quiet = false;
};

} // namespace paretoscope
