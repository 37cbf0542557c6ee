// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_run.h"

#include <torch/version.h>

#include <fstream>
#include <string>

namespace dnas {

namespace {

std::string processorName()
{
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with("model name")) {
            const auto colon = line.find(": ");
            return colon == std::string::npos ? line : line.substr(colon + 2);
        }
    }
    return "unknown processor";
}

} // namespace

StudyEnvironment currentEnvironment(int threads)
{
    return {.processor = processorName(),
            .torchVersion = TORCH_VERSION,
            .programVersion = PARETOSCOPE_VERSION,
            .threads = threads};
}

} // namespace dnas
