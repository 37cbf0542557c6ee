// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Study: the document that a user opens and saves, one SQLite file (docs/study_format.md). One writer holds a
// lock file beside it; readers are always welcome. A stranger's file is opened defensively and runs no code.
// Thread-safe: one connection, serialised.
#pragma once

#include "core/base/result.h"
#include "core/events/checkpoint_store.h"
#include "core/events/search_observer.h"
#include "core/hardware/metric.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dnas {

/// Resolved texts of everything that a search used.
struct StudySpec {
    std::string spec; ///< resolved YAML
    std::string benchmark;
    std::string network; ///< seed network, YAML
    std::string board;
    std::string runtime;
    std::string point;
    std::map<std::string, double> seedCosts; ///< metric → value
};

/// Where the bits of a result hold: they may differ elsewhere.
struct StudyEnvironment {
    std::string processor;
    std::string torchVersion;
    std::string programVersion;
    int threads = 1;
};

/// Samples, or clips, of the runs made last.
struct StudySamples {
    std::int64_t train = 0;
    std::int64_t validation = 0;
    std::int64_t test = 0;
    std::string basis = {};  ///< how they were shared out, in words
    std::string digest = {}; ///< of the samples and their split; empty: not known
    bool operator==(const StudySamples &) const = default;
};

/// CutOff is told, never stored: it was running when its process ended, and no other goes on with it.
enum class RunState { Running, Done, Stopped, Aborted, Failed, CutOff };
const char *runStateName(RunState state);

/// Where a forked run left the one that it came from.
struct ForkOrigin {
    RunId parent;
    Phase phase = Phase::Search;
    int epoch = 0; ///< the last one that both share
};

struct StudyRun {
    RunId id;
    std::string key; ///< identity of the run (RunPlan::key)
    std::string label;
    RunState state = RunState::Running;
    std::string reason;
    std::vector<std::string> termNames;
    std::optional<ForkOrigin> fork = {};
    /// Nothing: the warm-up, the seed network, and runs of a study from before outlines were kept.
    std::optional<RunOutline> outline = {};

    bool isBaseline() const { return outline && outline->isBaseline(); }
};

/// A checkpoint as listed.
struct CheckpointInfo {
    Phase phase = Phase::WarmUp;
    int epoch = 0;
    bool isBest = false;
    bool endsPhase = false;
    bool pinned = false;
};

/// Which checkpoints stay: the last two of a run, the best and the last of each phase and those that are pinned (of a
/// run that is done, only the search's); or every one.
enum class CheckpointRetention { Usual, All };

/// A candidate as listed: no weights, no network.
struct CandidateSummary {
    CandidateId id;
    RunId run;
    CandidateState state = CandidateState::Done;
    std::string reason;
    std::string label;
    bool isSeed = false;
    bool feasible = true; ///< meets every limit (hinge term) of its run
    double quality = 0;
    double testQuality = 0;
    std::string qualityMetric;
    std::string qualityPrecision;
    int movedChannels = 0;
    CostSet costs;
};

/// Steer: reads, and may leave requests for the process that writes.
enum class StudyAccess { Read, Write, Steer };

class WriterLock;

class Study {
public:
    /// A new file; fails when it exists. Writes to a temporary name first, so a full disk leaves nothing.
    static Result<std::shared_ptr<Study>> create(const std::filesystem::path &path, const StudySpec &spec,
                                                 const StudyEnvironment &environment);
    /// Says clearly: not a study, damaged, from a newer version, locked by process N.
    static Result<std::shared_ptr<Study>> open(const std::filesystem::path &path, StudyAccess access);
    ~Study();
    Study(const Study &) = delete;
    Study &operator=(const Study &) = delete;

    const std::filesystem::path &path() const;

    /// Whether a process holds the study for writing now.
    static bool isWritten(const std::filesystem::path &path);

    // Writing. Each call is one transaction; on a full disk it fails and the file stays valid.
    /// Replaces the resolved texts, for a sweep that is extended.
    Result<void> setSpec(const StudySpec &spec);
    /// `warmUpKey`: of what is learned from them.
    Result<void> setSamples(const StudySamples &samples, const std::string &warmUpKey);
    /// Empty: of a study that was made before they were kept.
    Result<std::optional<StudySamples>> samples() const;
    /// The digest of what the runs behind a warm-up learned from; empty: not known.
    Result<std::string> samplesDigest(const std::string &warmUpKey) const;
    /// The study whose steering is repeated here, while runs of that are left to be done; empty: none.
    Result<void> setReplayed(const std::filesystem::path &study);
    Result<std::filesystem::path> replayed() const;
    /// Fails when its id or its key is already there.
    Result<void> addRun(const StudyRun &run);
    Result<void> setRunState(RunId run, RunState state, const std::string &reason);
    /// Its targets as planned; what was steered is known from the steering.
    Result<void> setOutline(RunId run, const RunOutline &outline);
    /// An epoch that is already there is replaced.
    Result<void> addEpoch(const EpochReport &report);
    /// The same with the checkpoint behind it, both or neither.
    Result<void> addEpoch(const EpochReport &report, const RunCheckpoint &checkpoint, CheckpointRetention retention);
    /// A pinned checkpoint stays. Fails when it is not there.
    Result<void> pinCheckpoint(RunId run, Phase phase, int epoch, bool pinned);
    /// Forgets what a finished run is not gone on from any more.
    Result<void> dropCheckpoints(RunId run, CheckpointRetention retention);
    Result<void> addSteering(const SteeringChanged &change);
    Result<CandidateId> addCandidate(const Candidate &candidate, const CostSet &costs, bool feasible);
    /// Takes up an unfinished run behind its last checkpoint: epochs behind that go; steering stays, to be replayed
    /// (not that of a failed run); what it had found stays until it finds something else (removeOlderCandidates).
    Result<void> continueRun(RunId run);
    /// A new run that goes on from a checkpoint of the search of `parent`, with a copy of what came before and with
    /// `changes` to be applied at its first step. It waits, stopped, until a search goes on with it. The same fork
    /// again is the one that is there. Fails when that checkpoint was not kept, or when the fork is done.
    Result<RunId> addFork(RunId parent, int epoch, const std::vector<SteeringRequest> &changes);
    Result<void> removeOlderCandidates(RunId run, CandidateId newest);
    /// Forgets an aborted or interrupted run with all its epochs and candidates, so that it can be run again.
    Result<void> removeRun(RunId run);
    /// Shared warm-up: weights by its key (SearchPlan::warmUpKey).
    Result<void> putWarmUp(const std::string &key, const WeightStore &weights, double loss);

    /// Leaves requests for the search that writes this study (StudyAccess::Steer, or Write), all of them or none.
    Result<void> requestSteering(const std::vector<SteeringRequest> &requests);
    /// Those behind request `after`, oldest first. One that has been applied to its run is gone.
    Result<std::vector<SteeringRequest>> steeringRequests(std::int64_t after) const;
    /// Forgets those that were meant for every run.
    Result<void> dropSharedRequests();

    // Reading.
    Result<StudySpec> spec() const;
    Result<StudyEnvironment> environment() const;
    Result<std::vector<StudyRun>> runs() const;
    Result<std::vector<EpochReport>> history(RunId run) const;
    Result<std::vector<SteeringChanged>> steering(RunId run) const;
    Result<std::vector<CheckpointInfo>> checkpoints(RunId run) const;
    Result<std::optional<RunCheckpoint>> latestCheckpoint(RunId run, Phase phase) const;
    Result<std::vector<CandidateSummary>> candidates() const;
    /// `split`: "validation" or "test". Empty for candidates of studies that are older than these tables.
    Result<QualityDetails> qualityDetails(CandidateId id, const std::string &split) const;
    Result<Network> network(CandidateId id) const;
    Result<ChannelMasks> masks(CandidateId id) const;
    Result<WeightStore> weights(CandidateId id) const;
    struct WarmUp {
        WeightStore weights;
        double loss = 0;
    };
    Result<std::optional<WarmUp>> warmUp(const std::string &key) const;

    /// SHA-256 over resolved specs, runs (ordered by key), per-epoch values, steering, candidates and weights,
    /// without times, environment, ids, labels or order of arrival. The list of runs enters by the runs that are
    /// finished, not by the text of the sweep, so that a sweep extended later has the digest of one done at once.
    Result<std::string> digest() const;
    /// The same by run, key → digest: every run that is done, stopped or failed.
    Result<std::map<std::string, std::string>> runDigests() const;
    /// Changes when another connection has written, and then only (SQLite's data_version).
    Result<std::int64_t> dataVersion() const;
    /// A consistent copy in another file (SQLite's backup), also while a search writes.
    Result<void> saveCopy(const std::filesystem::path &target) const;

private:
    struct Private;
    static Result<std::shared_ptr<Study>> finishOpening(const std::filesystem::path &path, StudyAccess access,
                                                        std::unique_ptr<WriterLock> lock);
    explicit Study(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace dnas
