// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a user names what lies in a study: FILE.pscope#CANDIDATE, where the candidate is a number, `seed` or `best`.
#pragma once

#include "core/study/study.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace paretoscope {

struct CandidateReference {
    std::filesystem::path study;
    std::string candidate;
};

/// Nothing when there is no '#', or when a file of the whole name exists.
std::optional<CandidateReference> parseReference(const std::string &text);

/// A number, `seed` (the seed network's own candidate) or `best` (highest validation quality of the finished ones
/// that meet their limits; equal quality: fewer weights). The error lists what there is.
dnas::Result<dnas::CandidateSummary> findCandidate(const std::vector<dnas::CandidateSummary> &candidates,
                                                   const std::string &name, const std::filesystem::path &study);

struct OpenedCandidate {
    std::shared_ptr<dnas::Study> study;
    dnas::CandidateSummary summary;
    dnas::Network network;
};
dnas::Result<OpenedCandidate> openCandidate(const CandidateReference &reference);

/// To read; one that is not there was named wrongly.
dnas::Result<std::shared_ptr<dnas::Study>> openStudy(const std::filesystem::path &path);

/// A network by resource name, by path, or out of a study.
dnas::Result<dnas::Network> loadAnyNetwork(const std::string &text);

struct LoadedNetwork {
    dnas::Network network;
    std::optional<dnas::StudySpec> spec; ///< of the study that it comes out of
};
/// The same, with what the study was made for.
dnas::Result<LoadedNetwork> loadWithStudy(const std::string &text);

} // namespace paretoscope
