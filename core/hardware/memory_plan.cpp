// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Live ranges of activation tensors.
#include "core/hardware/memory_plan.h"

#include <algorithm>

namespace dnas {

namespace {

const Layer &layerAt(const Network &network, int index) { return network.layers[static_cast<std::size_t>(index)]; }

/// Nothing else reads this value, and it is no result.
bool hasOneReader(const Network &network, int index)
{
    if (index == network.output || layerAt(network, index).isExit)
        return false;
    int readers = 0;
    for (const Layer &layer : network.layers)
        readers += static_cast<int>(std::count(layer.inputs.begin(), layer.inputs.end(), index));
    return readers == 1;
}

/// By layer: the layer whose tensor holds its output (itself, unless it works in place).
std::vector<int> tensorOwners(const Network &network)
{
    std::vector<int> owners;
    std::vector<bool> exclusive; // the chain from the owner to here has one reader at every step
    for (int i = 0; i < static_cast<int>(network.layers.size()); ++i) {
        const Layer &layer = layerAt(network, i);
        const auto input = static_cast<std::size_t>(layer.inputs.empty() ? 0 : layer.inputs.front());
        // Dropout and flatten change nothing, so others may still read the tensor; a normalisation overwrites it.
        const bool inPlace =
            layer.op == "dropout" || layer.op == "flatten" || (layer.op == "batch_norm" && exclusive[input]);
        owners.push_back(inPlace ? owners[input] : i);
        exclusive.push_back(hasOneReader(network, i) && (!inPlace || exclusive[input]));
    }
    return owners;
}

} // namespace

bool foldsIntoProducer(const Network &network, int index)
{
    const Layer &layer = layerAt(network, index);
    if (layer.op != "batch_norm")
        return false;
    const int producer = layer.inputs.front();
    const Layer &before = layerAt(network, producer);
    return (before.op == "conv" || before.op == "dense") && before.activation == Activation::None &&
           hasOneReader(network, producer);
}

std::vector<std::vector<int>> liveTensors(const Network &network)
{
    const std::vector<int> owners = tensorOwners(network);
    const int count = static_cast<int>(network.layers.size());
    std::vector<int> lastUse(owners.size());
    for (int i = 0; i < count; ++i) {
        const auto owner = static_cast<std::size_t>(owners[static_cast<std::size_t>(i)]);
        const bool result = i == network.output || layerAt(network, i).isExit;
        lastUse[owner] = std::max(lastUse[owner], result ? count - 1 : i);
        for (const int input : layerAt(network, i).inputs) {
            const auto read = static_cast<std::size_t>(owners[static_cast<std::size_t>(input)]);
            lastUse[read] = std::max(lastUse[read], i);
        }
    }
    std::vector<std::vector<int>> live(owners.size());
    for (int tensor = 0; tensor < count; ++tensor) {
        if (owners[static_cast<std::size_t>(tensor)] != tensor)
            continue;
        for (int step = tensor; step <= lastUse[static_cast<std::size_t>(tensor)]; ++step)
            live[static_cast<std::size_t>(step)].push_back(tensor);
    }
    return live;
}

double bytesPerElement(const Layer &layer, const Runtime &runtime)
{
    return (layer.activationBits > 0 ? layer.activationBits : runtime.activationBits) / 8.0;
}

} // namespace dnas
