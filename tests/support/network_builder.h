// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small networks written down in a test, layer by layer, without YAML.
#pragma once

#include "core/network/network.h"

#include <string>
#include <utility>
#include <vector>

namespace dnas::test {

class NetworkBuilder {
public:
    explicit NetworkBuilder(Shape input, int dimensions = 2)
    {
        m_network.name = "test";
        m_network.dimensions = dimensions;
        m_network.input = input;
        m_network.layers.push_back({.name = "input", .op = "input"});
    }

    /// Index of the new layer, which becomes the output. Without `inputs` it reads the layer before it.
    int add(Layer layer, std::vector<int> inputs = {})
    {
        const int before = static_cast<int>(m_network.layers.size()) - 1;
        layer.inputs = inputs.empty() ? std::vector<int>{before} : std::move(inputs);
        m_network.layers.push_back(std::move(layer));
        return m_network.output = before + 1;
    }

    int add(const std::string &name, const std::string &op, std::vector<int> inputs = {},
            Activation activation = Activation::None)
    {
        return add(Layer{.name = name, .op = op, .activation = activation}, std::move(inputs));
    }

    const Network &network() const { return m_network; }

private:
    Network m_network;
};

} // namespace dnas::test
