// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The thorough check of a benchmark's data: layout and counts first, then every file decoded.
#include "core/data/cifar.h"
#include "core/data/data_set.h"
#include "core/data/findings.h"
#include "core/data/split.h"

#include <algorithm>
#include <numeric>

namespace dnas {

namespace {

/// Counts without the files that were left out.
void countOpened(const DataSet &data, DataReport &report)
{
    for (const Split split : {Split::Train, Split::Validation, Split::Test})
        report.classCounts[static_cast<std::size_t>(split)] = data.classCounts(split);
    const auto samples = [&](Split split) {
        const auto &counts = report.classCounts[static_cast<std::size_t>(split)];
        return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    };
    report.train = samples(Split::Train);
    report.validation = samples(Split::Validation);
    report.test = samples(Split::Test);
}

} // namespace

Result<DataReport> checkEveryFile(const Benchmark &benchmark, const std::filesystem::path &folder,
                                  const WorkProgressFunction &progress, const StopToken *stop)
{
    DataReport report = checkData(benchmark, folder, stop);
    if (stop && stop->requested())
        return Error{ErrorCode::Cancelled, "stopped", {.file = benchmark.name}};
    const bool isListed = benchmark.data.format != "demo" && !findCifarFormat(benchmark.data.format);
    if (!report.usable || !isListed)
        return report; // of the others every record has been looked at
    const auto opened = openDataSet(benchmark, {.folder = folder,
                                                .seed = splitSeed(1),
                                                .validation = benchmark.recipe.validation,
                                                .progress = progress,
                                                .stop = stop});
    if (!opened.ok()) {
        if (opened.error().code != ErrorCode::InvalidInput)
            return opened.error();
        report.usable = false;
        report.findings.push_back(
            {.file = opened.error().place.file, .state = "damaged", .text = opened.error().message});
        return report;
    }
    const auto known = [&](const DataFinding &note) {
        return std::any_of(report.findings.begin(), report.findings.end(), [&](const DataFinding &finding) {
            return finding.file == note.file && finding.text == note.text;
        });
    };
    for (const DataFinding &note : (*opened)->notes()) {
        if (!known(note))
            report.findings.push_back(note);
    }
    const std::int64_t listed = report.train + report.validation + report.test;
    countOpened(**opened, report);
    const std::int64_t left = listed - (report.train + report.validation + report.test);
    for (DataFinding &finding : report.findings) {
        if (finding.file == kAllFiles && left > 0) {
            finding.records -= left;
            finding.text += "; " + std::to_string(left) + " of " + std::to_string(listed) + " left out";
        }
    }
    noteEmptyClasses(benchmark, report);
    return report;
}

} // namespace dnas
