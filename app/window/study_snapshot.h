// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything that views need of a study, read at once on a worker thread. A value: no widget asks the file.
#pragma once

#include "core/space/search_space.h"
#include "core/spec/search_spec.h"
#include "core/study/study.h"
#include "core/study/study_spec.h"

#include <map>
#include <memory>
#include <vector>

namespace paretoscope {

struct StudySnapshot {
    std::shared_ptr<dnas::Study> study; ///< null while a new search has not yet created its file
    dnas::StudySpec spec;
    dnas::StudyTask task;                           ///< of `spec`
    std::shared_ptr<const dnas::SearchSpec> search; ///< spec.spec, read; null when it cannot be read here
    std::vector<dnas::StudyRun> runs;
    std::map<dnas::RunId, std::vector<dnas::EpochReport>> histories;
    std::map<dnas::RunId, std::vector<dnas::SteeringChanged>> steering;
    std::vector<dnas::CandidateSummary> candidates;
    std::shared_ptr<const dnas::SearchSpace> space; ///< null when it cannot be rebuilt here
    std::shared_ptr<const dnas::BoardSetup> setup;  ///< null when the board cannot be read
    bool isWritten = false;                         ///< a process, or this one, searched in it when it was read
    std::int64_t version = 0;                       ///< Study::dataVersion
};

/// Opens for reading. Blocks on the disk.
dnas::Result<StudySnapshot> loadStudy(const std::filesystem::path &path);
/// The same of a study that is open.
dnas::Result<StudySnapshot> readStudy(std::shared_ptr<dnas::Study> study);
/// What a change of a target means for what its run aims at.
void applySteering(std::vector<dnas::StudyRun> &runs, const dnas::SteeringChanged &change);
/// Takes what is newer in `live` (events of a running search) over what was read from its file.
void mergeLive(StudySnapshot &read, const StudySnapshot &live);

} // namespace paretoscope
