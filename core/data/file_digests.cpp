// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See file_digests.h. What is remembered is a text file for each folder, a line a file: size, time, digest, name.
#include "core/data/file_digests.h"

#include "core/base/files.h"

#include <map>
#include <set>
#include <sstream>
#include <sys/stat.h>

namespace dnas {

namespace {

namespace fs = std::filesystem;

struct Remembered {
    std::int64_t size = -1;
    std::int64_t time = 0; ///< nanoseconds
    std::string digest;
};
using Memory = std::map<std::string, Remembered>;

fs::path memoryFile(const fs::path &folder)
{
    std::error_code ignored;
    return cacheFolder() / (sha256("files of " + fs::absolute(folder, ignored).lexically_normal().string()) + ".files");
}

/// Lines that are none are forgotten.
Memory readMemory(const fs::path &file)
{
    Memory memory;
    const auto text = readText(file);
    std::istringstream lines(text.ok() ? *text : std::string());
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        Remembered entry;
        std::string name;
        if (words >> entry.size >> entry.time >> entry.digest && words.get() == ' ' && std::getline(words, name) &&
            entry.digest.size() == 64)
            memory[name] = std::move(entry);
    }
    return memory;
}

/// Files that were asked for once and are not there any more.
bool forgetGone(Memory &memory, const fs::path &folder, const std::vector<std::string> &asked)
{
    const std::set<std::string> wanted(asked.begin(), asked.end());
    return std::erase_if(memory, [&](const auto &entry) {
               std::error_code ignored;
               return !wanted.contains(entry.first) && !fs::exists(folder / entry.first, ignored);
           }) > 0;
}

void writeMemory(const fs::path &file, const Memory &memory)
{
    std::string text;
    for (const auto &[name, entry] : memory) {
        if (name.find('\n') == std::string::npos)
            text +=
                std::to_string(entry.size) + ' ' + std::to_string(entry.time) + ' ' + entry.digest + ' ' + name + '\n';
    }
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    // Forgetting costs time only.
    [[maybe_unused]] const auto written = writeAtomically(file, text);
}

} // namespace

Result<std::string> digestFiles(const fs::path &folder, const std::vector<std::string> &files,
                                const WorkProgressFunction &progress, const StopToken *stop)
{
    constexpr std::int64_t kEvery = 256; // files between reports
    const fs::path remembered = memoryFile(folder);
    Memory memory = readMemory(remembered);
    bool changed = forgetGone(memory, folder, files);
    std::string all;
    std::int64_t done = 0;
    for (const std::string &name : files) {
        if (done++ % kEvery == 0) {
            if (stop && stop->requested())
                return Error{ErrorCode::Cancelled, "stopped while looking for changed files", {}};
            if (progress)
                progress({"looking for changed files", done, static_cast<std::int64_t>(files.size())});
        }
        struct stat status {};
        Remembered now;
        if (::stat((folder / name).c_str(), &status) == 0) {
            now.size = status.st_size;
            now.time = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
        }
        Remembered &known = memory[name];
        if (known.digest.empty() || known.size != now.size || known.time != now.time) {
            const auto text = readText(folder / name);
            now.digest = sha256(text.ok() ? *text : std::string());
            known = now;
            changed = true;
        }
        all += std::to_string(name.size()) + ' ' + name + ' ' + known.digest + '\n';
    }
    if (changed)
        writeMemory(remembered, memory);
    return sha256(all);
}

} // namespace dnas
