// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See outline_output.h.
#include "app/cli/outline_output.h"

#include <fmt/format.h>

#include <cmath>

namespace paretoscope {

using namespace dnas;

Json outlineJson(const std::optional<RunOutline> &outline)
{
    if (!outline)
        return nullptr;
    Json targets = Json::array();
    for (const RunTarget &target : outline->targets)
        targets.push_back({{"metric", target.metric},
                           {"shape", termShapeName(target.shape)},
                           {"planned", numberJson(target.planned)},
                           {"target", numberJson(target.now())}});
    return {{"method", methodName(outline->method)},
            {"draw", outline->draw},
            {"epochs", outline->epochs},
            {"targets", targets}};
}

std::string againstTarget(const RunTarget &target, double cost)
{
    const double share = cost / target.now() - 1;
    std::string text =
        (target.shape == TermShape::Hinge ? "limit " : "aim ") + formatMetric(target.metric, target.now());
    if (std::isfinite(share)) {
        const double percent = 100 * std::abs(share);
        text += share == 0 ? ", met exactly"
                : percent < 0.1
                    ? fmt::format(", less than 0.1 % {}", share < 0 ? "below" : "above")
                    : fmt::format(", {:.{}f} % {}", percent, percent < 10 ? 1 : 0, share < 0 ? "below" : "above");
    }
    return target.steered ? text + " (steered)" : text;
}

} // namespace paretoscope
