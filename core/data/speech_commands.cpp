// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See speech_commands.h.
#include "core/data/speech_commands.h"

#include "core/base/files.h"
#include "core/base/random.h"
#include "core/data/file_listing.h"
#include "core/data/sample_split.h"
#include "core/media/sound.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace dnas {

namespace {

namespace fs = std::filesystem;

const std::string kNoises = "_background_noise_";

/// "0c540988" of "backward_0c540988_nohash_2.wav"; empty when the name says no speaker.
std::string speakerOf(const std::string &file)
{
    const std::string name = fs::path(file).filename().string();
    const std::size_t end = name.find("_nohash_");
    if (end == std::string::npos)
        return {};
    const std::size_t before = name.rfind('_', end == 0 ? 0 : end - 1);
    const std::size_t first = before == std::string::npos || before == end ? 0 : before + 1;
    return name.substr(first, end - first);
}

/// Lines of a list of files; nothing when there is no such file.
Result<std::optional<std::set<std::string>>> readList(const fs::path &file)
{
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        return std::optional<std::set<std::string>>();
    const auto text = readText(file);
    if (!text.ok())
        return text.error();
    std::set<std::string> names;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (!line.empty())
            names.insert(line);
    }
    return std::optional(std::move(names));
}

class Listing {
public:
    Listing(const fs::path &folder, const SpeechCommandsOptions &options)
        : m_options(options)
        , m_leaveOut(options.leaveOut.begin(), options.leaveOut.end())
    {
        m_list.folder = folder;
    }

    Result<SampleList> make();

private:
    Result<void> addFolder(const std::string &name, int label, double share);
    Result<void> addUnknown(int label);
    Result<void> addSilence(int label);
    Result<void> splitByLists();
    int groupOf(const std::string &speaker);

    const SpeechCommandsOptions &m_options;
    std::set<std::string> m_leaveOut;
    std::vector<std::string> m_folders;
    std::map<std::string, int> m_groups;
    SampleList m_list;
    std::int64_t m_leftOut = 0;
};

int Listing::groupOf(const std::string &speaker)
{
    if (speaker.empty())
        return -1;
    const auto [found, added] = m_groups.emplace(speaker, static_cast<int>(m_groups.size()));
    if (added)
        m_list.groups.push_back(speaker);
    return found->second;
}

/// `share` of its files, those whose names hash lowest.
Result<void> Listing::addFolder(const std::string &name, int label, double share)
{
    std::vector<std::string> unreadable;
    const auto files = filesBelow(m_list.folder / name, FileKind::Sound, unreadable, m_options.stop);
    if (!files.ok())
        return files.error();
    for (const std::string &file : *files) {
        const std::string path = name + '/' + file;
        const double place = static_cast<double>(combineKeys({hashText("unknown"), hashText(path)}) >> 11) * 0x1p-53;
        if (place >= share)
            continue;
        if (m_leaveOut.contains(path)) {
            ++m_leftOut;
            continue;
        }
        m_list.samples.push_back({path, label, Split::Train, groupOf(speakerOf(file))});
    }
    return {};
}

Result<void> Listing::addUnknown(int label)
{
    if (std::find(m_folders.begin(), m_folders.end(), "_unknown_") != m_folders.end())
        return addFolder("_unknown_", label, 1);
    for (const std::string &name : m_folders) {
        const bool isWord = !name.starts_with('_');
        const auto &known = m_options.classes;
        if (!isWord || std::find(known.begin(), known.end(), name) != known.end())
            continue;
        if (const auto added = addFolder(name, label, m_options.unknown); !added.ok())
            return added;
    }
    return {};
}

/// As many pieces as a word has clips on average in each split. Training, validation and test take theirs from
/// different parts of each noise.
Result<void> Listing::addSilence(int label)
{
    const std::vector<std::string> noises = backgroundNoises(m_list.folder);
    if (noises.empty())
        return invalidInput("has neither clips of silence (_silence_) nor noises to cut them from (" + kNoises +
                                "); unpack the archive again, or take 'silence' out of the classes",
                            {.file = m_list.folder.string()});
    std::vector<double> lengths;
    for (const std::string &noise : noises) {
        const auto info = readSoundInfo(m_list.folder / noise);
        if (!info.ok())
            return info.error();
        lengths.push_back(static_cast<double>(info->frames) / info->rate);
    }
    std::map<Split, std::int64_t> clips;
    for (const Sample &sample : m_list.samples)
        clips[sample.split] += sample.label < label || sample.label > label ? 1 : 0;
    const auto words = static_cast<double>(std::max<std::size_t>(m_options.classes.size(), 2) - 1);
    struct Part {
        Split split;
        double from, to;
    };
    for (const Part &part :
         {Part{Split::Train, 0, 0.8}, Part{Split::Validation, 0.8, 0.9}, Part{Split::Test, 0.9, 1}}) {
        RandomStream random(hashText("silence"), splitName(part.split));
        const auto count = std::llround(static_cast<double>(clips[part.split]) / words);
        for (std::int64_t i = 0; i < count; ++i) {
            const std::size_t noise = random.below(noises.size());
            const double first = part.from * lengths[noise];
            const double room = part.to * lengths[noise] - first - m_options.seconds;
            const double start = first + std::max(room, 0.0) * random.uniform();
            m_list.samples.push_back({noises[noise], label, part.split, -1, start});
        }
    }
    return {};
}

Result<void> Listing::splitByLists()
{
    const auto validation = readList(m_list.folder / "validation_list.txt");
    const auto testing = readList(m_list.folder / "testing_list.txt");
    if (!validation.ok() || !testing.ok())
        return validation.ok() ? testing.error() : validation.error();
    if (!*testing) {
        m_list.splitByGroup = true;
        takeTest(m_list, m_options.test);
        m_list.notes.push_back({.file = "testing_list.txt",
                                .state = "odd",
                                .text =
                                    "is not there, so whole speakers are drawn for the test; figures are not those of "
                                    "the published split"});
        return {};
    }
    std::int64_t named = 0;
    for (Sample &sample : m_list.samples) {
        if ((*testing)->contains(sample.file))
            sample.split = Split::Test;
        else if (*validation && (*validation)->contains(sample.file))
            sample.split = Split::Validation;
        named += sample.split != Split::Train ? 1 : 0;
    }
    if (named == 0)
        return invalidInput("names none of the clips that are here",
                            {.file = (m_list.folder / "testing_list.txt").string()});
    m_list.hasValidation = validation->has_value();
    m_list.splitByGroup = !m_list.hasValidation;
    return {};
}

Result<SampleList> Listing::make()
{
    auto folders = foldersIn(m_list.folder, m_options.stop);
    if (!folders.ok())
        return folders.error();
    m_folders = std::move(*folders);
    int silence = -1;
    for (std::size_t i = 0; i < m_options.classes.size(); ++i) {
        const std::string &name = m_options.classes[i];
        const int label = static_cast<int>(i);
        Result<void> added;
        if (name == "unknown") {
            added = addUnknown(label);
        } else if (name == "silence") {
            if (std::find(m_folders.begin(), m_folders.end(), "_silence_") != m_folders.end())
                added = addFolder("_silence_", label, 1);
            else
                silence = label;
        } else {
            added = addFolder(name, label, 1);
        }
        if (!added.ok())
            return added.error();
    }
    std::sort(m_list.samples.begin(), m_list.samples.end(),
              [](const Sample &a, const Sample &b) { return a.file < b.file; });
    if (const auto split = splitByLists(); !split.ok())
        return split.error();
    if (silence >= 0) {
        if (const auto added = addSilence(silence); !added.ok())
            return added.error();
    }
    if (m_leftOut > 0)
        m_list.notes.push_back(
            {.file = "leave_out", .state = "ok", .text = "left out by the benchmark", .records = m_leftOut});
    return std::move(m_list);
}

} // namespace

Result<SampleList> listSpeechCommands(const fs::path &folder, const SpeechCommandsOptions &options)
{
    return Listing(folder, options).make();
}

std::vector<std::string> backgroundNoises(const fs::path &folder)
{
    std::vector<std::string> unreadable;
    const auto files = filesBelow(folder / kNoises, FileKind::Sound, unreadable);
    std::vector<std::string> noises;
    if (files.ok()) {
        for (const std::string &file : *files)
            noises.push_back(kNoises + '/' + file);
    }
    return noises;
}

} // namespace dnas
