// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lock file beside a study, "<study>.lock": held by its one writer, freed by the kernel when that dies.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace dnas {

class WriterLock {
public:
    /// Locked, with the other writer's process number, when somebody holds it.
    static Result<WriterLock> take(const std::filesystem::path &study);
    /// Whether somebody holds it now.
    static bool isHeld(const std::filesystem::path &study);
    WriterLock(WriterLock &&other) noexcept;
    WriterLock &operator=(WriterLock &&other) noexcept;
    ~WriterLock(); ///< removes the file

private:
    WriterLock(std::filesystem::path path, int file)
        : m_path(std::move(path))
        , m_file(file)
    {
    }
    std::filesystem::path m_path;
    int m_file = -1;
};

} // namespace dnas
