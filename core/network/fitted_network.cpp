// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See fitted_network.h.
#include "core/network/fitted_network.h"

#include "core/network/shapes.h"

namespace dnas {

Result<Network> fittedTo(Network network, const Shape &input, int outputs)
{
    network.input = input;
    auto at = static_cast<std::size_t>(network.output);
    // Back over what leaves channels as they are: activations, pools, dropout.
    while (findOperator(network.layers[at].op)->channelRule(network.layers[at]) == ChannelRule::Preserves &&
           network.layers[at].inputs.size() == 1)
        at = static_cast<std::size_t>(network.layers[at].inputs.front());
    Layer &last = network.layers[at];
    if (last.channels == 0 || findOperator(last.op)->channelRule(last) != ChannelRule::Defines)
        return invalidInput("network " + network.name +
                                " does not end with a convolution or dense layer, so its outputs " +
                                "cannot be changed; choose one with " + std::to_string(outputs) + " outputs",
                            {.key = last.name});
    last.channels = outputs;
    last.weightBits.clear();
    const auto shapes = inferShapes(network);
    if (!shapes.ok())
        return shapes.error();
    const Shape &output = (*shapes)[static_cast<std::size_t>(network.output)];
    if (output.elements() != outputs)
        return invalidInput("network " + network.name + " gives " + std::to_string(output.elements()) +
                                " values for such an input, not " + std::to_string(outputs) + "; choose another one",
                            {.key = last.name});
    return network;
}

} // namespace dnas
