// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See study_snapshot.h.
#include "app/window/study_snapshot.h"

#include "core/network/network_yaml.h"

#include <algorithm>
#include <tuple>

namespace paretoscope {
namespace {

/// Space and setup from the embedded texts. Missing ones cost views, not the study: a study opens anywhere.
void rebuild(StudySnapshot &snapshot)
{
    const auto network = dnas::parseNetwork(snapshot.spec.network, "seed network of the study");
    snapshot.task = dnas::studyTaskOf(snapshot.spec);
    dnas::WidthOptions width;
    if (auto spec = dnas::parseSpec(snapshot.spec.spec, "spec of the study"); spec.ok()) {
        width = spec->width;
        spec->file.clear(); // it has none
        snapshot.search = std::make_shared<const dnas::SearchSpec>(std::move(spec).value());
    }
    if (network.ok())
        if (auto space = dnas::SearchSpace::create(network.value(), width); space.ok())
            snapshot.space = std::make_shared<const dnas::SearchSpace>(std::move(space).value());
    if (auto board = dnas::parseBoard(snapshot.spec.board, "board of the study"); board.ok())
        if (auto setup = dnas::selectSetup(std::move(board).value(), snapshot.spec.runtime, snapshot.spec.point);
            setup.ok())
            snapshot.setup = std::make_shared<const dnas::BoardSetup>(std::move(setup).value());
}

} // namespace

dnas::Result<StudySnapshot> readStudy(std::shared_ptr<dnas::Study> study)
{
    StudySnapshot snapshot;
    snapshot.study = std::move(study);
    // First: what is read then may be newer, and is read again.
    snapshot.isWritten = dnas::Study::isWritten(snapshot.study->path());
    const auto version = snapshot.study->dataVersion();
    if (!version.ok())
        return version.error();
    snapshot.version = *version;
    auto spec = snapshot.study->spec();
    if (!spec.ok())
        return spec.error();
    snapshot.spec = std::move(spec).value();
    auto runs = snapshot.study->runs();
    if (!runs.ok())
        return runs.error();
    snapshot.runs = std::move(runs).value();
    std::vector<dnas::RunId> ids{dnas::kSharedRun};
    for (const dnas::StudyRun &run : snapshot.runs)
        ids.push_back(run.id);
    for (const dnas::RunId id : ids) {
        auto history = snapshot.study->history(id);
        if (!history.ok())
            return history.error();
        auto steering = snapshot.study->steering(id);
        if (!steering.ok())
            return steering.error();
        snapshot.histories[id] = std::move(history).value();
        snapshot.steering[id] = std::move(steering).value();
    }
    auto candidates = snapshot.study->candidates();
    if (!candidates.ok())
        return candidates.error();
    snapshot.candidates = std::move(candidates).value();
    rebuild(snapshot);
    return snapshot;
}

dnas::Result<StudySnapshot> loadStudy(const std::filesystem::path &path)
{
    auto study = dnas::Study::open(path, dnas::StudyAccess::Read);
    if (!study.ok())
        return study.error();
    return readStudy(std::move(study).value());
}

void applySteering(std::vector<dnas::StudyRun> &runs, const dnas::SteeringChanged &change)
{
    for (dnas::StudyRun &run : runs) {
        if (run.id != change.run || !run.outline)
            continue;
        for (dnas::RunTarget &target : run.outline->targets) {
            if (change.key == "target." + target.metric)
                target.steered = change.newValue;
        }
    }
}

void mergeLive(StudySnapshot &read, const StudySnapshot &live)
{
    for (const dnas::StudyRun &run : live.runs) {
        const auto same = [&](const dnas::StudyRun &other) {
            return other.id == run.id;
        };
        const auto found = std::find_if(read.runs.begin(), read.runs.end(), same);
        if (found == read.runs.end()) {
            read.runs.push_back(run);
        } else {
            const auto fork = found->fork; // events know nothing of it
            *found = run;
            found->fork = fork;
        }
    }
    // What the file does not have yet came after what it has.
    const auto merge = [](auto &known, const auto &newer, const auto &isSame) {
        for (const auto &[id, events] : newer) {
            auto &stored = known[id];
            const auto read = static_cast<std::ptrdiff_t>(stored.size());
            for (const auto &event : events)
                if (std::none_of(stored.begin(), stored.begin() + read,
                                 [&](const auto &other) { return isSame(event, other); }))
                    stored.push_back(event);
        }
    };
    merge(read.histories, live.histories, [](const dnas::EpochReport &a, const dnas::EpochReport &b) {
        return a.phase == b.phase && a.epoch == b.epoch;
    });
    merge(read.steering, live.steering, [](const dnas::SteeringChanged &a, const dnas::SteeringChanged &b) {
        return std::tie(a.phase, a.epoch, a.step, a.key, a.newValue) ==
               std::tie(b.phase, b.epoch, b.step, b.key, b.newValue);
    });
    for (const auto &[id, changes] : read.steering)
        for (const dnas::SteeringChanged &change : changes)
            applySteering(read.runs, change);
    if (live.space)
        read.space = live.space;
    if (live.setup)
        read.setup = live.setup;
}

} // namespace paretoscope
