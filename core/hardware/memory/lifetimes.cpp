// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Live ranges of activation tensors: first who works in place, then who is read last where.
#include "core/hardware/memory/lifetimes.h"

#include <algorithm>
#include <cstdint>

namespace dnas {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

const Layer &layerAt(const Network &network, int index) { return network.layers[at(index)]; }

bool isResult(const Network &network, int index) { return index == network.output || layerAt(network, index).isExit; }

std::vector<int> readerCounts(const Network &network)
{
    std::vector<int> readers(network.layers.size());
    for (const Layer &layer : network.layers) {
        for (const int input : layer.inputs)
            ++readers[at(input)];
    }
    return readers;
}

/// What is known of a tensor; `owner` of a layer that works in place is another layer's.
struct Lifetimes {
    const Network &network;
    const ArenaRules &rules;
    int runtimeBits;
    std::vector<int> owner;    ///< by layer: the layer whose tensor holds its output
    std::vector<int> last;     ///< by owner
    std::vector<char> result;  ///< by owner: holds a result or an exit
    std::vector<char> counted; ///< by owner

    Lifetimes(const Network &n, const ArenaRules &r, int bits)
        : network(n)
        , rules(r)
        , runtimeBits(bits)
        , owner(n.layers.size())
        , last(n.layers.size())
        , result(n.layers.size())
        , counted(n.layers.size(), 1)
    {
        findOwners();
        findUses();
        if (rules.additionInPlace)
            mergeAdditions();
    }

    int count() const { return static_cast<int>(network.layers.size()); }

    void findOwners()
    {
        const std::vector<int> readers = readerCounts(network);
        std::vector<char> exclusive(at(count())); // the chain from the owner to here has one reader at every step
        for (int i = 0; i < count(); ++i) {
            const Layer &layer = layerAt(network, i);
            const std::size_t input = at(layer.inputs.empty() ? 0 : layer.inputs.front());
            // Dropout and flatten change nothing, so others may still read the tensor; a normalisation overwrites it.
            const bool inPlace =
                layer.op == "dropout" || layer.op == "flatten" || (layer.op == "batch_norm" && exclusive[input] != 0);
            owner[at(i)] = inPlace ? owner[input] : i;
            const bool writable = i > 0 || (rules.inputCounted && !rules.inputKept);
            exclusive[at(i)] =
                writable && readers[at(i)] == 1 && !isResult(network, i) && (!inPlace || exclusive[input] != 0);
        }
    }

    void findUses()
    {
        for (int i = 0; i < count(); ++i) {
            const std::size_t own = at(owner[at(i)]);
            if (isResult(network, i))
                result[own] = 1;
            last[own] = std::max(last[own], i);
            for (const int input : layerAt(network, i).inputs)
                last[at(owner[at(input)])] = i;
        }
        for (std::size_t tensor = 0; tensor < result.size(); ++tensor) {
            if (result[tensor] != 0) {
                last[tensor] = count() - 1;
                counted[tensor] = rules.outputCounted;
            }
        }
        if (count() > 0 && !rules.inputCounted)
            counted[0] = 0;
        else if (count() > 0 && rules.inputKept)
            last[0] = count() - 1;
    }

    /// A layer may overwrite this tensor while it runs: both in the arena, of one size, and nobody needs it later.
    bool mayTake(int tensor, int layer) const
    {
        const bool kept = result[at(tensor)] != 0 || (tensor == 0 && rules.inputKept);
        return counted[at(tensor)] != 0 && counted[at(layer)] != 0 && !kept && last[at(tensor)] == layer &&
               activationBitsOf(layerAt(network, tensor), runtimeBits) ==
                   activationBitsOf(layerAt(network, layer), runtimeBits);
    }

    /// In the order of the network, so that a chain of additions may share one tensor.
    void mergeAdditions()
    {
        std::vector<int> place(at(count())); // by owner: the owner that it was merged into
        for (int i = 0; i < count(); ++i) {
            place[at(i)] = owner[at(i)] == i ? i : place[at(owner[at(i)])];
            if (layerAt(network, i).op != "add")
                continue;
            // Of several inputs the oldest: the younger ones then end here, and leave no hole around it.
            int taken = i;
            for (const int input : layerAt(network, i).inputs) {
                const int tensor = place[at(input)];
                if (mayTake(tensor, i))
                    taken = std::min(taken, tensor);
            }
            if (taken == i)
                continue;
            place[at(i)] = taken;
            last[at(taken)] = last[at(i)];
            result[at(taken)] = result[at(i)];
        }
        owner = std::move(place);
    }
};

} // namespace

bool foldsIntoProducer(const Network &network, int index)
{
    const Layer &layer = layerAt(network, index);
    if (layer.op != "batch_norm")
        return false;
    const int producer = layer.inputs.front();
    const Layer &before = layerAt(network, producer);
    if ((before.op != "conv" && before.op != "dense") || before.activation != Activation::None ||
        isResult(network, producer))
        return false;
    std::int64_t readers = 0;
    for (const Layer &other : network.layers)
        readers += std::count(other.inputs.begin(), other.inputs.end(), producer);
    return readers == 1;
}

TensorLives tensorLives(const Network &network, const ArenaRules &rules, int runtimeBits)
{
    const Lifetimes lifetimes(network, rules, runtimeBits);
    TensorLives lives;
    lives.tensorOf.reserve(network.layers.size());
    for (int i = 0; i < lifetimes.count(); ++i) {
        const int owner = lifetimes.owner[at(i)];
        if (owner != i) {
            lives.tensorOf.push_back(lives.tensorOf[at(owner)]);
        } else if (lifetimes.counted[at(i)] == 0) {
            lives.tensorOf.push_back(-1);
        } else {
            lives.tensorOf.push_back(static_cast<int>(lives.tensors.size()));
            lives.tensors.push_back({.layer = i, .first = i, .last = lifetimes.last[at(i)]});
        }
    }
    return lives;
}

std::vector<std::vector<int>> liveTensors(const Network &network, const ArenaRules &rules, int runtimeBits)
{
    std::vector<std::vector<int>> live(network.layers.size());
    for (const TensorLife &tensor : tensorLives(network, rules, runtimeBits).tensors) {
        for (int step = tensor.first; step <= tensor.last; ++step)
            live[at(step)].push_back(tensor.layer);
    }
    return live;
}

int activationBitsOf(const Layer &layer, int runtimeBits)
{
    return layer.activationBits > 0 ? layer.activationBits : runtimeBits;
}

} // namespace dnas
