// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names of the kinds of work, as board files spell them.
#include "core/hardware/work_kind.h"

namespace dnas {

namespace {

constexpr std::array<const char *, kWorkKinds> kNames{
    "convolution", "input_convolution", "single_channel_input", "pointwise", "depthwise", "dense", "other"};

} // namespace

const char *workKindName(WorkKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<WorkKind> workKindFromName(std::string_view name)
{
    for (std::size_t i = 0; i < kWorkKinds; ++i) {
        if (name == kNames[i])
            return static_cast<WorkKind>(i);
    }
    return std::nullopt;
}

} // namespace dnas
