// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A data set is an interface that yields batches. Plain floats in NHWC order, no tensors: the engine wraps the
// buffer, the window draws it. One pass over the whole batch augments it picture by picture, seeded per epoch and
// sample.
#pragma once

#include "core/base/result.h"
#include "core/base/stop_token.h"
#include "core/base/work_progress.h"
#include "core/spec/benchmark.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace dnas {

enum class Split { Train, Validation, Test };
const char *splitName(Split split);

/// One thing to say of the data on the disk.
struct DataFinding {
    std::string file;
    std::string state = {}; ///< "ok", "missing", "damaged", "odd"
    std::string text = {};  ///< one line: what it is and what to do
    std::int64_t records = 0;
};

/// Inputs of some samples: [samples, height, width, channels] normalised floats, and their classes.
struct Batch {
    std::vector<float> inputs;
    std::vector<std::int64_t> labels;
    Shape shape; ///< of one sample
    std::int64_t samples() const { return static_cast<std::int64_t>(labels.size()); }
};

/// Which random numbers augmentation draws; `enabled` false gives the clean samples.
struct AugmentContext {
    bool enabled = false;
    std::uint64_t seed = 0;
    std::uint64_t epoch = 0;
};

/// Of inputs that are parts of clips: what a quality by clip needs to know.
struct ClipGroups {
    int inputs = 1;                        ///< consecutive samples of a split that are one clip
    std::vector<std::int32_t> labels = {}; ///< by clip
    std::vector<std::int32_t> groups = {}; ///< by clip: of one machine
    std::vector<std::string> names = {};   ///< of groups
};

class DataSet {
public:
    virtual ~DataSet() = default;
    virtual Shape shape() const = 0;
    virtual int classes() const = 0;
    virtual std::int64_t size(Split split) const = 0;
    /// Fills `out` (its buffers are reused). `samples`: positions within the split. Thread-safe.
    virtual void read(Split split, std::span<const std::int64_t> samples, const AugmentContext &augment,
                      Batch &out) const = 0;
    virtual std::vector<std::int64_t> classCounts(Split split) const = 0;
    /// What was odd when it was opened: files that were left out, with the reason.
    virtual const std::vector<DataFinding> &notes() const;
    /// How samples were shared out, in words; empty: as their numbers say.
    virtual std::string splitBasis() const { return {}; }
    /// Tells data and their split from others, in 64 digits; empty: not known.
    virtual std::string digest() const { return {}; }
    /// Null where every sample stands for itself.
    virtual const ClipGroups *clips(Split split) const;
};

/// So many samples at most; 0: all.
struct SplitLimits {
    std::int64_t train = 0; ///< drawn by the seed, after the split
    std::int64_t test = 0;
};

struct DataOptions {
    std::filesystem::path folder; ///< empty: the default data folder
    std::uint64_t seed = 1;       ///< of the split
    double validation = 0.1;
    std::vector<Augmentation> augment;
    SplitLimits limits = {};
    int copies = 0;                     ///< see Recipe
    WorkProgressFunction progress = {}; ///< while files are decoded for the first time; on the calling thread
    const StopToken *stop = nullptr;
};

/// Opens and checks the data of a benchmark: missing folder or file, truncated file, label out of range are
/// errors that name the file (and record). The split is a permutation by seed: disjoint, never touching test.
Result<std::shared_ptr<const DataSet>> openDataSet(const Benchmark &benchmark, const DataOptions &options);

/// DataFinding::file of what is said of all files together.
inline constexpr const char *kAllFiles = "(all files)";

/// What is on the disk for a benchmark.
struct DataReport {
    bool usable = false;
    std::filesystem::path folder = {};
    std::vector<DataFinding> findings = {};
    /// As a search with the benchmark's own recipe and seed 1 splits them, before it limits their number.
    std::int64_t train = 0, validation = 0, test = 0;
    /// The same by class; indexed by Split. Empty where the data cannot be split.
    std::array<std::vector<std::int64_t>, 3> classCounts = {};
};
/// By layout and counts. Blocks for as long as it takes to list the folder, or to read the labels.
/// Stopped, it is not usable and says nothing of the data.
DataReport checkData(const Benchmark &benchmark, const std::filesystem::path &folder, const StopToken *stop = nullptr);
/// The same, and every file is decoded as a search does before it begins, so that those that cannot be read are named
/// too; `report.train` and so on are without them. What is decoded stays in the cache for the search. Errors are of
/// the work, not of the data: stopped (ErrorCode::Cancelled), no room or no permission for the cache.
Result<DataReport> checkEveryFile(const Benchmark &benchmark, const std::filesystem::path &folder,
                                  const WorkProgressFunction &progress, const StopToken *stop);

} // namespace dnas
