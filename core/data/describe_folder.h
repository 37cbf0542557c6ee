// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a user's folder to a benchmark: looks at what is there, chooses a size, a front end and a network, and computes
// mean and deviation. Nothing is written.
#pragma once

#include "core/data/data_set.h"

#include <optional>

namespace dnas {

/// What the user has decided; the rest is chosen by what the files are like.
struct FolderWishes {
    std::string network = {};  ///< name or path
    int width = 0, height = 0; ///< of pictures, both or none
    int rate = 0;              ///< of sounds, samples a second
    double seconds = 0;        ///< of a clip
    WorkProgressFunction progress = {};
    const StopToken *stop = nullptr;
};

struct DescribedFolder {
    Benchmark benchmark;              ///< `data.folder` is absolute, `network` a name or path
    std::optional<Network> fitted;    ///< the network with this input and these outputs, where none has them already
    std::string recipes;              ///< text of its recipe and recipes
    DataReport report;                ///< with the files that cannot be read
    std::vector<std::string> remarks; ///< what was found and what was chosen for it, a line each
};

/// Layouts of recogniseFolder. All files are decoded into the cache, where a search finds them. Errors: those of the
/// layout, wishes that do not suit it, no file that can be read, a network that cannot be fitted, stopped.
Result<DescribedFolder> describeFolder(const std::filesystem::path &folder, const FolderWishes &wishes);

} // namespace dnas
