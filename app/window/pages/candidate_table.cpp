// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See candidate_table.h.
#include "app/window/pages/candidate_table.h"

#include "app/window/candidate_model.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>

namespace paretoscope {

CandidateTable::CandidateTable(Selection &selection, QWidget *parent)
    : QTableView(parent)
    , m_selection(selection)
{
    m_model = new CandidateModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(CandidateModel::ValueRole);
    setObjectName(QStringLiteral("candidateTable"));
    setAccessibleName(tr("Candidates"));
    setModel(m_sorted);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &CandidateTable::selectFromRows);
    connect(&m_selection, &Selection::changed, this, &CandidateTable::showSelection);
}

void CandidateTable::setCandidates(std::vector<dnas::CandidateSummary> candidates,
                                   const std::vector<std::size_t> &front, const std::vector<std::size_t> &outside)
{
    const bool first = m_model->rowCount() == 0;
    m_quiet = true;
    m_model->setCandidates(std::move(candidates), front, outside);
    if (first)
        resizeColumnsToContents();
    m_quiet = false;
    showSelection();
}

void CandidateTable::showSelection()
{
    m_quiet = true;
    QItemSelection rows;
    for (const dnas::CandidateId id : m_selection.ids())
        if (const int row = m_model->rowOf(id); row >= 0) {
            const QModelIndex index = m_sorted->mapFromSource(m_model->index(row, 0));
            rows.select(index, index);
        }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!rows.isEmpty())
        scrollTo(rows.indexes().constLast());
    m_quiet = false;
}

void CandidateTable::selectFromRows()
{
    if (m_quiet)
        return;
    std::vector<dnas::CandidateId> ids;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        ids.push_back({row.data(CandidateModel::IdRole).toInt()});
    m_selection.select(std::move(ids));
}

} // namespace paretoscope
