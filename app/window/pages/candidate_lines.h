// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The candidates as parallel coordinates: quality, test quality and every cost they have, one selection with the rest.
#pragma once

#include "app/window/selection.h"
#include "core/study/study.h"
#include "widgets/parallel_view.h"

#include <span>
#include <vector>

namespace paretoscope {

class CandidateLines : public ParallelView {
    Q_OBJECT

public:
    CandidateLines(Selection &selection, QWidget *parent = nullptr);

    /// `front` and `outside`: indices. Only candidates that are done become lines.
    void setCandidates(std::span<const dnas::CandidateSummary> candidates, const std::vector<std::size_t> &front,
                       const std::vector<std::size_t> &outside);
    bool isBrushed() const { return brushedRows().size() < m_ids.size(); }

private:
    void showSelection();

    Selection &m_selection;
    std::vector<dnas::CandidateId> m_ids; ///< of the rows
};

} // namespace paretoscope
