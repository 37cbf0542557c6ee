// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See class_folders.h.
#include "core/data/class_folders.h"

#include "core/base/joined.h"
#include "core/data/sample_split.h"

#include <algorithm>
#include <map>
#include <sys/stat.h>
#include <utility>

namespace dnas {

namespace {

namespace fs = std::filesystem;

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// A folder train/ that is no class by itself makes the layout with a folder for each split.
bool hasSplitFolders(const std::vector<std::string> &folders, const std::vector<std::string> &classes)
{
    return contains(folders, "train") && !contains(classes, "train") &&
           (contains(folders, "test") || contains(folders, "validation") || contains(folders, "val"));
}

std::string some(const std::vector<std::string> &names)
{
    constexpr std::size_t kMost = 8;
    const std::vector<std::string> first(names.begin(),
                                         names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kMost)));
    if (names.empty())
        return "no folders";
    return joined(first) + (names.size() > kMost ? " and " + std::to_string(names.size() - kMost) + " more" : "");
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
/// a link stays, else the first.
void leaveOutTwins(SampleList &list)
{
    constexpr std::size_t kNamed = 10;
    std::map<std::pair<dev_t, ino_t>, std::vector<const Sample *>> byFile;
    for (const Sample &sample : list.samples) {
        struct stat status {};
        if (::stat((list.folder / sample.file).c_str(), &status) == 0) // else it is said when it is read
            byFile[{status.st_dev, status.st_ino}].push_back(&sample);
    }
    std::map<std::string, std::string> twins; // by name: of which file
    for (const auto &[file, names] : byFile) {
        if (names.size() == 1)
            continue;
        const auto real = std::find_if(names.begin(), names.end(),
                                       [&](const Sample *sample) { return !isLinked(list.folder, sample->file); });
        const Sample *kept = real == names.end() ? names.front() : *real;
        for (const Sample *sample : names) {
            if (sample != kept)
                twins[sample->file] = kept->file;
        }
    }
    std::erase_if(list.samples, [&](const Sample &sample) { return twins.contains(sample.file); });
    for (const auto &[name, kept] : twins) {
        if (list.notes.size() < kNamed)
            list.notes.push_back({.file = name, .state = "odd", .text = "is the same file as " + kept + "; left out"});
    }
    if (twins.size() > kNamed)
        list.notes.push_back(
            {.file = list.folder.string(),
             .state = "odd",
             .text = std::to_string(twins.size()) + " files are here twice, under names that are left out"});
}

Result<void> requireSamples(const SampleList &list, const ClassFolderOptions &options)
{
    std::vector<std::int64_t> counts(options.classes.size());
    for (const Sample &sample : list.samples) {
        if (sample.split == Split::Train)
            ++counts[static_cast<std::size_t>(sample.label)];
    }
    for (std::size_t label = 0; label < counts.size(); ++label) {
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

Result<SampleList> listClassFolders(const fs::path &folder, const ClassFolderOptions &options)
{
    SampleList list{.folder = folder};
    const auto folders = foldersIn(folder, options.stop);
    if (!folders.ok())
        return folders.error();
    if (hasSplitFolders(*folders, options.classes)) {
        for (const auto &[name, split] : {std::pair{"train", Split::Train}, std::pair{"validation", Split::Validation},
                                          std::pair{"val", Split::Validation}, std::pair{"test", Split::Test}}) {
            if (!contains(*folders, name))
                continue;
            if (const auto added = addSplit(list, std::string(name) + '/', split, options); !added.ok())
                return added.error();
            list.hasValidation = list.hasValidation || split == Split::Validation;
        }
    } else if (const auto added = addSplit(list, "", Split::Train, options); !added.ok()) {
        return added.error();
    }
    std::sort(list.samples.begin(), list.samples.end(),
              [](const Sample &a, const Sample &b) { return a.file < b.file; });
    leaveOutTwins(list);
    if (!contains(*folders, "test") || !hasSplitFolders(*folders, options.classes))
        takeTest(list, options.test);
    if (const auto enough = requireSamples(list, options); !enough.ok())
        return enough.error();
    return list;
}

Result<std::vector<std::string>> findClasses(const fs::path &folder)
{
    auto folders = foldersIn(folder);
    if (!folders.ok())
        return folders.error();
    fs::path classes = folder;
    if (hasSplitFolders(*folders, {})) {
        classes = folder / "train";
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
