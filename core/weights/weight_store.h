// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Named arrays of 32-bit floats, in and out of safetensors. Names are "layer.part": conv weights
// "conv0.weight" [out, in/groups, kh, kw], dense "fc.weight" [out, in], "fc.bias" [out], normalisation
// "bn.scale", "bn.shift", "bn.mean", "bn.variance" [channels].
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

struct NamedArray {
    std::vector<std::int64_t> shape;
    std::vector<float> values; ///< row-major
    bool operator==(const NamedArray &) const = default;
};

using WeightStore = std::map<std::string, NamedArray>; ///< sorted, so that bytes are the same for same content

/// F32 safetensors with the given metadata; the same store gives the same bytes.
std::string writeSafetensors(const WeightStore &weights, const std::map<std::string, std::string> &metadata = {});
/// Checks header length, offsets, shapes and sizes before it reads anything; accepts F32 (F16, BF16 and F64 are
/// converted). Never reads out of bounds of `bytes`.
Result<WeightStore> readSafetensors(std::string_view bytes, const std::string &file);
Result<WeightStore> loadSafetensors(const std::filesystem::path &path);

} // namespace dnas
