// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See selection.h.
#include "app/window/selection.h"

namespace paretoscope {

void Selection::select(std::vector<dnas::CandidateId> ids)
{
    std::unordered_set<int> known;
    known.reserve(ids.size());
    std::erase_if(ids, [&](dnas::CandidateId id) { return !known.insert(id.value).second; });
    if (ids == m_ids)
        return;
    m_ids = std::move(ids);
    m_known = std::move(known);
    emit changed();
}

} // namespace paretoscope
