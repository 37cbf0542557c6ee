// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See tiny_imagenet.h.
#include "core/data/tiny_imagenet.h"

#include "core/base/files.h"
#include "core/data/file_listing.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace dnas {

namespace {

Result<void> addTraining(SampleList &list, const std::vector<std::string> &classes, const StopToken *stop)
{
    for (std::size_t label = 0; label < classes.size(); ++label) {
        const std::string below = "train/" + classes[label] + "/images/";
        std::vector<std::string> unreadable;
        const auto files = filesBelow(list.folder / below, FileKind::Picture, unreadable, stop);
        if (!files.ok())
            return files.error();
        if (files->empty())
            return invalidInput("has no pictures; unpack the archive again", {.file = (list.folder / below).string()});
        for (const std::string &file : *files)
            list.samples.push_back({below + file, static_cast<int>(label), Split::Train});
    }
    return {};
}

/// One line a picture: name, wnid, and a box that is not needed here.
Result<void> addTest(SampleList &list, const std::vector<std::string> &classes, const StopToken *stop)
{
    std::map<std::string, int> labels;
    for (std::size_t label = 0; label < classes.size(); ++label)
        labels[classes[label]] = static_cast<int>(label);
    const auto file = list.folder / "val" / "val_annotations.txt";
    const auto text = readText(file);
    if (!text.ok())
        return text.error();
    std::vector<std::string> unreadable;
    const auto files = filesBelow(list.folder / "val" / "images", FileKind::Picture, unreadable, stop);
    if (!files.ok())
        return files.error();
    const std::set<std::string> present(files->begin(), files->end());
    std::istringstream lines(*text);
    int number = 0;
    std::int64_t absent = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        std::istringstream words(line);
        std::string name, wnid;
        if (!(words >> name))
            continue;
        const auto label = words >> wnid ? labels.find(wnid) : labels.end();
        if (label == labels.end())
            return invalidInput("'" + wnid + "' is no class of the benchmark", {.file = file.string(), .line = number});
        if (present.contains(name))
            list.samples.push_back({"val/images/" + name, label->second, Split::Test});
        else
            ++absent;
    }
    if (absent > 0)
        list.notes.push_back({.file = "val/images",
                              .state = "odd",
                              .text = std::to_string(absent) + " annotated pictures are not there; left out"});
    return {};
}

Result<std::vector<std::string>> readClasses(const std::filesystem::path &file, int classes)
{
    const auto text = readText(file);
    if (!text.ok())
        return text.error();
    std::vector<std::string> names;
    std::istringstream words(*text);
    for (std::string word; words >> word;) {
        if (word.find('/') != std::string::npos || word.starts_with('.'))
            return invalidInput("'" + word + "' is no name of a class", {.file = file.string()});
        names.push_back(word);
    }
    if (static_cast<int>(names.size()) != classes)
        return invalidInput("names " + std::to_string(names.size()) + " classes, the benchmark has " +
                                std::to_string(classes),
                            {.file = file.string()});
    return names;
}

} // namespace

Result<SampleList> listTinyImagenet(const std::filesystem::path &folder, int classes, const StopToken *stop)
{
    SampleList list{.folder = folder};
    const auto names = readClasses(folder / "wnids.txt", classes);
    if (!names.ok())
        return names.error();
    if (const auto added = addTraining(list, *names, stop); !added.ok())
        return added.error();
    if (const auto added = addTest(list, *names, stop); !added.ok())
        return added.error();
    std::sort(list.samples.begin(), list.samples.end(),
              [](const Sample &a, const Sample &b) { return a.file < b.file; });
    return list;
}

} // namespace dnas
