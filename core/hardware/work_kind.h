// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Kinds of work that cost differently, and how many bits each output channel's weights have.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace dnas {

/// A convolution that reads the network's input is a kind of its own: with one to three channels there is little
/// to multiply in parallel, and some libraries have kernels just for it.
enum class WorkKind { Convolution, InputConvolution, SingleChannelInput, Pointwise, Depthwise, Dense, Other };
inline constexpr std::size_t kWorkKinds = 7;
inline constexpr std::array kMacKinds{WorkKind::Convolution, WorkKind::InputConvolution, WorkKind::SingleChannelInput,
                                      WorkKind::Pointwise,   WorkKind::Depthwise,        WorkKind::Dense};

const char *workKindName(WorkKind kind); ///< "convolution", "input_convolution", "single_channel_input", "pointwise", …
std::optional<WorkKind> workKindFromName(std::string_view name);

/// One number by kind of work.
class ByKind {
public:
    double &operator[](WorkKind kind) { return m_values[static_cast<std::size_t>(kind)]; }
    double operator[](WorkKind kind) const { return m_values[static_cast<std::size_t>(kind)]; }
    bool operator==(const ByKind &) const = default;

private:
    std::array<double, kWorkKinds> m_values{};
};

/// Share of a layer's output channels whose weights have 0 … 8 bits; adds up to 1.
using BitShares = std::array<double, 9>;

} // namespace dnas
