// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See class_folders.h.
#include "core/data/class_folders.h"

#include "core/base/joined.h"
#include "core/data/findings.h"
#include "core/data/sample_split.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sys/stat.h>
#include <tuple>
#include <utility>

namespace dnas {

namespace {

namespace fs = std::filesystem;

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<Split> splitNamed(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (name == "train" || name == "training")
        return Split::Train;
    if (name == "validation" || name == "val" || name == "valid")
        return Split::Validation;
    if (name == "test" || name == "testing")
        return Split::Test;
    return std::nullopt;
}

std::string some(const std::vector<std::string> &names)
{
    constexpr std::size_t kMost = 8;
    return names.empty() ? "no folders" : joinedFirst(names, kMost);
}

/// All files of one split, from the folder at `below` ("" or "train/").
Result<void> addSplit(SampleList &list, const std::string &below, Split split, const ClassFolderOptions &options)
{
    const fs::path folder = list.folder / below;
    const auto folders = foldersIn(folder, options.stop);
    if (!folders.ok())
        return folders.error();
    for (const std::string &name : *folders) {
        if (!contains(options.classes, name) && !(below.empty() && name.starts_with('_')))
            list.notes.push_back(
                {.file = below + name, .state = "odd", .text = "is no class of the benchmark; left out"});
    }
    for (std::size_t label = 0; label < options.classes.size(); ++label) {
        const std::string &name = options.classes[label];
        if (!contains(*folders, name)) {
            if (split != Split::Train)
                continue; // said when the split is counted
            return invalidInput("class '" + name + "' has no folder here; there are " + some(*folders),
                                {.file = folder.string()});
        }
        std::vector<std::string> unreadable;
        auto files = filesBelow(folder / name, options.kind, unreadable, options.stop);
        if (!files.ok())
            return files.error();
        for (const std::string &inner : unreadable)
            list.notes.push_back({.file = below + name + '/' + inner,
                                  .state = "odd",
                                  .text = "cannot be read, or leads back up; left out"});
        for (const std::string &file : *files)
            list.samples.push_back({below + name + '/' + file, static_cast<int>(label), split});
    }
    return {};
}

/// Whether a link is part of the way to it.
bool isLinked(const fs::path &folder, const std::string &file)
{
    std::error_code ignored;
    return fs::weakly_canonical(folder / file, ignored) != fs::weakly_canonical(folder, ignored) / file;
}

/// A link to a file that is here already would count it twice, or bring what tests into the training. The name without
/// a link stays, else the first. Gives the labels of what leaves. Equal numbers alone prove nothing: some network file
/// systems use them twice.
Result<std::set<int>> leaveOutTwins(SampleList &list, const StopToken *stop)
{
    struct Name {
        const Sample *sample;
        bool hardLinked;
    };
    std::map<std::tuple<dev_t, ino_t, off_t>, std::vector<Name>> byFile;
    for (const Sample &sample : list.samples) {
        if (stop && stop->requested())
            return Error{ErrorCode::Cancelled, "stopped", {.file = list.folder.string()}};
        struct stat status {};
        if (::stat((list.folder / sample.file).c_str(), &status) == 0) // else it is said when it is read
            byFile[{status.st_dev, status.st_ino, status.st_size}].push_back({&sample, status.st_nlink > 1});
    }
    std::map<std::string, std::string> twins; // by name: of which file
    for (const auto &[file, names] : byFile) {
        if (names.size() == 1)
            continue;
        const auto real = std::find_if(names.begin(), names.end(),
                                       [&](const Name &name) { return !isLinked(list.folder, name.sample->file); });
        const Sample *kept = (real == names.end() ? names.front() : *real).sample;
        for (const Name &name : names) {
            if (name.sample != kept && (name.hardLinked || isLinked(list.folder, name.sample->file)))
                twins[name.sample->file] = kept->file;
        }
    }
    std::set<int> labels;
    std::erase_if(list.samples, [&](const Sample &sample) {
        const bool isTwin = twins.contains(sample.file);
        if (isTwin)
            labels.insert(sample.label);
        return isTwin;
    });
    std::vector<DataFinding> notes;
    for (const auto &[name, kept] : twins)
        notes.push_back({.file = name, .state = "odd", .text = "is the same file as " + kept + "; left out"});
    addFileNotes(list.notes, std::move(notes),
                 {.file = list.folder.string(),
                  .state = "odd",
                  .text = std::to_string(twins.size()) + " files are here twice, under names that are left out"});
    return labels;
}

/// `linked`: labels of files that were left out because they are of other classes.
Result<void> requireSamples(const SampleList &list, const std::set<int> &linked, const ClassFolderOptions &options)
{
    std::vector<std::int64_t> counts(options.classes.size());
    for (const Sample &sample : list.samples) {
        if (sample.split == Split::Train)
            ++counts[static_cast<std::size_t>(sample.label)];
    }
    for (std::size_t label = 0; label < counts.size(); ++label) {
        if (counts[label] == 0 && linked.contains(static_cast<int>(label)))
            return invalidInput("class '" + options.classes[label] +
                                    "' has only files that are here under other names, too (links); give it files of "
                                    "its own, or take it out of the benchmark",
                                {.file = list.folder.string()});
        if (counts[label] == 0)
            return invalidInput(
                "class '" + options.classes[label] + "' has no " +
                    (options.kind == FileKind::Picture ? "picture (png, jpg)" : "sound (wav, flac, ogg …)") +
                    " to train on; add some, or take the class out of the benchmark",
                {.file = list.folder.string()});
    }
    return {};
}

} // namespace

std::vector<SplitFolder> splitFoldersOf(const std::vector<std::string> &folders,
                                        const std::vector<std::string> &classes)
{
    std::vector<SplitFolder> found;
    std::set<Split> splits;
    for (const std::string &name : folders) {
        const auto split = contains(classes, name) ? std::nullopt : splitNamed(name);
        if (!split)
            continue;
        found.push_back({name, *split});
        splits.insert(*split);
    }
    return splits.contains(Split::Train) && splits.size() > 1 ? found : std::vector<SplitFolder>();
}

Result<SampleList> listClassFolders(const fs::path &folder, const ClassFolderOptions &options)
{
    SampleList list{.folder = folder};
    const auto folders = foldersIn(folder, options.stop);
    if (!folders.ok())
        return folders.error();
    const std::vector<SplitFolder> parts = splitFoldersOf(*folders, options.classes);
    if (!parts.empty()) {
        for (const auto &[name, split] : parts) {
            if (const auto added = addSplit(list, name + '/', split, options); !added.ok())
                return added.error();
            list.hasValidation = list.hasValidation || split == Split::Validation;
        }
    } else if (const auto added = addSplit(list, "", Split::Train, options); !added.ok()) {
        return added.error();
    }
    std::sort(list.samples.begin(), list.samples.end(),
              [](const Sample &a, const Sample &b) { return a.file < b.file; });
    const auto linked = leaveOutTwins(list, options.stop);
    if (!linked.ok())
        return linked.error();
    if (std::none_of(parts.begin(), parts.end(), [](const SplitFolder &part) { return part.split == Split::Test; }))
        takeTest(list, options.test);
    if (const auto enough = requireSamples(list, *linked, options); !enough.ok())
        return enough.error();
    return list;
}

std::string trainingFolder(const std::vector<std::string> &folders)
{
    for (const auto &[name, split] : splitFoldersOf(folders, {})) {
        if (split == Split::Train)
            return name;
    }
    return {};
}

Result<std::vector<std::string>> findClasses(const fs::path &folder)
{
    auto folders = foldersIn(folder);
    if (!folders.ok())
        return folders.error();
    fs::path classes = folder;
    if (const auto base = trainingFolder(*folders); !base.empty()) {
        classes = folder / base;
        folders = foldersIn(classes);
        if (!folders.ok())
            return folders.error();
    }
    std::vector<std::string> names;
    std::copy_if(folders->begin(), folders->end(), std::back_inserter(names),
                 [](const std::string &name) { return !name.starts_with('_'); });
    if (names.size() < 2)
        return invalidInput("has " + some(names) + "; a benchmark needs two classes or more, one folder each",
                            {.file = classes.string()});
    return names;
}

} // namespace dnas
