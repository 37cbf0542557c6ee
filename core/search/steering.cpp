// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/steering.h"

namespace dnas {

std::vector<SteeringChanged> steerTerms(std::vector<ActiveTerm> &terms, const SteeringRequest &request, int epoch,
                                        int epochs)
{
    std::vector<SteeringChanged> changes;
    const auto dot = request.key.find('.');
    if (dot == std::string::npos)
        return changes;
    const std::string what = request.key.substr(0, dot);
    const std::string metric = request.key.substr(dot + 1);
    for (ActiveTerm &term : terms) {
        if (term.metric != metric)
            continue;
        SteeringChanged change{.key = request.key, .newValue = request.value};
        if (what == "strength") {
            change.oldValue = strengthAt(term, epoch, epochs);
            term.strength = request.value;
            term.steered = true;
            term.growth = 1;
        } else if (what == "target" && term.shape != TermShape::Minimise) {
            change.oldValue = term.target;
            term.target = request.value;
        } else {
            continue;
        }
        changes.push_back(change);
    }
    return changes;
}

} // namespace dnas
