// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The candidates of the Pareto page as rows: sorted by any column, selected together with everything else.
#pragma once

#include "app/window/selection.h"
#include "core/study/study.h"

#include <QTableView>

#include <functional>
#include <vector>

class QSortFilterProxyModel;

namespace paretoscope {

class CandidateModel;

class CandidateTable : public QTableView {
    Q_OBJECT

public:
    CandidateTable(Selection &selection, QWidget *parent = nullptr);

    void setCandidates(std::vector<dnas::CandidateSummary> candidates);
    /// Shows the first `shown` of them; `front` and `outside` (of limits that are tried out): indices, to be marked.
    void mark(std::size_t shown, const std::vector<std::size_t> &front, const std::vector<std::size_t> &outside);
    /// A click on a column that is cut off does not move the others: rows are what is chosen.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    int indexOf(dnas::CandidateId id) const;                             ///< among all candidates; -1: not there
    const dnas::CandidateSummary *candidate(dnas::CandidateId id) const; ///< null: not there

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Selection, current row and the place that is scrolled to stay.
    void changeRows(const std::function<void()> &change);
    void showSelection();
    void selectFromRows();

    Selection &m_selection;
    CandidateModel *m_model;
    QSortFilterProxyModel *m_sorted;
    bool m_byKey = false;       ///< whoever moves by keys wants to see the column that is reached
    bool m_quiet = false;       ///< the selection is on its way between rows and program
    bool m_widthsAreOld = true; ///< the columns were not yet fitted to their first rows
};

} // namespace paretoscope
