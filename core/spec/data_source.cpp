// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_source.h.
#include "core/spec/data_source.h"

#include "core/spec/checked_reading.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

namespace dnas {

namespace {

struct Format {
    const char *name;
    DataKind kind;
    std::vector<std::string_view> keys; ///< besides format
    std::int64_t train = 0, test = 0;   ///< of the complete published set
};

const std::array<Format, 8> &formats()
{
    static const std::array<Format, 8> all{
        Format{"demo", DataKind::Generated, {"seed", "train", "test"}},
        Format{"cifar10", DataKind::Pictures, {"folder"}, 50000, 10000},
        Format{"cifar100", DataKind::Pictures, {"folder"}, 50000, 10000},
        Format{"pictures", DataKind::Pictures, {"folder", "test", "skip", "fit"}},
        Format{"tiny_imagenet", DataKind::Pictures, {"folder", "skip", "fit"}, 100000, 10000},
        Format{"sounds", DataKind::Sounds, {"folder", "test", "skip"}},
        Format{"speech_commands", DataKind::Sounds, {"folder", "test", "skip", "unknown", "leave_out"}},
        Format{"machine_sounds", DataKind::Sounds, {"folder", "validation", "skip"}},
    };
    return all;
}

const Format &find(const std::string &name)
{
    const auto found =
        std::find_if(formats().begin(), formats().end(), [&](const Format &format) { return name == format.name; });
    return found == formats().end() ? formats().front() : *found;
}

/// A folder, or a file, below the data folder.
std::string below(const YamlReader &data, const char *key, const std::string &benchmarkFile)
{
    const std::string given = data.text(key);
    const std::filesystem::path path(given);
    const bool climbs = std::find(path.begin(), path.end(), "..") != path.end();
    if (path.is_absolute() || climbs) {
        data.fail("lies below the data folder, or beside this file with ./ in front; give its name there", key);
        return {};
    }
    if (!given.starts_with("./"))
        return given;
    std::error_code ignored;
    const auto base = std::filesystem::absolute(benchmarkFile, ignored).parent_path(); // of a bare name, too
    return (base / given).lexically_normal().string();
}

} // namespace

DataKind kindOf(const DataSource &source) { return find(source.format).kind; }

DataSource readDataSource(const YamlReader &data, const std::string &benchmarkFile)
{
    DataSource source;
    const char *known = "demo, cifar10, cifar100, pictures, tiny_imagenet, sounds, speech_commands, machine_sounds";
    if (!data.has("format"))
        data.fail(std::string("is missing; choose one of: ") + known, "format");
    source.format = choiceOf(
        data, "format", "demo",
        {"demo", "cifar10", "cifar100", "pictures", "tiny_imagenet", "sounds", "speech_commands", "machine_sounds"});
    const Format &format = find(source.format);
    for (const std::string &key : data.keys()) {
        const bool mine = std::find(format.keys.begin(), format.keys.end(), key) != format.keys.end();
        if (key == "format" || mine)
            continue;
        const bool ofAnother = std::any_of(formats().begin(), formats().end(), [&](const Format &other) {
            return std::find(other.keys.begin(), other.keys.end(), key) != other.keys.end();
        });
        if (!ofAnother)
            data.fail("is unknown here", key.c_str());
        else if (format.kind == DataKind::Generated)
            data.fail("the demo data are generated; remove it", key.c_str());
        else
            data.fail("is of no use to the format " + source.format + "; remove it", key.c_str());
    }
    source.train = format.train;
    source.test = format.test;
    if (format.kind == DataKind::Generated) {
        source.seed = static_cast<std::uint64_t>(integerIn(data, "seed", 1, 0, INT64_MAX));
        source.train = integerIn(data, "train", 6000, 1, 10'000'000);
        source.test = integerIn(data, "test", 4000, 1, 10'000'000);
        return source;
    }
    const NumberRange open{.most = 1, .leastExcluded = true, .mostExcluded = true};
    source.folder = below(data, "folder", benchmarkFile);
    source.skip = shareIn(data, "skip", source.skip, {.most = 1, .mostExcluded = true});
    source.fit = choiceOf(data, "fit", source.fit, {"stretch", "crop"});
    source.unknown = shareIn(data, "unknown", source.unknown, {.most = 1, .leastExcluded = true});
    source.validationShare = shareIn(data, "validation", source.validationShare, open);
    if (data.has("leave_out"))
        source.leaveOut = below(data, "leave_out", benchmarkFile);
    if (std::find(format.keys.begin(), format.keys.end(), "test") != format.keys.end())
        source.testShare = shareIn(data, "test", source.testShare, open);
    return source;
}

} // namespace dnas
