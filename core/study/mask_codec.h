// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Channel masks as bytes: number of groups, then by group its number of channels and a byte (0 or 1) a channel.
// Numbers are 32 bits, little-endian.
#pragma once

#include "core/space/search_space.h"

#include <optional>
#include <string>
#include <string_view>

namespace dnas {

std::string encodeMasks(const ChannelMasks &masks);
/// Nothing unless every byte is as the format says.
std::optional<ChannelMasks> decodeMasks(std::string_view bytes);

} // namespace dnas
