// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Names and look-ups of the network value.
#include "core/network/network.h"

#include <array>

namespace dnas {

namespace {

struct NamedActivation {
    Activation activation;
    const char *name;
};

constexpr std::array kActivations{
    NamedActivation{Activation::None, "none"},       NamedActivation{Activation::Relu, "relu"},
    NamedActivation{Activation::Relu6, "relu6"},     NamedActivation{Activation::LeakyRelu, "leaky_relu"},
    NamedActivation{Activation::Sigmoid, "sigmoid"}, NamedActivation{Activation::Tanh, "tanh"},
};

} // namespace

const char *activationName(Activation activation)
{
    for (const NamedActivation &entry : kActivations) {
        if (entry.activation == activation)
            return entry.name;
    }
    return "none";
}

std::optional<Activation> activationFromName(std::string_view name)
{
    for (const NamedActivation &entry : kActivations) {
        if (name == entry.name)
            return entry.activation;
    }
    return std::nullopt;
}

int Network::indexOf(const std::string &layerName) const
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].name == layerName)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace dnas
