// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See folder_layout.h.
#include "core/data/folder_layout.h"

#include "core/base/files.h"
#include "core/base/joined.h"
#include "core/data/class_folders.h"
#include "core/data/file_listing.h"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

namespace dnas {

namespace {

namespace fs = std::filesystem;

bool isFolder(const fs::path &path)
{
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

bool isFile(const fs::path &path)
{
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

Result<FolderLayout> tinyImagenet(const fs::path &folder)
{
    const auto text = readText(folder / "wnids.txt");
    if (!text.ok())
        return text.error();
    FolderLayout layout{.format = "tiny_imagenet"};
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);)
        layout.classCount += line.find_first_not_of(" \t\r") == std::string::npos ? 0 : 1;
    return layout;
}

/// normal_id_… in train/.
bool hasMachineSounds(const fs::path &folder)
{
    std::vector<std::string> unreadable;
    const auto files = filesBelow(folder / "train", FileKind::Sound, unreadable);
    return files.ok() && !files->empty() && std::all_of(files->begin(), files->end(), [](const std::string &file) {
               return fs::path(file).filename().string().starts_with("normal_id_");
           });
}

/// The words of the published task where all are there, else every folder; silence and the rest where they can be made.
Result<FolderLayout> speechCommands(const fs::path &folder)
{
    static constexpr std::array<const char *, 10> kWords{"down", "go",    "left", "no", "off",
                                                         "on",   "right", "stop", "up", "yes"};
    const auto words = findClasses(folder);
    if (!words.ok())
        return words.error();
    const auto has = [&](const std::string &word) {
        return std::find(words->begin(), words->end(), word) != words->end();
    };
    FolderLayout layout{.format = "speech_commands"};
    const bool published = std::all_of(kWords.begin(), kWords.end(), has);
    if (published)
        layout.classes.assign(kWords.begin(), kWords.end());
    else
        layout.classes = *words;
    layout.classes.push_back("silence"); // its noises, or the clips of _silence_, made it this layout
    if (words->size() + 1 > layout.classes.size() || isFolder(folder / "_unknown_"))
        layout.classes.push_back("unknown");
    return layout;
}

/// Files of a class folder by what they look like.
struct Contents {
    std::int64_t pictures = 0, sounds = 0;
};

Result<Contents> contentsOf(const fs::path &folder)
{
    std::vector<std::string> unreadable;
    const auto pictures = filesBelow(folder, FileKind::Picture, unreadable);
    const auto sounds = filesBelow(folder, FileKind::Sound, unreadable);
    if (!pictures.ok() || !sounds.ok())
        return !pictures.ok() ? pictures.error() : sounds.error();
    return Contents{static_cast<std::int64_t>(pictures->size()), static_cast<std::int64_t>(sounds->size())};
}

/// What is neither picture nor sound, by its ending; hidden files are nobody's business.
void noteOthers(const fs::path &folder, const std::string &kind, std::vector<DataFinding> &odd)
{
    std::map<std::string, std::int64_t> endings;
    std::int64_t others = 0;
    std::string first;
    std::error_code failure;
    for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, failure), end;
         !failure && it != end; it.increment(failure)) {
        std::error_code ignored;
        const fs::path &path = it->path();
        if (path.filename().string().starts_with('.')) {
            it.disable_recursion_pending();
            continue;
        }
        if (!it->is_regular_file(ignored) || looksLike(FileKind::Picture, path) || looksLike(FileKind::Sound, path))
            continue;
        ++others;
        ++endings[path.extension().string()];
        const std::string name = path.lexically_relative(folder).string();
        if (first.empty() || name < first)
            first = name;
    }
    if (others == 0)
        return;
    const std::string list = joined(endings, [](const auto &ending) {
        return std::to_string(ending.second) + " × " + (ending.first.empty() ? "no ending" : ending.first);
    });
    odd.push_back({.file = first,
                   .state = "odd",
                   .text = "no " + kind + " by their names, left out: " + list,
                   .records = others});
}

Result<FolderLayout> classFolders(const fs::path &folder)
{
    const auto found = findClasses(folder);
    if (!found.ok())
        return found.error();
    const auto folders = foldersIn(folder);
    if (!folders.ok())
        return folders.error();
    const std::string training = trainingFolder(*folders);
    const fs::path base = training.empty() ? folder : folder / training;
    std::vector<Contents> contents;
    Contents sum;
    for (const std::string &name : *found) {
        const auto inside = contentsOf(base / name);
        if (!inside.ok())
            return inside.error();
        contents.push_back(*inside);
        sum.pictures += contents.back().pictures;
        sum.sounds += contents.back().sounds;
    }
    if (sum.pictures == sum.sounds)
        return invalidInput(sum.pictures == 0 ? "has no pictures (png, jpg) and no sounds (wav, flac, ogg …) in its "
                                                "folders; a benchmark needs one folder a class with files in it"
                                              : "has as many pictures as sounds; keep one kind of them",
                            {.file = base.string()});
    const bool sounds = sum.sounds > sum.pictures;
    FolderLayout layout{.format = sounds ? "sounds" : "pictures"};
    for (std::size_t i = 0; i < found->size(); ++i) {
        if ((sounds ? contents[i].sounds : contents[i].pictures) > 0)
            layout.classes.push_back((*found)[i]);
        else
            layout.odd.push_back(
                {.file = (*found)[i],
                 .state = "odd",
                 .text = std::string("has no ") + (sounds ? "sounds" : "pictures") + ", so it is no class"});
    }
    if (layout.classes.size() < 2)
        return invalidInput("only the folder '" + layout.classes.front() + "' has " +
                                (sounds ? "sounds (wav, flac, ogg …)" : "pictures (png, jpg)") +
                                " in it; a benchmark needs two classes or more, one folder each",
                            {.file = base.string()});
    if (const std::int64_t wrong = sounds ? sum.pictures : sum.sounds; wrong > 0)
        layout.odd.push_back({.file = "(all classes)",
                              .state = "odd",
                              .text = std::string(sounds ? "pictures among the sounds" : "sounds among the pictures") +
                                      ", left out: " + std::to_string(wrong),
                              .records = wrong});
    noteOthers(base, layout.format, layout.odd);
    return layout;
}

} // namespace

Result<FolderLayout> recogniseFolder(const fs::path &folder)
{
    if (!isFolder(folder))
        return ioError("no such folder", {.file = folder.string()});
    for (const auto &[file, benchmark] :
         {std::pair{"data_batch_1.bin", "image-classification"}, std::pair{"train.bin", "cifar-100"}}) {
        if (isFile(folder / file))
            return invalidInput(std::string("is CIFAR's binary layout; the benchmark ") + benchmark + " describes it",
                                {.file = folder.string()});
    }
    Result<FolderLayout> layout = FolderLayout{.format = "machine_sounds", .classes = {"normal", "anomaly"}};
    if (isFile(folder / "wnids.txt"))
        layout = tinyImagenet(folder);
    else if (!hasMachineSounds(folder))
        layout = isFolder(folder / "_background_noise_") || isFolder(folder / "_silence_") ? speechCommands(folder)
                                                                                           : classFolders(folder);
    if (layout.ok() && layout->classCount == 0)
        layout->classCount = static_cast<int>(layout->classes.size());
    return layout;
}

} // namespace dnas
