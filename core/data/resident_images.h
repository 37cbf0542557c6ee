// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A data set whose pictures all stay in memory as bytes; batches are converted when they are read. Immutable
// after construction, so any number of threads may read at once.
#pragma once

#include "core/data/augment.h"
#include "core/data/data_set.h"
#include "core/data/image_set.h"
#include "core/data/split.h"

namespace dnas {

class ResidentImages : public DataSet {
public:
    ResidentImages(ImageSet images, SplitRecords records, PixelTable table, AugmentPlan plan,
                   std::vector<DataFinding> notes = {});

    Shape shape() const override { return m_images.shape; }
    int classes() const override { return m_images.classes; }
    std::int64_t size(Split split) const override;
    void read(Split split, std::span<const std::int64_t> samples, const AugmentContext &augment,
              Batch &out) const override;
    std::vector<std::int64_t> classCounts(Split split) const override;
    const std::vector<DataFinding> &notes() const override { return m_notes; }
    std::string splitBasis() const override { return m_images.splitBasis; }
    std::string digest() const override;

private:
    const std::vector<std::int64_t> &records(Split split) const { return m_records[static_cast<std::size_t>(split)]; }

    ImageSet m_images;
    SplitRecords m_records;
    PixelTable m_table;
    AugmentPlan m_plan;
    std::vector<DataFinding> m_notes;
};

} // namespace dnas
