// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which classes a network takes for which, by the samples of one split: counts, shares of a true class, the mistakes
// that are made most. A value; from 2 to thousands of classes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dnas {

/// With more classes than these nobody reads a picture of all cells: views show classes and pairs as lists.
inline constexpr int kMostMatrixClasses = 40;

class ConfusionMatrix {
public:
    /// `counts` by true class, then by predicted class. Nothing when they are no square of at least two classes, or
    /// when their sum is too large to be told. A class whose name is not known is called by its label, "class 7".
    static std::optional<ConfusionMatrix> create(std::vector<std::int64_t> counts, std::vector<std::string> names);

    int classes() const { return static_cast<int>(m_names.size()); }
    const std::string &name(int index) const { return m_names[static_cast<std::size_t>(index)]; }
    std::int64_t count(int truth, int predicted) const;
    std::int64_t samples(int truth) const { return m_samples[static_cast<std::size_t>(truth)]; }
    std::int64_t predictions(int predicted) const { return m_predictions[static_cast<std::size_t>(predicted)]; }
    std::int64_t total() const { return m_total; }
    std::int64_t correct() const { return m_correct; }
    double accuracy() const; ///< 0…1; NaN without samples
    /// Of the samples of a true class; NaN where there are none.
    double share(int truth, int predicted) const;
    /// Of the samples of a class, those that are found.
    double recall(int index) const { return share(index, index); }
    /// Of the samples that are taken for a class, those that are of it; NaN where there are none.
    double precision(int index) const;

private:
    ConfusionMatrix() = default;

    std::vector<std::int64_t> m_counts;
    std::vector<std::string> m_names;
    std::vector<std::int64_t> m_samples, m_predictions;
    std::int64_t m_total = 0, m_correct = 0;
};

struct ConfusedPair {
    int truth = 0;
    int predicted = 0;
    std::int64_t count = 0;
    double share = 0; ///< of the samples of the true class
};
/// At most so many, the most samples first; of as many, the larger share, then the order of the classes.
std::vector<ConfusedPair> mostConfused(const ConfusionMatrix &matrix, std::size_t most);
/// What a class is most often taken for, the first of as many; -1 when it never is.
int mistakenFor(const ConfusionMatrix &matrix, int truth);
/// By rising recall; classes without samples come last.
std::vector<int> classesByRecall(const ConfusionMatrix &matrix);

} // namespace dnas
