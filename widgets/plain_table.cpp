// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See plain_table.h.
#include "widgets/plain_table.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QTableView>

namespace paretoscope {

void makePlain(QTableView &table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setAlternatingRowColors(true);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 9);
    table.horizontalHeader()->setHighlightSections(false);
}

} // namespace paretoscope
