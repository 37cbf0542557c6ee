// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See resident_images.h.
#include "core/data/resident_images.h"

#include "core/base/files.h"

#include <cassert>

namespace dnas {

ResidentImages::ResidentImages(ImageSet images, SplitRecords records, PixelTable table, AugmentPlan plan,
                               std::vector<DataFinding> notes)
    : m_images(std::move(images))
    , m_records(std::move(records))
    , m_table(std::move(table))
    , m_plan(plan)
    , m_notes(std::move(notes))
{
}

/// Reads every pixel in memory: only who asks pays for it.
std::string ResidentImages::digest() const
{
    const auto digestOf = [](const auto &values) {
        return sha256({reinterpret_cast<const char *>(values.data()), values.size() * sizeof(values[0])});
    };
    return splitDigest(m_images.mapped ? m_images.contents : digestOf(m_images.pixels) + digestOf(m_images.labels),
                       m_records);
}

std::int64_t ResidentImages::size(Split split) const { return static_cast<std::int64_t>(records(split).size()); }

void ResidentImages::read(Split split, std::span<const std::int64_t> samples, const AugmentContext &augment,
                          Batch &out) const
{
    const std::vector<std::int64_t> &numbers = records(split);
    const std::int64_t elements = m_images.shape.elements();
    out.shape = m_images.shape;
    out.labels.resize(samples.size());
    out.inputs.resize(samples.size() * static_cast<std::size_t>(elements));
    float *to = out.inputs.data();
    for (std::size_t i = 0; i < samples.size(); ++i, to += elements) {
        assert(samples[i] >= 0 && samples[i] < size(split));
        const std::int64_t record = numbers[static_cast<std::size_t>(samples[i])];
        out.labels[i] = m_images.labels[static_cast<std::size_t>(record)];
        writeImage(m_images.picture(record), m_images.shape, m_table, drawMove(m_plan, augment, record, m_images.shape),
                   to);
    }
}

std::vector<std::int64_t> ResidentImages::classCounts(Split split) const
{
    std::vector<std::int64_t> counts(static_cast<std::size_t>(m_images.classes));
    for (const std::int64_t record : records(split))
        ++counts[static_cast<std::size_t>(m_images.labels[static_cast<std::size_t>(record)])];
    return counts;
}

} // namespace dnas
