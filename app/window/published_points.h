// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Networks of papers for a benchmark, as points to draw beside candidates: resources/measurements/published.yaml.
#pragma once

#include "core/base/result.h"
#include "core/report/figures.h"

#include <filesystem>
#include <string>
#include <vector>

namespace paretoscope {

struct PublishedNetwork {
    std::string benchmark; ///< by name
    std::string network;   ///< of resources/networks
    dnas::NamedPoint point;
};

std::filesystem::path publishedFile();
/// Everything in such a file.
dnas::Result<std::vector<PublishedNetwork>> readPublished(const std::filesystem::path &file);

/// `benchmark`: its YAML text, as a study holds it. Empty when there is none, or no such file. Remembers the
/// answer for the last benchmark; GUI thread.
std::vector<dnas::NamedPoint> publishedPoints(const std::string &benchmark);

} // namespace paretoscope
