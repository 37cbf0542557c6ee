// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas data describe: a benchmark file for a user's own folder.
#pragma once

#include "app/cli/output.h"

#include <filesystem>

namespace paretoscope {

struct DescribeDataArguments {
    std::filesystem::path folder;
    std::filesystem::path output; ///< empty: beside the folder, with its name
    std::string network;
    std::string size; ///< "96x96"
    int rate = 0;
    double seconds = 0;
};

/// Writes the file, and a network beside it where one had to be fitted; nothing is overwritten. The exit code.
int describeData(const DescribeDataArguments &arguments, Form form);

} // namespace paretoscope
