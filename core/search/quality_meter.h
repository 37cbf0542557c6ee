// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How well a network does on a split, batch by batch: accuracy with its confusion matrix, or how well errors of
// reconstruction tell anomalies apart. Torch-free.
#pragma once

#include "core/data/data_set.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace dnas {

struct Quality {
    double value = 0; ///< accuracy in 0…1, or the mean AUC of the machines
    /// Further figures by name: "top-5 accuracy" (20 classes or more), "AUC id_01", "pAUC id_01", "pAUC".
    std::map<std::string, double> measures = {};
    /// Counts by true class, then by predicted class; empty where there are no classes.
    std::vector<std::int64_t> confusion = {};
};

class QualityMeter {
public:
    virtual ~QualityMeter() = default;
    /// `outputs`: [samples of the batch, outputs of the network]. Batches come in the order of the split.
    virtual void add(std::span<const float> outputs, const Batch &batch) = 0;
    virtual Quality result() const = 0;
};

/// For what `data` is: with clips it is reconstruction. `data` must outlive it.
std::unique_ptr<QualityMeter> makeQualityMeter(const DataSet &data, Split split);

} // namespace dnas
