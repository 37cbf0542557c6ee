// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Network: the one graph that every other part reads. A value: layers in topological order, nothing derived
// is stored (shapes and counts are inferred, see shapes.h and counts.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dnas {

/// One sample as it flows between layers. 1-D signals have width 1; vectors have height and width 1.
struct Shape {
    int channels = 0;
    int height = 1;
    int width = 1;

    std::int64_t elements() const { return std::int64_t{channels} * height * width; }
    bool operator==(const Shape &) const = default;
};

struct Size2 {
    int height = 1;
    int width = 1;
    std::int64_t area() const { return std::int64_t{height} * width; }
    bool operator==(const Size2 &) const = default;
};

/// Rows and columns of zeros around an input. `same` follows TensorFlow's rule (uneven when it must be).
struct Padding {
    bool same = false;
    int top = 0, bottom = 0, left = 0, right = 0; ///< used when not `same`
    bool operator==(const Padding &) const = default;
};

enum class Activation { None, Relu, Relu6, LeakyRelu, Sigmoid, Tanh };
const char *activationName(Activation activation); ///< "none", "relu", "relu6", "leaky_relu", …
std::optional<Activation> activationFromName(std::string_view name);

/// So many output channels have weights of so many bits.
struct BitShare {
    int bits = 8;
    int channels = 0;
    bool operator==(const BitShare &) const = default;
};

struct Layer {
    std::string name;
    std::string op;          ///< key of the operator registry: conv, dense, batch_norm, add, …
    std::vector<int> inputs; ///< indices of earlier layers
    int channels = 0;        ///< output channels of operators that define them (conv, dense); else 0
    Size2 kernel;
    Size2 stride;
    Size2 dilation;
    Padding padding;
    int groups = 1; ///< of a convolution; groups == input channels == channels is depthwise
    bool bias = false;
    Activation activation = Activation::None; ///< applied behind the operator
    double rate = 0;                          ///< of dropout
    std::vector<BitShare> weightBits;         ///< empty: as the runtime stores weights
    int activationBits = 0;                   ///< 0: as the runtime stores activations
    double weightDensity = 1;                 ///< share of non-zero weights
    bool isExit = false;                      ///< an early exit

    bool operator==(const Layer &) const = default;
};

/// Layer 0 is always the operator `input`; the last exit or output is `output`.
struct Network {
    std::string name;
    std::string title;
    std::string source; ///< where its definition comes from (paper, benchmark)
    int dimensions = 2; ///< of the signal: 2 pictures, 1 sequences, 0 vectors
    Shape input;
    std::vector<Layer> layers;
    int output = 0; ///< index of the layer whose value is the network's

    /// Index by name, or -1.
    int indexOf(const std::string &layerName) const;
    bool operator==(const Network &) const = default;
};

} // namespace dnas
