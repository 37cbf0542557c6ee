// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sections of a report, each as markup. Private to this folder.
#pragma once

#include "core/network/network.h"
#include "core/report/figures.h"
#include "core/report/quality_details.h"
#include "core/study/study_spec.h"

#include <optional>
#include <string>
#include <vector>

namespace dnas {

/// Everything that a report reads from a study.
struct ReportData {
    std::string name; ///< of the file
    StudySpec spec;
    StudyTask task; ///< of `spec`
    StudyEnvironment environment;
    std::string samples; ///< in words; empty: not kept
    std::string digest;
    struct Run {
        StudyRun run;
        std::vector<EpochReport> history;
        std::vector<SteeringChanged> steering;
    };
    std::vector<Run> runs;
    std::vector<CandidateSummary> candidates;
    std::vector<std::size_t> front; ///< into `candidates`, over weights (or what there is) and validation quality
    std::string frontMetric;
    std::optional<Network> seed;        ///< empty when its text cannot be read
    std::vector<Network> frontNetworks; ///< one a candidate of the front
    struct Best {
        std::size_t candidate = 0; ///< into `candidates`
        CandidateQuality quality;
    };
    std::optional<Best> best; ///< empty where none is finished within its limits
};

std::vector<StudyRun> runsOf(const ReportData &data); ///< without their histories

std::string summarySection(const ReportData &data);   ///< title, what was asked, where it ran
std::string frontSection(const ReportData &data);     ///< pictures
std::string candidateSection(const ReportData &data); ///< the table, with its footnotes
std::string baselineSection(const ReportData &data);  ///< what the searches were worth
std::string qualitySection(const ReportData &data);   ///< what the best candidate gets wrong
std::string networkSection(const ReportData &data);   ///< layers of the candidates on the front
std::string runSection(const ReportData &data);       ///< curves and steering of every run
std::string appendixSection(const ReportData &data);  ///< resolved texts

} // namespace dnas
