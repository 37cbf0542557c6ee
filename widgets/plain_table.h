// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The look and the keys that all tables of the window share.
#pragma once

class QTableView;

namespace paretoscope {

/// Whole rows, alternating, no grid, no row numbers; Tab leaves the table.
void makePlain(QTableView &table);

} // namespace paretoscope
