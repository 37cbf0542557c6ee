// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What lies on the disk for a benchmark, file by file: for `dnas data`, Setup and the data page. Looks at every
// record's label and goes on after a bad file, so that one look tells everything. Decoding is in file_check.cpp.
#include "core/base/files.h"
#include "core/data/cifar.h"
#include "core/data/data_set.h"
#include "core/data/demo_pictures.h"
#include "core/data/demo_shapes.h"
#include "core/data/findings.h"
#include "core/data/listed_samples.h"
#include "core/data/sample_split.h"
#include "core/data/split.h"

#include <algorithm>
#include <exception>
#include <sstream>
#include <string>

namespace dnas {

namespace {

using Labels = std::vector<std::uint8_t>;

struct FileCheck {
    DataFinding finding;
    Labels labels = {};
};

/// "5000 of each class", or the least and the most.
std::string spread(const Labels &labels, int classes)
{
    std::vector<std::int64_t> counts(static_cast<std::size_t>(classes));
    for (const std::uint8_t label : labels)
        ++counts[label];
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    if (*least == *most)
        return std::to_string(*least) + " of each class";
    return std::to_string(*least) + " to " + std::to_string(*most) + " of a class";
}

DataFinding failed(const std::string &file, const char *state, const Error &error)
{
    return {.file = file, .state = state, .text = error.message};
}

FileCheck checkFile(const CifarFormat &format, const std::filesystem::path &folder, const std::string &file,
                    std::int64_t complete)
{
    FileCheck check{.finding = {.file = file}};
    const auto records = countCifarRecords(format, folder / file);
    if (!records.ok()) {
        std::error_code ignored;
        const bool absent = !std::filesystem::exists(folder / file, ignored);
        check.finding = failed(file, absent ? "missing" : "damaged", records.error());
        return check;
    }
    check.labels.resize(static_cast<std::size_t>(*records));
    const auto read = readCifarRecords(format, folder / file, *records, check.labels.data(), nullptr);
    if (!read.ok())
        return {.finding = failed(file, "damaged", read.error())};
    check.finding.records = *records;
    check.finding.state = *records == complete ? "ok" : "odd";
    const std::string contents = spread(check.labels, format.classes);
    if (*records == complete)
        check.finding.text = std::to_string(*records) + " records, " + contents;
    else
        check.finding.text = std::to_string(*records) + " of the " + std::to_string(complete) +
                             " records of the complete file, " + contents +
                             "; usable, but figures will differ from those of the complete data";
    return check;
}

/// Notes that those who prepared a folder may leave beside the data.
void findNotes(const std::filesystem::path &folder, std::vector<DataFinding> &findings)
{
    for (const char *name : {"NOT_EXACT.txt", "SUBSET.txt"}) {
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(folder / name, ignored))
            continue;
        DataFinding finding{.file = name, .state = "odd"};
        const auto text = readText(folder / name);
        const std::string content = text.ok() ? *text : std::string();
        const std::string first = content.substr(0, content.find('\n'));
        finding.text = "a note on this copy: " + first.substr(0, 160);
        if (std::string_view(name) == "NOT_EXACT.txt") {
            std::int64_t lines = 0; // one record each; comments begin with #
            std::istringstream stream(content);
            for (std::string line; std::getline(stream, line);)
                lines += line.empty() || line.front() == '#' ? 0 : 1;
            finding.text = std::to_string(lines) + " records do not have the exact pixels of the original; " +
                           "usable, leave them out where exactness matters";
            finding.records = lines;
        }
        findings.push_back(std::move(finding));
    }
}

/// Sizes and class counts of the splits of records that are split by their numbers.
void countSplits(DataReport &report, const Labels &train, const Labels &test, int classes, double validation)
{
    const auto trainRecords = static_cast<std::int64_t>(train.size());
    report.train = trainRecords;
    report.test = static_cast<std::int64_t>(test.size());
    const auto splits = splitRecords(trainRecords, report.test, splitSeed(1), validation);
    if (!splits.ok())
        return; // whatever is wrong with the share is said where it stands
    report.validation = validationRecords(trainRecords, validation);
    report.train -= report.validation;
    for (std::size_t split = 0; split < splits->size(); ++split) {
        report.classCounts[split].resize(static_cast<std::size_t>(classes));
        for (const std::int64_t record : (*splits)[split])
            ++report.classCounts[split][record < trainRecords ? train[static_cast<std::size_t>(record)]
                                                              : test[static_cast<std::size_t>(record - trainRecords)]];
    }
}

DataReport checkCifar(const CifarFormat &format, const Benchmark &benchmark, const std::filesystem::path &folder,
                      const StopToken *stop)
{
    DataReport report{.usable = true};
    report.folder = cifarFolder(format, dataFolder(folder), benchmark.data.folder);
    std::error_code ignored;
    if (!std::filesystem::is_directory(report.folder, ignored)) {
        report.usable = false;
        report.findings.push_back(
            {.file = report.folder.string(), .state = "missing", .text = "no such folder; " + format.remedy()});
        return report;
    }
    Labels train, test;
    const auto add = [&](const std::string &file, std::int64_t complete, Labels &labels) {
        if (stop && stop->requested()) {
            report.usable = false;
            return;
        }
        FileCheck check = checkFile(format, report.folder, file, complete);
        report.usable = report.usable && check.finding.records > 0;
        labels.insert(labels.end(), check.labels.begin(), check.labels.end());
        report.findings.push_back(std::move(check.finding));
    };
    for (const std::string &file : format.trainFiles)
        add(file, format.fileRecords, train);
    add(format.testFile, format.testRecords, test);
    findNotes(report.folder, report.findings);
    countSplits(report, train, test, format.classes, benchmark.recipe.validation);
    return report;
}

DataReport checkDemo(const Benchmark &benchmark)
{
    const auto [train, test] = demoSamples(benchmark.data.train, benchmark.data.test);
    DataReport report{.usable = true};
    const auto labels = [](std::int64_t count) { // they go round
        Labels all(static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<std::uint8_t>(i % kDemoClasses);
        return all;
    };
    countSplits(report, labels(train), labels(test), kDemoClasses, benchmark.recipe.validation);
    report.findings.push_back({.file = "(generated)",
                               .state = "ok",
                               .text = "drawn when opened, seed " + std::to_string(benchmark.data.seed) + ", " +
                                       std::to_string(train) + " training and " + std::to_string(test) +
                                       " test pictures; no files needed",
                               .records = train + test});
    return report;
}

/// By layout and counts; whether every file can be decoded is seen when it is opened.
DataReport checkListed(const Benchmark &benchmark, const std::filesystem::path &folder, const StopToken *stop)
{
    DataReport report{.folder = folderOf(benchmark, dataFolder(folder))};
    auto list = listSamples(benchmark, dataFolder(folder), stop);
    auto splits = list.ok() ? splitSamples(*list, splitSeed(1), benchmark.recipe.validation) : list.error();
    if (!splits.ok()) {
        const Error &error = splits.error();
        std::error_code ignored;
        const bool absent = !std::filesystem::is_directory(report.folder, ignored);
        report.findings.push_back(failed(error.place.file, absent ? "missing" : "damaged", error));
        return report;
    }
    report.usable = true;
    for (std::size_t split = 0; split < splits->size(); ++split) {
        report.classCounts[split].resize(static_cast<std::size_t>(benchmark.classes));
        for (const std::int64_t number : (*splits)[split])
            ++report
                  .classCounts[split][static_cast<std::size_t>(list->samples[static_cast<std::size_t>(number)].label)];
    }
    report.train = static_cast<std::int64_t>((*splits)[static_cast<std::size_t>(Split::Train)].size());
    report.validation = static_cast<std::int64_t>((*splits)[static_cast<std::size_t>(Split::Validation)].size());
    report.test = static_cast<std::int64_t>((*splits)[static_cast<std::size_t>(Split::Test)].size());
    const auto found = static_cast<std::int64_t>(list->samples.size());
    const std::int64_t complete = benchmark.data.train + benchmark.data.test;
    DataFinding files{.file = kAllFiles, .state = "ok", .records = found};
    files.text = splitBasis(*list);
    if (complete > 0 && found != complete) {
        files.state = "odd";
        files.text = std::to_string(found) + " of the " + std::to_string(complete) +
                     " of the complete set; usable, but figures will differ from those of the complete data";
    }
    if (list->splitByGroup)
        files.text += " (" + std::to_string(list->groups.size()) + " speakers)";
    report.findings.push_back(std::move(files));
    report.findings.insert(report.findings.end(), list->notes.begin(), list->notes.end());
    return report;
}

} // namespace

/// A search would refuse it.
static void requireSplits(DataReport &report)
{
    if (!report.usable)
        return;
    for (const auto &[split, count] : {std::pair{Split::Validation, report.validation}, {Split::Test, report.test}}) {
        if (count > 0)
            continue;
        report.usable = false;
        report.findings.push_back({.file = std::string("(") + splitName(split) + ")",
                                   .state = "missing",
                                   .text = "no samples are left; more are needed, or a larger share of them"});
    }
}

static DataReport checkFormat(const Benchmark &benchmark, const std::filesystem::path &folder, const StopToken *stop)
{
    if (benchmark.data.format == "demo")
        return checkDemo(benchmark);
    if (const CifarFormat *format = findCifarFormat(benchmark.data.format))
        return checkCifar(*format, benchmark, folder, stop);
    return checkListed(benchmark, folder, stop);
}

DataReport checkData(const Benchmark &benchmark, const std::filesystem::path &folder, const StopToken *stop)
{
    try {
        DataReport report = checkFormat(benchmark, folder, stop);
        if (stop && stop->requested())
            return {};
        requireSplits(report);
        noteEmptyClasses(benchmark, report);
        return report;
    } catch (const std::exception &failure) {
        return {.findings = {{.file = benchmark.name, .state = "damaged", .text = failure.what()}}};
    }
}

} // namespace dnas
