// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See scratch_folder.h.
#include "app/cli/scratch_folder.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace paretoscope {

namespace {
constexpr const char *kCacheVariable = "PARETOSCOPE_CACHE";
}

ScratchFolder::ScratchFolder()
{
    // A new one that nobody else can have made: everything in it is deleted at the end.
    std::string name = (std::filesystem::temp_directory_path() / "paretoscope-bench-XXXXXX").string();
    if (!mkdtemp(name.data()))
        throw std::filesystem::filesystem_error("cannot be made", name,
                                                std::error_code(errno, std::generic_category()));
    m_path = name;
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

ScratchCache::ScratchCache(const std::filesystem::path &folder)
{
    if (const char *value = std::getenv(kCacheVariable)) {
        m_before = value;
        m_wasSet = true;
    }
    setenv(kCacheVariable, folder.c_str(), 1);
}

ScratchCache::~ScratchCache()
{
    if (m_wasSet)
        setenv(kCacheVariable, m_before.c_str(), 1);
    else
        unsetenv(kCacheVariable);
}

} // namespace paretoscope
