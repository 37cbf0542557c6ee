// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is known of a candidate's quality beyond one figure, as values to be shown: anomalies by machine, top-5, the
// confusion matrix with its names.
#pragma once

#include "core/events/candidate.h"
#include "core/report/confusion_matrix.h"
#include "core/report/figure.h"
#include "core/study/study.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dnas {

/// Of one split, as an engine measured it (core/search/quality_meter.h).
struct SplitQuality {
    std::optional<ConfusionMatrix> confusion;
    struct Machine {
        std::string name;
        double auc = 0;        ///< NaN where it is not known, as is partialAuc
        double partialAuc = 0; ///< at false alarm rates up to 0.1, 0.5 for guessing
    };
    std::vector<Machine> machines;    ///< by name
    std::optional<double> partialAuc; ///< mean of the machines
    std::optional<double> topFive;    ///< accuracy of the five best classes, 0…1

    bool empty() const { return !confusion && machines.empty() && !topFive && !partialAuc; }
};
SplitQuality splitQuality(const QualityDetails &details, const std::vector<std::string> &classNames);

struct CandidateQuality {
    SplitQuality validation, test;
    bool empty() const { return validation.empty() && test.empty(); }
};
/// Both splits out of a study; empty for candidates of older studies. Blocks on the disk.
Result<CandidateQuality> readQuality(const Study &study, CandidateId id, const std::vector<std::string> &classNames);

/// Bars by machine: AUC and partial AUC, and what guessing gives.
Figure machineFigure(std::span<const SplitQuality::Machine> machines);

} // namespace dnas
