// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A candidate as files that other programs read, the same from the command line and from the window: ONNX in one
// file, or the network as YAML with its weights as safetensors. What is written says that it is 0BSD.
#pragma once

#include "core/base/result.h"
#include "core/network/network.h"
#include "core/weights/weight_store.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dnas {

enum class CandidateFormat { Onnx, Yaml };

/// Where an exported candidate comes from and how good it is.
struct CandidateOrigin {
    int id = 0;
    std::string label;
    std::string study; ///< name of the file
    std::string input; ///< what the board must compute before, and what the outputs mean; may be empty
    std::string qualityMetric;
    std::string qualityPrecision;
    double quality = 0; ///< on validation
    double testQuality = 0;
};

/// One line without control characters, as it stands in every exported file.
std::string describeCandidate(const CandidateOrigin &origin);

struct ExportPaths {
    std::filesystem::path network; ///< the ONNX model or the YAML file
    std::filesystem::path weights; ///< of YAML only
};

struct ExportedFile {
    std::filesystem::path path;
    std::uintmax_t bytes = 0;
};

/// Writes all files or, as far as that can be had without a transaction of the file system, none; the folder is
/// made when it is missing. A file that cannot be written keeps its old content.
Result<std::vector<ExportedFile>> exportCandidate(const Network &network, const WeightStore &weights,
                                                  const CandidateOrigin &origin, CandidateFormat format,
                                                  const ExportPaths &paths);

} // namespace dnas
