// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What lies on the disk for a benchmark, file by file: for `dnas data check` and `info`. Looks at every record's
// label and goes on after a bad file, so that one look tells everything.
#include "core/base/files.h"
#include "core/data/cifar.h"
#include "core/data/data_set.h"
#include "core/data/demo_pictures.h"
#include "core/data/demo_shapes.h"
#include "core/data/listed_samples.h"
#include "core/data/sample_split.h"
#include "core/data/split.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <sstream>
#include <string>

namespace dnas {

namespace {

struct FileCheck {
    DataFinding finding;
    std::vector<std::int64_t> classCounts = {};
};

/// "5000 of each class", or the least and the most.
std::string spread(const std::vector<std::int64_t> &counts)
{
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
    FileCheck check{.finding = {.file = file},
                    .classCounts = std::vector<std::int64_t>(static_cast<std::size_t>(format.classes))};
    const auto records = countCifarRecords(format, folder / file);
    if (!records.ok()) {
        std::error_code ignored;
        const bool absent = !std::filesystem::exists(folder / file, ignored);
        check.finding = failed(file, absent ? "missing" : "damaged", records.error());
        return check;
    }
    std::vector<std::uint8_t> labels(static_cast<std::size_t>(*records));
    const auto read = readCifarRecords(format, folder / file, *records, labels.data(), nullptr);
    if (!read.ok()) {
        check.finding = failed(file, "damaged", read.error());
        return check;
    }
    for (const std::uint8_t label : labels)
        ++check.classCounts[label];
    check.finding.records = *records;
    check.finding.state = *records == complete ? "ok" : "odd";
    const std::string contents = spread(check.classCounts);
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

void finishCounts(DataReport &report, double validation)
{
    if (!(validation >= 0 && validation < 1))
        return;
    report.validation = validationRecords(report.train, validation);
    report.train -= report.validation;
}

DataReport checkCifar(const CifarFormat &format, const Benchmark &benchmark, const std::filesystem::path &folder)
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
    report.trainClassCounts.resize(static_cast<std::size_t>(format.classes));
    const auto add = [&](const std::string &file, std::int64_t complete, bool training) {
        FileCheck check = checkFile(format, report.folder, file, complete);
        report.usable = report.usable && check.finding.records > 0;
        (training ? report.train : report.test) += check.finding.records;
        if (training)
            std::transform(check.classCounts.begin(), check.classCounts.end(), report.trainClassCounts.begin(),
                           report.trainClassCounts.begin(), std::plus<>());
        report.findings.push_back(std::move(check.finding));
    };
    for (const std::string &file : format.trainFiles)
        add(file, format.fileRecords, true);
    add(format.testFile, format.testRecords, false);
    findNotes(report.folder, report.findings);
    finishCounts(report, benchmark.recipe.validation);
    return report;
}

DataReport checkDemo(const Benchmark &benchmark)
{
    const auto [train, test] = demoSamples(benchmark.data.train, benchmark.data.test);
    DataReport report{.usable = true, .train = train, .test = test};
    report.trainClassCounts.resize(kDemoClasses);
    for (std::size_t label = 0; label < kDemoClasses; ++label) // labels go round
        report.trainClassCounts[label] = (train + kDemoClasses - 1 - static_cast<std::int64_t>(label)) / kDemoClasses;
    report.findings.push_back({.file = "(generated)",
                               .state = "ok",
                               .text = "drawn when opened, seed " + std::to_string(benchmark.data.seed) + ", " +
                                       std::to_string(train) + " training and " + std::to_string(test) +
                                       " test pictures; no files needed",
                               .records = train + test});
    finishCounts(report, benchmark.recipe.validation);
    return report;
}

/// By layout and counts; whether every file can be decoded is seen when it is opened.
DataReport checkListed(const Benchmark &benchmark, const std::filesystem::path &folder)
{
    DataReport report{.folder = folderOf(benchmark, dataFolder(folder))};
    auto list = listSamples(benchmark, dataFolder(folder));
    auto splits = list.ok() ? splitSamples(*list, 1, benchmark.recipe.validation, 0) : list.error();
    if (!splits.ok()) {
        const Error &error = splits.error();
        std::error_code ignored;
        const bool absent = !std::filesystem::is_directory(report.folder, ignored);
        report.findings.push_back(failed(error.place.file, absent ? "missing" : "damaged", error));
        return report;
    }
    report.usable = true;
    report.trainClassCounts.resize(static_cast<std::size_t>(benchmark.classes));
    const auto count = [&](Split split) {
        return static_cast<std::int64_t>((*splits)[static_cast<std::size_t>(split)].size());
    };
    report.train = count(Split::Train);
    report.validation = count(Split::Validation);
    report.test = count(Split::Test);
    for (const Sample &sample : list->samples) {
        if (sample.split == Split::Train)
            ++report.trainClassCounts[static_cast<std::size_t>(sample.label)];
    }
    const auto found = static_cast<std::int64_t>(list->samples.size());
    const std::int64_t complete = benchmark.data.train + benchmark.data.test;
    DataFinding files{.file = "(all files)", .state = "ok", .records = found};
    files.text = list->hasValidation  ? "split as the data say"
                 : list->splitByGroup ? "split by speaker, none in two splits"
                                      : "split by name";
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

DataReport checkData(const Benchmark &benchmark, const std::filesystem::path &folder)
{
    try {
        if (benchmark.data.format == "demo")
            return checkDemo(benchmark);
        if (const CifarFormat *format = findCifarFormat(benchmark.data.format))
            return checkCifar(*format, benchmark, folder);
        return checkListed(benchmark, folder);
    } catch (const std::exception &failure) {
        return {.findings = {{.file = benchmark.name, .state = "damaged", .text = failure.what()}}};
    }
}

} // namespace dnas
