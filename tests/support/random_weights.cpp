// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_weights.h"

#include "core/base/random.h"
#include "core/network/shapes.h"

#include <cmath>

namespace dnas::test {

namespace {

NamedArray array(std::vector<std::int64_t> shape, RandomStream &stream, double centre, double radius)
{
    NamedArray result{std::move(shape), {}};
    std::int64_t count = 1;
    for (const std::int64_t size : result.shape)
        count *= size;
    for (std::int64_t i = 0; i < count; ++i)
        result.values.push_back(static_cast<float>(centre + radius * (2 * stream.uniform() - 1)));
    return result;
}

} // namespace

std::vector<float> randomValues(std::size_t count, std::uint64_t seed)
{
    RandomStream stream(seed, "test values");
    return array({static_cast<std::int64_t>(count)}, stream, 0, 1).values;
}

WeightStore randomWeights(const Network &network, std::uint64_t seed)
{
    WeightStore store;
    RandomStream stream(seed, "test weights");
    const std::vector<Shape> shapes = inferShapes(network).value();
    for (std::size_t i = 1; i < network.layers.size(); ++i) {
        const Layer &layer = network.layers[i];
        const Shape &input = shapes[static_cast<std::size_t>(layer.inputs.front())];
        if (layer.op == "conv" || layer.op == "dense") {
            std::vector<std::int64_t> shape{layer.channels, input.channels};
            if (layer.op == "conv")
                shape = {layer.channels, input.channels / layer.groups, layer.kernel.height, layer.kernel.width};
            double reads = 1;
            for (std::size_t d = 1; d < shape.size(); ++d)
                reads *= static_cast<double>(shape[d]);
            store[layer.name + ".weight"] = array(shape, stream, 0, std::sqrt(3 / reads));
            if (layer.bias)
                store[layer.name + ".bias"] = array({layer.channels}, stream, 0, 0.5);
        } else if (layer.op == "batch_norm") {
            store[layer.name + ".scale"] = array({input.channels}, stream, 1, 0.5);
            store[layer.name + ".shift"] = array({input.channels}, stream, 0, 0.5);
            store[layer.name + ".mean"] = array({input.channels}, stream, 0, 0.5);
            store[layer.name + ".variance"] = array({input.channels}, stream, 1, 0.5);
        }
    }
    return store;
}

} // namespace dnas::test
