// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See generated_folders.h.
#include "app/cli/generated_folders.h"

#include "app/cli/generated_media.h"
#include "core/base/random.h"
#include "core/data/cifar.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace paretoscope {

using namespace dnas;

namespace {

namespace fs = std::filesystem;

Result<void> write(const fs::path &file, const std::string &bytes, const StopToken *stop)
{
    if (stop && stop->requested())
        return Error{ErrorCode::Cancelled, "stopped while making data", {}};
    std::ofstream stream(file, std::ios::binary);
    if (!stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size())) || !stream.flush())
        return ioError(std::string("cannot be written: ") + std::strerror(errno), {.file = file.string()});
    return {};
}

/// The words of version 0.02.
constexpr const char *kWords[] = {"backward", "bed",  "bird", "cat",   "dog",    "down",  "eight",  "five",   "follow",
                                  "forward",  "four", "go",   "happy", "house",  "learn", "left",   "marvin", "nine",
                                  "no",       "off",  "on",   "one",   "right",  "seven", "sheila", "six",    "stop",
                                  "three",    "tree", "two",  "up",    "visual", "wow",   "yes",    "zero"};
constexpr std::int64_t kRate = 16000;

} // namespace

Result<void> makeCifar10(const fs::path &folder, std::int64_t records, const StopToken *stop)
{
    const CifarFormat &format = *findCifarFormat("cifar10");
    const fs::path below = folder / format.folder;
    fs::create_directories(below);
    std::vector<std::string> files = format.trainFiles;
    files.push_back(format.testFile);
    RandomStream random(1, "generated records");
    for (const std::string &name : files) {
        std::string bytes;
        for (std::int64_t i = 0; i < records / std::ssize(files); ++i) {
            bytes += static_cast<char>(random.below(static_cast<std::uint64_t>(format.classes)));
            for (std::int64_t k = 0; k < format.shape().elements(); k += 8) {
                const std::uint64_t eight = random.next();
                bytes.append(reinterpret_cast<const char *>(&eight), 8);
            }
        }
        if (const auto written = write(below / name, bytes, stop); !written.ok())
            return written;
    }
    return {};
}

Result<void> makeSpeechCommands(const fs::path &folder, std::int64_t clips, const StopToken *stop)
{
    const fs::path below = folder / "speech_commands_v0.02";
    fs::create_directories(below / "_background_noise_");
    const GeneratedSounds sounds;
    for (int i = 0; i < 6; ++i) {
        const auto noise = sounds.clip(hashText("noise") + static_cast<std::uint64_t>(i), 60 * kRate);
        const fs::path file = below / "_background_noise_" / fmt::format("noise_{}.wav", i);
        if (const auto written = write(file, wavFile(kRate, noise), stop); !written.ok())
            return written;
    }
    for (const char *word : kWords)
        fs::create_directories(below / word);
    std::string validation, testing;
    for (std::int64_t i = 0; i < clips; ++i) {
        const std::int64_t speaker = i / std::ssize(kWords);
        const std::string name = fmt::format("{}/{:08x}_nohash_0.wav", kWords[i % std::ssize(kWords)], speaker);
        if (speaker % 10 == 8)
            validation += name + '\n';
        else if (speaker % 10 == 9)
            testing += name + '\n';
        const auto clip = sounds.clip(static_cast<std::uint64_t>(i), kRate);
        if (const auto written = write(below / name, wavFile(kRate, clip), stop); !written.ok())
            return written;
    }
    if (const auto written = write(below / "validation_list.txt", validation, stop); !written.ok())
        return written;
    return write(below / "testing_list.txt", testing, stop);
}

Result<void> makeWakeWords(const fs::path &folder, std::int64_t pictures, const StopToken *stop)
{
    for (std::int64_t i = 0; i < pictures; ++i) {
        const fs::path below = folder / "vw_coco2014_96" / (i % 2 == 0 ? "person" : "non_person");
        if (i < 2)
            fs::create_directories(below);
        const auto picture = generatedPicture(static_cast<std::uint64_t>(i), 96, 96);
        if (const auto written = write(below / fmt::format("{:06}.jpg", i), jpegFile(picture), stop); !written.ok())
            return written;
    }
    return {};
}

Result<void> makeTinyImagenet(const fs::path &folder, std::int64_t pictures, const StopToken *stop)
{
    constexpr std::int64_t kClasses = 200;
    const fs::path below = folder / "tiny-imagenet-200";
    std::string names, annotations;
    const auto classOf = [](std::int64_t i) {
        return fmt::format("n{:08}", i % kClasses);
    };
    for (std::int64_t i = 0; i < kClasses; ++i) {
        fs::create_directories(below / "train" / classOf(i) / "images");
        names += classOf(i) + '\n';
    }
    fs::create_directories(below / "val" / "images");
    for (std::int64_t i = 0; i < pictures + pictures / 10; ++i) {
        const bool test = i >= pictures;
        const std::string name = test ? fmt::format("val_{}.JPEG", i) : fmt::format("{}_{}.JPEG", classOf(i), i);
        const fs::path into = test ? below / "val" / "images" : below / "train" / classOf(i) / "images";
        if (test)
            annotations += name + '\t' + classOf(i) + "\t0\t0\t63\t63\n";
        const auto picture = generatedPicture(static_cast<std::uint64_t>(i), 64, 64);
        if (const auto written = write(into / name, jpegFile(picture), stop); !written.ok())
            return written;
    }
    if (const auto written = write(below / "wnids.txt", names, stop); !written.ok())
        return written;
    return write(below / "val" / "val_annotations.txt", annotations, stop);
}

} // namespace paretoscope
