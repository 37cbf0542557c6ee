// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A data set is an interface that yields batches. Plain floats in NHWC order, no tensors: the engine wraps the
// buffer, the window draws it. One pass over the whole batch augments it picture by picture, seeded per epoch and
// sample.
#pragma once

#include "core/base/result.h"
#include "core/spec/benchmark.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace dnas {

enum class Split { Train, Validation, Test };
const char *splitName(Split split);

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
};

struct DataOptions {
    std::filesystem::path folder; ///< empty: the default data folder
    std::uint64_t seed = 1;       ///< of the split
    double validation = 0.1;
    std::vector<Augmentation> augment;
    std::int64_t limitTrain = 0; ///< > 0: only so many training samples (after the split), for probes
};

/// Opens and checks the data of a benchmark: missing folder or file, truncated file, label out of range are
/// errors that name the file (and record). The split is a permutation by seed: disjoint, never touching test.
Result<std::shared_ptr<const DataSet>> openDataSet(const Benchmark &benchmark, const DataOptions &options);

/// What is on the disk for a benchmark.
struct DataFinding {
    std::string file;
    std::string state = {}; ///< "ok", "missing", "damaged", "odd"
    std::string text = {};  ///< one line: what it is and what to do
    std::int64_t records = 0;
};
struct DataReport {
    bool usable = false;
    std::filesystem::path folder = {};
    std::vector<DataFinding> findings = {};
    /// The validation share is that of the benchmark's own recipe.
    std::int64_t train = 0, validation = 0, test = 0;
    std::vector<std::int64_t> trainClassCounts = {}; ///< of all training records: train + validation
};
DataReport checkData(const Benchmark &benchmark, const std::filesystem::path &folder);

} // namespace dnas
