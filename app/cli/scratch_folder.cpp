// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See scratch_folder.h.
#include "app/cli/scratch_folder.h"

#include <fmt/format.h>

#include <cstdlib>
#include <system_error>
#include <unistd.h>

namespace paretoscope {

namespace {
constexpr const char *kCacheVariable = "PARETOSCOPE_CACHE";
}

ScratchFolder::ScratchFolder()
    : m_path(std::filesystem::temp_directory_path() / fmt::format("paretoscope-bench-{}", getpid()))
{
    std::filesystem::create_directories(m_path);
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
