// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Pareto page's figures in words: how many are on the front, its knee, its hypervolume, how many are inside.
#pragma once

#include "core/report/front_quality.h"

#include <QString>

#include <optional>
#include <span>

namespace paretoscope {

struct FrontSummary {
    QString text;
    QString toolTip; ///< what the hypervolume is a share of
};

/// `front`: indices into `shown`. `hypervolume`: of the front of `shown`, as a share of `box`; NaN where there
/// is none.
FrontSummary summariseFront(const std::optional<dnas::FrontBox> &box, std::span<const dnas::CandidateSummary> shown,
                            std::span<const std::size_t> front, const dnas::FrontFigureOptions &options,
                            double hypervolume);

} // namespace paretoscope
