// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See findings.h.
#include "core/data/findings.h"

#include "core/base/joined.h"

namespace dnas {

void addFileNotes(std::vector<DataFinding> &notes, std::vector<DataFinding> files, DataFinding rest)
{
    constexpr std::size_t kNamed = 10;
    const bool tooMany = files.size() > kNamed;
    if (tooMany)
        files.resize(kNamed);
    std::move(files.begin(), files.end(), std::back_inserter(notes));
    if (tooMany)
        notes.push_back(std::move(rest));
}

void noteEmptyClasses(const Benchmark &benchmark, DataReport &report)
{
    if (isReconstruction(benchmark) || !report.usable)
        return;
    constexpr std::size_t kNamed = 8;
    for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
        const std::string place = std::string("(") + splitName(split) + ")";
        std::erase_if(report.findings, [&](const DataFinding &finding) { return finding.file == place; });
        const auto &counts = report.classCounts[static_cast<std::size_t>(split)];
        std::vector<std::string> empty;
        for (std::size_t label = 0; label < counts.size(); ++label) {
            if (counts[label] == 0)
                empty.push_back("'" + classNameOf(benchmark, label) + "'");
        }
        if (empty.empty() || empty.size() == counts.size()) // a split without any sample is said elsewhere
            continue;
        const bool one = empty.size() == 1;
        report.findings.push_back({.file = place,
                                   .state = "odd",
                                   .text = std::string("no sample of ") + (one ? "class " : "the classes ") +
                                           joinedFirst(empty, kNamed) + (one ? ", which is not " : ", which are not ") +
                                           (split == Split::Train ? "learned" : "judged there") +
                                           "; more samples are needed"});
    }
}

} // namespace dnas
