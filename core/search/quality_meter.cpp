// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See quality_meter.h.
#include "core/search/quality_meter.h"

#include "core/search/roc.h"

#include <algorithm>
#include <cmath>

namespace dnas {

namespace {

constexpr int kTop = 5;
constexpr int kClassesForTop = 20; ///< with fewer the five best say little
constexpr double kPartial = 0.1;   ///< false alarm rate of the partial AUC, as in DCASE 2020 task 2

class AccuracyMeter : public QualityMeter {
public:
    explicit AccuracyMeter(int classes)
        : m_classes(static_cast<std::size_t>(classes))
        , m_confusion(m_classes * m_classes)
    {
    }

    void add(std::span<const float> outputs, const Batch &batch) override
    {
        for (std::size_t i = 0; i < batch.labels.size(); ++i) {
            const auto row = outputs.subspan(i * m_classes, m_classes);
            const auto label = static_cast<std::size_t>(batch.labels[i]);
            const auto best = static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
            ++m_confusion[label * m_classes + best];
            m_correct += best == label ? 1 : 0;
            const auto better = std::count_if(row.begin(), row.end(), [&](float value) { return value > row[label]; });
            m_inTop += better < kTop ? 1 : 0;
            ++m_samples;
        }
    }

    Quality result() const override
    {
        const auto samples = static_cast<double>(std::max<std::int64_t>(m_samples, 1));
        Quality quality{.value = static_cast<double>(m_correct) / samples, .confusion = m_confusion};
        if (m_classes >= kClassesForTop)
            quality.measures["top-5 accuracy"] = static_cast<double>(m_inTop) / samples;
        return quality;
    }

private:
    std::size_t m_classes;
    std::vector<std::int64_t> m_confusion;
    std::int64_t m_samples = 0, m_correct = 0, m_inTop = 0;
};

class AnomalyMeter : public QualityMeter {
public:
    explicit AnomalyMeter(const ClipGroups &clips)
        : m_clips(clips)
        , m_scores(clips.labels.size())
    {
    }

    void add(std::span<const float> outputs, const Batch &batch) override
    {
        const auto elements = static_cast<std::size_t>(batch.shape.elements());
        for (std::size_t i = 0; i < batch.labels.size(); ++i, ++m_next) {
            double error = 0;
            for (std::size_t k = i * elements; k < (i + 1) * elements; ++k) {
                const double difference = double{outputs[k]} - double{batch.inputs[k]};
                error += difference * difference;
            }
            // The clip's score is the mean over its inputs and values.
            m_scores[m_next / static_cast<std::size_t>(m_clips.inputs)] +=
                error / static_cast<double>(elements * static_cast<std::size_t>(m_clips.inputs));
        }
    }

    Quality result() const override
    {
        Quality quality;
        double partial = 0;
        int machines = 0;
        for (std::size_t group = 0; group < m_clips.names.size(); ++group) {
            std::vector<double> scores;
            std::vector<std::int32_t> labels;
            for (std::size_t clip = 0; clip < m_scores.size(); ++clip) {
                if (m_clips.groups[clip] != static_cast<std::int32_t>(group))
                    continue;
                scores.push_back(m_scores[clip]);
                labels.push_back(m_clips.labels[clip]);
            }
            const double area = areaUnderRoc(scores, labels);
            if (std::isnan(area)) // only one kind of clips of this machine: nothing can be said
                continue;
            const double part = partialAreaUnderRoc(scores, labels, kPartial);
            quality.measures["AUC " + m_clips.names[group]] = area;
            quality.measures["pAUC " + m_clips.names[group]] = part;
            quality.value += area;
            partial += part;
            ++machines;
        }
        if (machines > 0) {
            quality.value /= machines;
            quality.measures["pAUC"] = partial / machines;
        }
        return quality;
    }

private:
    const ClipGroups &m_clips;
    std::vector<double> m_scores;
    std::size_t m_next = 0;
};

} // namespace

std::unique_ptr<QualityMeter> makeQualityMeter(const DataSet &data, Split split)
{
    if (const ClipGroups *clips = data.clips(split))
        return std::make_unique<AnomalyMeter>(*clips);
    return std::make_unique<AccuracyMeter>(data.classes());
}

} // namespace dnas
