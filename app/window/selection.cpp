// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See selection.h.
#include "app/window/selection.h"

#include <algorithm>

namespace paretoscope {

bool Selection::contains(dnas::CandidateId id) const
{
    return std::find(m_ids.begin(), m_ids.end(), id) != m_ids.end();
}

void Selection::select(std::vector<dnas::CandidateId> ids)
{
    if (ids == m_ids)
        return;
    m_ids = std::move(ids);
    emit changed();
}

} // namespace paretoscope
