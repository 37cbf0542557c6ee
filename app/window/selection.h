// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which candidates are selected: one model for the whole program, so that every view agrees.
#pragma once

#include "core/events/candidate.h"

#include <QObject>

#include <unordered_set>
#include <vector>

namespace paretoscope {

class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const std::vector<dnas::CandidateId> &ids() const { return m_ids; }
    bool contains(dnas::CandidateId id) const { return m_known.contains(id.value); }
    /// The one that details are shown of: the last that was chosen; value 0 when none.
    dnas::CandidateId current() const { return m_ids.empty() ? dnas::CandidateId{} : m_ids.back(); }

    /// An id that comes twice counts once.
    void select(std::vector<dnas::CandidateId> ids);
    void clear() { select({}); }

signals:
    void changed();

private:
    std::vector<dnas::CandidateId> m_ids;
    std::unordered_set<int> m_known; ///< the same: views ask for every point they draw
};

} // namespace paretoscope
