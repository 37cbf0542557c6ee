// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See listed_samples.h.
#include "core/data/listed_samples.h"

#include "core/base/files.h"
#include "core/data/class_folders.h"
#include "core/data/findings.h"
#include "core/data/machine_sounds.h"
#include "core/data/speech_commands.h"
#include "core/data/tiny_imagenet.h"

#include <algorithm>
#include <array>
#include <set>

namespace dnas {

namespace {

namespace fs = std::filesystem;

/// Names of files, one a line; of a table the last column. Lines that name nothing below the folder do no harm.
Result<std::vector<std::string>> readLeaveOut(const Benchmark &benchmark, const fs::path &dataFolder,
                                              const fs::path &folder)
{
    std::vector<std::string> names;
    if (benchmark.data.leaveOut.empty())
        return names;
    const fs::path file = dataFolder / benchmark.data.leaveOut;
    const auto text = readText(file);
    if (!text.ok())
        return text.error();
    const std::string below = folder.filename().string() + '/';
    for (std::size_t at = 0; at < text->size();) {
        const std::size_t end = std::min(text->find('\n', at), text->size());
        std::string name = text->substr(at, end - at);
        at = end + 1;
        if (!name.empty() && name.back() == '\r')
            name.pop_back();
        name = name.substr(name.rfind(',') + 1);
        if (name.starts_with(below))
            name = name.substr(below.size());
        if (!name.empty())
            names.push_back(name);
    }
    if (names.empty())
        return invalidInput("names no file to leave out", {.file = file.string()});
    return names;
}

std::set<int> labelsOf(const SampleList &list, const std::vector<std::int64_t> &numbers)
{
    std::set<int> labels;
    for (const std::int64_t number : numbers)
        labels.insert(list.samples[static_cast<std::size_t>(number)].label);
    return labels;
}

} // namespace

fs::path folderOf(const Benchmark &benchmark, const fs::path &dataFolder)
{
    const fs::path usual = dataFolder / benchmark.data.folder; // absolute ones stay
    std::error_code ignored;
    if (!fs::exists(usual, ignored) && dataFolder.filename() == fs::path(benchmark.data.folder).filename())
        return dataFolder;
    return usual;
}

Result<SampleList> listSamples(const Benchmark &benchmark, const fs::path &data, const StopToken *stop)
{
    const DataSource &source = benchmark.data;
    static constexpr std::array<std::string_view, 5> kFormats{"pictures", "tiny_imagenet", "sounds", "speech_commands",
                                                              "machine_sounds"};
    if (std::find(kFormats.begin(), kFormats.end(), source.format) == kFormats.end())
        return invalidInput("unknown data format \"" + source.format + "\"",
                            {.file = benchmark.name, .key = "data.format"});
    const fs::path folder = folderOf(benchmark, data);
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        return ioError(benchmark.fetch ? "no such folder; name the data folder with --data, or let 'dnas data fetch " +
                                             benchmark.name + "' bring it"
                                       : "no such folder; put the data there, or name the data folder with --data",
                       {.file = folder.string()});
    if (source.format == "tiny_imagenet")
        return listTinyImagenet(folder, benchmark.classes, stop);
    if (source.format == "machine_sounds")
        return listMachineSounds(folder, source.validationShare, stop);
    if (benchmark.classNames.empty())
        return invalidInput("must be a list of names for the format " + source.format,
                            {.file = benchmark.name, .key = "classes"});
    if (source.format == "speech_commands") {
        auto leaveOut = readLeaveOut(benchmark, data, folder);
        if (!leaveOut.ok())
            return leaveOut.error();
        return listSpeechCommands(folder, {.classes = benchmark.classNames,
                                           .seconds = benchmark.frontEnd.seconds,
                                           .test = source.testShare,
                                           .unknown = source.unknown,
                                           .leaveOut = std::move(*leaveOut),
                                           .stop = stop});
    }
    return listClassFolders(folder, {.kind = kindOf(source) == DataKind::Sounds ? FileKind::Sound : FileKind::Picture,
                                     .classes = benchmark.classNames,
                                     .test = source.testShare,
                                     .stop = stop});
}

Result<void> leaveOutFailures(const Benchmark &benchmark, const SampleList &list, const Records &records,
                              SplitRecords &splits, std::vector<DataFinding> &notes)
{
    const auto &failures = records.failures();
    if (failures.empty())
        return {};
    const std::string share = std::to_string(failures.size()) + " of " + std::to_string(list.samples.size()) + " files";
    if (static_cast<double>(failures.size()) > benchmark.data.skip * static_cast<double>(list.samples.size()))
        return invalidInput(share + " cannot be read, more than the benchmark allows (data.skip); the first: " +
                                failures.front().reason,
                            {.file = list.folder.string()});
    std::set<std::int64_t> failed;
    std::vector<DataFinding> files;
    for (const Records::Failure &failure : failures) {
        failed.insert(failure.record);
        files.push_back({.file = list.samples[static_cast<std::size_t>(failure.record)].file,
                         .state = "odd",
                         .text = "left out: " + failure.reason});
    }
    addFileNotes(notes, std::move(files),
                 {.file = list.folder.string(), .state = "odd", .text = share + " cannot be read and are left out"});
    const std::set<int> before = labelsOf(list, splits[static_cast<std::size_t>(Split::Train)]);
    for (auto &numbers : splits)
        std::erase_if(numbers, [&](std::int64_t number) { return failed.contains(number); });
    const std::set<int> after = labelsOf(list, splits[static_cast<std::size_t>(Split::Train)]);
    for (const int label : before) {
        if (!after.contains(label))
            return invalidInput("none of the training files of class '" +
                                    classNameOf(benchmark, static_cast<std::size_t>(label)) +
                                    "' can be read; mend them, or take the class out of the benchmark",
                                {.file = list.folder.string()});
    }
    return {};
}

std::string splitBasis(const SampleList &list)
{
    if (list.splitByGroup)
        return list.drawsTest ? "split by speaker, none in two splits"
                              : "test as the data say, validation by speaker, none in two splits";
    if (list.sharesTest)
        return "validation drawn from the labelled clips, the rest is the test";
    if (list.hasValidation)
        return list.drawsTest ? "validation as the data say, test drawn by name" : "split as the data say";
    return list.drawsTest ? "test drawn by name, validation by the seed, class by class"
                          : "test as the data say, validation drawn by the seed, class by class";
}

std::vector<std::string> filesOf(const SampleList &list)
{
    std::vector<std::string> files;
    files.reserve(list.samples.size());
    for (const Sample &sample : list.samples)
        files.push_back(sample.file);
    return files;
}

} // namespace dnas
