// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See confusion_matrix.h.
#include "core/report/confusion_matrix.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace dnas {

namespace {

double ratio(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole)
                     : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

std::optional<ConfusionMatrix> ConfusionMatrix::create(std::vector<std::int64_t> counts, std::vector<std::string> names)
{
    const auto classes = static_cast<std::size_t>(std::llround(std::sqrt(static_cast<double>(counts.size()))));
    if (classes < 2 || classes * classes != counts.size())
        return std::nullopt;
    ConfusionMatrix matrix;
    matrix.m_samples.assign(classes, 0);
    matrix.m_predictions.assign(classes, 0);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        // A stranger's counts may be anything.
        if (counts[i] < 0 || counts[i] > std::numeric_limits<std::int64_t>::max() - matrix.m_total)
            return std::nullopt;
        matrix.m_total += counts[i];
        matrix.m_samples[i / classes] += counts[i];
        matrix.m_predictions[i % classes] += counts[i];
        matrix.m_correct += i / classes == i % classes ? counts[i] : 0;
    }
    const bool isNamed = names.size() == classes;
    matrix.m_names = isNamed ? std::move(names) : std::vector<std::string>(classes);
    for (std::size_t i = 0; i < classes && !isNamed; ++i)
        matrix.m_names[i] = "class " + std::to_string(i);
    matrix.m_counts = std::move(counts);
    return matrix;
}

std::int64_t ConfusionMatrix::count(int truth, int predicted) const
{
    return m_counts[static_cast<std::size_t>(truth) * m_names.size() + static_cast<std::size_t>(predicted)];
}

double ConfusionMatrix::accuracy() const { return ratio(m_correct, m_total); }
double ConfusionMatrix::share(int truth, int predicted) const { return ratio(count(truth, predicted), samples(truth)); }
double ConfusionMatrix::precision(int index) const { return ratio(count(index, index), predictions(index)); }

std::vector<ConfusedPair> mostConfused(const ConfusionMatrix &matrix, std::size_t most)
{
    std::vector<ConfusedPair> pairs;
    for (int truth = 0; truth < matrix.classes(); ++truth)
        for (int predicted = 0; predicted < matrix.classes(); ++predicted)
            if (const std::int64_t count = matrix.count(truth, predicted); truth != predicted && count > 0)
                pairs.push_back({truth, predicted, count, matrix.share(truth, predicted)});
    const std::size_t kept = std::min(most, pairs.size());
    std::partial_sort(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(kept), pairs.end(),
                      [](const ConfusedPair &a, const ConfusedPair &b) {
                          if (a.count != b.count)
                              return a.count > b.count;
                          if (a.share != b.share)
                              return a.share > b.share;
                          return a.truth != b.truth ? a.truth < b.truth : a.predicted < b.predicted;
                      });
    pairs.resize(kept);
    return pairs;
}

int mistakenFor(const ConfusionMatrix &matrix, int truth)
{
    int found = -1;
    std::int64_t most = 0;
    for (int predicted = 0; predicted < matrix.classes(); ++predicted)
        if (predicted != truth && matrix.count(truth, predicted) > most) {
            found = predicted;
            most = matrix.count(truth, predicted);
        }
    return found;
}

std::vector<int> classesByRecall(const ConfusionMatrix &matrix)
{
    std::vector<int> order(static_cast<std::size_t>(matrix.classes()));
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&](int index) {
        return matrix.samples(index) > 0 ? matrix.recall(index) : 2;
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return key(a) < key(b); });
    return order;
}

} // namespace dnas
