// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See candidate_table.h.
#include "app/window/pages/candidate_table.h"

#include "app/window/candidate_model.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <utility>

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
    connect(&m_selection, &Selection::changed, this, [this] {
        if (m_quiet)
            return; // it was made here
        showSelection();
        if (const int row = m_model->rowOf(m_selection.current()); row >= 0)
            scrollTo(m_sorted->mapFromSource(m_model->index(row, 0)));
    });
}

void CandidateTable::setCandidates(std::vector<dnas::CandidateSummary> candidates)
{
    m_widthsAreOld = m_widthsAreOld || m_model->rowCount() == 0;
    changeRows([&] { m_model->setCandidates(std::move(candidates)); });
}

void CandidateTable::mark(std::size_t shown, const std::vector<std::size_t> &front,
                          const std::vector<std::size_t> &outside)
{
    if (static_cast<int>(shown) == m_model->rowCount())
        m_model->mark(shown, front, outside);
    else
        changeRows([&] { m_model->mark(shown, front, outside); });
    // Only now the states have their words.
    if (std::exchange(m_widthsAreOld, false))
        resizeColumnsToContents();
}

void CandidateTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const QRect cell = visualRect(index);
    const bool columnShows = cell.right() >= 0 && cell.left() < viewport()->width();
    const int place = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (columnShows && !m_byKey)
        horizontalScrollBar()->setValue(place);
}

void CandidateTable::keyPressEvent(QKeyEvent *event)
{
    m_byKey = true;
    QTableView::keyPressEvent(event);
    m_byKey = false;
}

int CandidateTable::indexOf(dnas::CandidateId id) const { return m_model->indexOf(id); }

const dnas::CandidateSummary *CandidateTable::candidate(dnas::CandidateId id) const
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : &m_model->candidates()[static_cast<std::size_t>(index)];
}

void CandidateTable::changeRows(const std::function<void()> &change)
{
    const bool before = std::exchange(m_quiet, true);
    const bool scrolls = hasAutoScroll();
    setAutoScroll(false);
    const dnas::CandidateId current{currentIndex().data(CandidateModel::IdRole).toInt()};
    const int place = verticalScrollBar()->value();
    change();
    if (currentIndex().data(CandidateModel::IdRole).toInt() != current.value)
        if (const int row = m_model->rowOf(current); row >= 0)
            selectionModel()->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, 0)),
                                              QItemSelectionModel::NoUpdate);
    showSelection();
    executeDelayedItemsLayout(); // else the bar does not yet know how far it reaches
    verticalScrollBar()->setValue(place);
    setAutoScroll(scrolls);
    m_quiet = before;
}

void CandidateTable::showSelection()
{
    std::vector<int> rows;
    rows.reserve(m_selection.ids().size());
    for (const dnas::CandidateId id : m_selection.ids())
        if (const int row = m_model->rowOf(id); row >= 0)
            rows.push_back(m_sorted->mapFromSource(m_model->index(row, 0)).row());
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1; // rows that follow each other are one range
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.append(QItemSelectionRange(m_sorted->index(rows[i], 0),
                                             m_sorted->index(rows[end - 1], m_sorted->columnCount() - 1)));
        i = end;
    }
    const bool before = std::exchange(m_quiet, true);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_quiet = before;
}

void CandidateTable::selectFromRows()
{
    if (m_quiet)
        return;
    std::vector<dnas::CandidateId> ids;
    const QItemSelection selection = selectionModel()->selection(); // always whole rows
    for (const QItemSelectionRange &range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.push_back({m_sorted->index(row, 0).data(CandidateModel::IdRole).toInt()});
    m_quiet = true;
    m_selection.select(std::move(ids));
    m_quiet = false;
}

} // namespace paretoscope
