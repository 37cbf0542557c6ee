// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See class_notes.h.
#include "core/data/class_notes.h"

#include "core/base/joined.h"

namespace dnas {

namespace {

/// "of class 'cat'", "of the classes 'a', 'b' and 7 more".
std::string classesText(const Benchmark &benchmark, const std::vector<std::size_t> &labels)
{
    constexpr std::size_t kNamed = 8;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(labels.size(), kNamed); ++i) {
        const std::size_t label = labels[i];
        names.push_back(
            "'" + (label < benchmark.classNames.size() ? benchmark.classNames[label] : std::to_string(label)) + "'");
    }
    const std::string more =
        labels.size() > kNamed ? " and " + std::to_string(labels.size() - kNamed) + " more" : std::string();
    return (labels.size() == 1 ? "of class " : "of the classes ") + joined(names) + more;
}

} // namespace

void noteEmptyClasses(const Benchmark &benchmark, DataReport &report)
{
    if (isReconstruction(benchmark) || !report.usable)
        return;
    for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
        const std::string place = std::string("(") + splitName(split) + ")";
        std::erase_if(report.findings, [&](const DataFinding &finding) { return finding.file == place; });
        const auto &counts = report.classCounts[static_cast<std::size_t>(split)];
        std::vector<std::size_t> empty;
        for (std::size_t label = 0; label < counts.size(); ++label) {
            if (counts[label] == 0)
                empty.push_back(label);
        }
        if (empty.empty() || empty.size() == counts.size()) // a split without any sample is said elsewhere
            continue;
        const std::string what = std::string(empty.size() == 1 ? "which is not " : "which are not ") +
                                 (split == Split::Train ? "learned" : "judged there");
        report.findings.push_back({.file = place,
                                   .state = "odd",
                                   .text = "no sample " + classesText(benchmark, empty) + ", " + what +
                                           "; add samples, or choose a larger share"});
    }
}

} // namespace dnas
