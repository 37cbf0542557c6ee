// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A temporary folder that goes with everything in it.
#pragma once

#include <filesystem>
#include <string>

namespace paretoscope {

class ScratchFolder {
public:
    ScratchFolder(); ///< below the system's folder for such ($TMPDIR)
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;
    const std::filesystem::path &path() const { return m_path; }
    std::filesystem::path file(const std::string &name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// Decoded data go there and not into the user's cache, as long as this lives. One at a time, and no other thread may
/// ask for the environment meanwhile.
class ScratchCache {
public:
    explicit ScratchCache(const std::filesystem::path &folder);
    ~ScratchCache();
    ScratchCache(const ScratchCache &) = delete;
    ScratchCache &operator=(const ScratchCache &) = delete;

private:
    std::string m_before;
    bool m_wasSet = false;
};

} // namespace paretoscope
