// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See file_listing.h.
#include "core/data/file_listing.h"

#include <algorithm>
#include <array>
#include <set>
#include <sys/stat.h>
#include <system_error>

namespace dnas {

namespace {

constexpr int kDeepest = 8;

bool isHidden(const std::filesystem::path &path) { return path.filename().string().starts_with('.'); }

std::error_code stopped(const StopToken *stop)
{
    return stop && stop->requested() ? std::make_error_code(std::errc::operation_canceled) : std::error_code();
}

Error cannotList(const std::filesystem::path &folder, const std::error_code &why)
{
    if (why == std::errc::operation_canceled)
        return {ErrorCode::Cancelled, "stopped", {.file = folder.string()}};
    const bool absent = why == std::errc::no_such_file_or_directory || why == std::errc::not_a_directory;
    return ioError(absent ? "no such folder" : "the folder cannot be read: " + why.message(),
                   {.file = folder.string()});
}

/// Whether a link leads to `folder` or to what it lies in.
bool leadsUp(const std::filesystem::directory_entry &entry, const std::filesystem::path &folder)
{
    std::error_code ignored;
    if (!entry.is_symlink(ignored))
        return false;
    const auto target = std::filesystem::weakly_canonical(entry.path(), ignored);
    const auto home = std::filesystem::weakly_canonical(folder, ignored);
    return std::mismatch(target.begin(), target.end(), home.begin(), home.end()).first == target.end();
}

/// Walks one folder. A folder that was seen before, by whatever link, is not entered again; one that a link names and
/// that holds this folder, never: its files are of other classes.
class Walk {
public:
    Walk(FileKind kind, std::vector<std::string> &unreadable, const StopToken *stop)
        : m_kind(kind)
        , m_unreadable(unreadable)
        , m_stop(stop)
    {
    }

    std::error_code enter(const std::filesystem::path &folder, const std::string &prefix, int depth)
    {
        struct stat status {};
        if (::stat(folder.c_str(), &status) != 0)
            return {errno, std::generic_category()};
        if (!m_seen.emplace(status.st_dev, status.st_ino).second)
            return {};
        std::error_code failure;
        for (std::filesystem::directory_iterator it(folder, failure), end; !failure && it != end;
             it.increment(failure)) {
            if (const std::error_code end = stopped(m_stop))
                return end;
            if (isHidden(it->path()))
                continue;
            std::error_code ignored;
            const std::string name = prefix + it->path().filename().string();
            if (it->is_directory(ignored)) {
                if (leadsUp(*it, folder))
                    m_unreadable.push_back(name);
                else if (depth < kDeepest && enter(it->path(), name + '/', depth + 1))
                    m_unreadable.push_back(name);
            } else if (it->is_regular_file(ignored) && looksLike(m_kind, it->path())) {
                files.push_back(name);
            } else if (looksLike(m_kind, it->path()) && it->is_symlink(ignored) && !it->exists(ignored)) {
                m_unreadable.push_back(name); // a link to nothing
            }
        }
        return failure ? failure : stopped(m_stop); // a folder within may have been the last
    }

    std::vector<std::string> files;

private:
    FileKind m_kind;
    std::vector<std::string> &m_unreadable;
    const StopToken *m_stop;
    std::set<std::pair<dev_t, ino_t>> m_seen;
};

} // namespace

bool looksLike(FileKind kind, const std::filesystem::path &file)
{
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    static constexpr std::array<std::string_view, 3> kPictures{".png", ".jpg", ".jpeg"};
    static constexpr std::array<std::string_view, 6> kSounds{".wav", ".flac", ".ogg", ".aif", ".aiff", ".mp3"};
    if (kind == FileKind::Picture)
        return std::find(kPictures.begin(), kPictures.end(), ending) != kPictures.end();
    return std::find(kSounds.begin(), kSounds.end(), ending) != kSounds.end();
}

Result<std::vector<std::string>> foldersIn(const std::filesystem::path &folder, const StopToken *stop)
{
    std::vector<std::string> names;
    std::error_code failure;
    for (std::filesystem::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
        if (failure = stopped(stop); failure)
            break;
        std::error_code ignored;
        if (!isHidden(it->path()) && it->is_directory(ignored) && !leadsUp(*it, folder))
            names.push_back(it->path().filename().string());
    }
    if (failure)
        return cannotList(folder, failure);
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::vector<std::string>> filesBelow(const std::filesystem::path &folder, FileKind kind,
                                            std::vector<std::string> &unreadable, const StopToken *stop)
{
    Walk walk(kind, unreadable, stop);
    if (const std::error_code failure = walk.enter(folder, "", 0))
        return cannotList(folder, failure);
    std::sort(walk.files.begin(), walk.files.end());
    return std::move(walk.files);
}

} // namespace dnas
