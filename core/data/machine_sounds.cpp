// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See machine_sounds.h.
#include "core/data/machine_sounds.h"

#include "core/data/file_listing.h"
#include "core/data/sample_split.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace dnas {

namespace {

struct ClipName {
    int label = kNormal;
    std::string machine;
};

/// normal_id_01_00000042.wav
std::optional<ClipName> readName(const std::string &file)
{
    const std::string name = std::filesystem::path(file).filename().string();
    ClipName clip;
    std::size_t at = 0;
    if (name.starts_with("normal_"))
        at = 7;
    else if (name.starts_with("anomaly_"))
        at = 8;
    else
        return std::nullopt;
    clip.label = at == 8 ? kAnomalous : kNormal;
    const std::size_t end = name.find('_', at + 3);
    if (name.compare(at, 3, "id_") != 0 || end == std::string::npos || end == at + 3)
        return std::nullopt;
    clip.machine = name.substr(at, end - at);
    return clip;
}

Result<void> addFolder(SampleList &list, const std::string &name, Split split, std::map<std::string, int> &machines,
                       const StopToken *stop)
{
    const auto folder = list.folder / name;
    std::vector<std::string> unreadable;
    const auto files = filesBelow(folder, FileKind::Sound, unreadable, stop);
    if (!files.ok())
        return files.error();
    for (const std::string &file : *files) {
        const auto clip = readName(file);
        if (!clip)
            return invalidInput(
                "the name says neither state nor machine; it should look like normal_id_01_00000000.wav",
                {.file = (folder / file).string()});
        if (split == Split::Train && clip->label == kAnomalous)
            return invalidInput("is an anomaly among the clips to train on; move it to test/",
                                {.file = (folder / file).string()});
        const auto [machine, added] = machines.emplace(clip->machine, static_cast<int>(machines.size()));
        if (added)
            list.groups.push_back(clip->machine);
        list.samples.push_back({name + '/' + file, clip->label, split, machine->second});
    }
    return {};
}

/// Of the test clips of one machine and state, those whose names hash lowest.
void takeValidation(SampleList &list, double share)
{
    for (int machine = 0; machine < static_cast<int>(list.groups.size()); ++machine) {
        for (const int label : {kNormal, kAnomalous}) {
            SampleList part{.folder = list.folder};
            std::vector<std::size_t> numbers;
            for (std::size_t i = 0; i < list.samples.size(); ++i) {
                const Sample &sample = list.samples[i];
                if (sample.split != Split::Test || sample.group != machine || sample.label != label)
                    continue;
                numbers.push_back(i);
                part.samples.push_back({sample.file, 0, Split::Train});
            }
            takeTest(part, share);
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                if (part.samples[i].split == Split::Test)
                    list.samples[numbers[i]].split = Split::Validation;
            }
        }
    }
    list.hasValidation = true;
    list.sharesTest = true;
}

Result<void> requireBoth(const SampleList &list)
{
    std::array<std::array<std::int64_t, 2>, 3> counts{};
    for (const Sample &sample : list.samples)
        ++counts[static_cast<std::size_t>(sample.split)][static_cast<std::size_t>(sample.label)];
    const Place place{.file = list.folder.string()};
    if (counts[0][kNormal] == 0)
        return invalidInput("train/ has no clips", place);
    for (const Split split : {Split::Validation, Split::Test}) {
        const auto &of = counts[static_cast<std::size_t>(split)];
        if (of[kNormal] == 0 || of[kAnomalous] == 0)
            return invalidInput(std::string("the ") + splitName(split) + " split has " + std::to_string(of[kNormal]) +
                                    " normal clips and " + std::to_string(of[kAnomalous]) +
                                    " anomalies; telling them apart cannot be measured without both",
                                place);
    }
    return {};
}

} // namespace

Result<SampleList> listMachineSounds(const std::filesystem::path &folder, double validation, const StopToken *stop)
{
    SampleList list{.folder = folder};
    std::map<std::string, int> machines;
    for (const auto &[name, split] : {std::pair{"train", Split::Train}, std::pair{"test", Split::Test}}) {
        if (const auto added = addFolder(list, name, split, machines, stop); !added.ok())
            return added.error();
    }
    std::sort(list.samples.begin(), list.samples.end(),
              [](const Sample &a, const Sample &b) { return a.file < b.file; });
    takeValidation(list, validation);
    if (const auto both = requireBoth(list); !both.ok())
        return both.error();
    return list;
}

} // namespace dnas
