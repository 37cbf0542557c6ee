// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prepares the batches of one epoch on a thread of its own, a few ahead. Order and content depend only on
// (seed, epoch), never on timing.
#pragma once

#include "core/data/data_set.h"

#include <memory>

namespace dnas {

struct LoaderOptions {
    Split split = Split::Train;
    int batch = 64;
    bool shuffle = false;
    bool dropLast = false; ///< an incomplete last batch is left out
    AugmentContext augment;
    std::uint64_t seed = 0; ///< of the shuffling, with augment.epoch
    int ahead = 2;          ///< batches prepared in advance; 0: on the calling thread
};

class BatchLoader {
public:
    BatchLoader(std::shared_ptr<const DataSet> data, const LoaderOptions &options);
    ~BatchLoader(); ///< stops the thread, also in the middle of an epoch
    BatchLoader(const BatchLoader &) = delete;
    BatchLoader &operator=(const BatchLoader &) = delete;

    int batches() const;
    /// The next batch, valid until the following call; nullptr at the end of the epoch.
    const Batch *next();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dnas
