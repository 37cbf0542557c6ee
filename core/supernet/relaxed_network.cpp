// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supernet/relaxed_network.h"

#include "core/base/random.h"
#include "core/supernet/binary_mask.h"
#include "core/supernet/discretise.h"
#include "core/supernet/forward.h"
#include "core/supernet/ranked_decisions.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dnas {

namespace {

torch::Tensor indexTensor(const std::vector<std::int64_t> &indices) { return at::tensor(indices, at::kLong); }

torch::Tensor keepAliveBlocks(const DecisionLayout &decisions)
{
    torch::Tensor keep = at::zeros({decisions.blocks()}, at::kBool);
    for (const std::int64_t first : decisions.firstBlock) {
        if (first >= 0)
            keep[first] = true;
    }
    return keep;
}

} // namespace

RelaxedNetwork::RelaxedNetwork(const SearchSpace &space, std::uint64_t seed)
    : m_space(space)
    , m_layout(layOut(m_space))
    , m_dropoutSeed(combineKeys({seed, hashText("dropout")}))
{
    const at::NoGradGuard noGradient;
    m_parameters = at::zeros({m_layout.parameterCount()});
    m_gradient = at::zeros({m_layout.parameterCount()});
    m_statistics = at::zeros({m_layout.statisticCount});
    m_vectorBlock = indexTensor(m_layout.vectorBlock);
    m_statisticBlock = indexTensor(m_layout.statisticBlock);
    m_alwaysOn = at::ones({1});
    m_keepAlive = keepAliveBlocks(m_layout.decisions);
    m_alpha = at::ones({m_layout.decisions.blocks()}).requires_grad_(true);

    const auto makeLeaf = [&](std::int64_t offset, const std::vector<std::int64_t> &shape) {
        std::int64_t length = 1;
        for (const std::int64_t extent : shape)
            length *= extent;
        torch::Tensor leaf = m_parameters.narrow(0, offset, length).view(shape).detach().requires_grad_(true);
        leaf.mutable_grad() = m_gradient.narrow(0, offset, length).view(shape);
        return leaf;
    };
    m_vectors = makeLeaf(m_layout.weightCount, {m_layout.vectorCount});

    const Network &network = m_space.seed();
    const auto shapes = weightShapes(network);
    m_tensors.resize(network.layers.size());
    m_lastUse.assign(network.layers.size(), -1);
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerStretches &place = m_layout.layers[i];
        for (const int input : network.layers[i].inputs)
            m_lastUse[static_cast<std::size_t>(input)] = static_cast<int>(i);
        for (const Stretch *stretch : {&place.bias, &place.scale, &place.shift}) {
            if (stretch->present())
                m_vectorSizes.push_back(stretch->length);
        }
        if (place.weight.present())
            m_tensors[i].weight = makeLeaf(place.weight.offset, shapes.at(network.layers[i].name + ".weight"));
        if (place.masksWeights || place.masksOutput)
            m_tensors[i].rowBlocks = indexTensor(m_layout.featureBlocks(m_space, static_cast<int>(i)));
    }
    m_lastUse[static_cast<std::size_t>(network.output)] = static_cast<int>(network.layers.size());
    initialise(seed);
}

void RelaxedNetwork::initialise(std::uint64_t seed)
{
    const Network &network = m_space.seed();
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerStretches &place = m_layout.layers[i];
        if (place.weight.present()) {
            // He, Zhang, Ren, Sun 2015: deviation √(2 / fan-in).
            const torch::Tensor &weight = m_tensors[i].weight;
            const double fanIn = static_cast<double>(weight.numel()) / static_cast<double>(weight.size(0));
            const double deviation = std::sqrt(2 / fanIn);
            RandomStream stream(seed, "init:" + network.layers[i].name);
            float *values = weight.data_ptr<float>();
            for (std::int64_t k = 0; k < weight.numel(); ++k)
                values[k] = static_cast<float>(deviation * stream.normal());
        }
        if (place.scale.present())
            m_vectors.data().narrow(0, place.scale.offset, place.scale.length).fill_(1);
        if (place.variance.present())
            view(m_statistics, place.variance).fill_(1);
    }
}

torch::Tensor RelaxedNetwork::view(const torch::Tensor &flat, const Stretch &stretch) const
{
    return stretch.present() ? flat.narrow(0, stretch.offset, stretch.length) : torch::Tensor();
}

torch::Tensor RelaxedNetwork::forward(const torch::Tensor &input, Mode mode)
{
    const Network &network = m_space.seed();
    torch::Tensor vectors = m_vectors;
    if (m_searching) {
        m_blockMask = binaryMask(m_alpha, m_keepAlive);
        m_extendedMask = at::cat({m_blockMask, m_alwaysOn});
        vectors = m_vectors * m_extendedMask.index_select(0, m_vectorBlock);
    } else {
        m_blockMask = torch::Tensor();
    }
    const std::vector<torch::Tensor> parts = at::split_with_sizes(vectors, m_vectorSizes);

    // A channel that is off keeps its running statistics: a dead channel's variance decays to nothing, and its
    // return would explode.
    torch::Tensor before;
    if (m_searching && mode == Mode::Train)
        before = m_statistics.clone();

    std::vector<torch::Tensor> values(network.layers.size());
    std::size_t part = 0;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const Layer &layer = network.layers[i];
        if (layer.op == "input") {
            values[i] = input;
            continue;
        }
        values[i] = applyLayer(i, values, parts, part, mode);
        for (const int from : layer.inputs) {
            if (m_lastUse[static_cast<std::size_t>(from)] == static_cast<int>(i))
                values[static_cast<std::size_t>(from)] = torch::Tensor();
        }
    }
    if (before.defined()) {
        const at::NoGradGuard noGradient;
        const torch::Tensor on = at::gt(m_extendedMask.index_select(0, m_statisticBlock), 0.5F);
        // data(): backward must not take this for a change of what the normalisation saved.
        m_statistics.data().copy_(at::where(on, m_statistics, before));
    }
    if (mode == Mode::Train)
        ++m_dropoutStep;
    return values[static_cast<std::size_t>(network.output)].flatten(1);
}

torch::Tensor RelaxedNetwork::applyLayer(std::size_t index, const std::vector<torch::Tensor> &values,
                                         const std::vector<torch::Tensor> &parts, std::size_t &part, Mode mode)
{
    const Layer &layer = m_space.seed().layers[index];
    const LayerStretches &place = m_layout.layers[index];
    const LayerTensors &tensors = m_tensors[index];
    ForwardContext context(layer, m_space.shapes()[static_cast<std::size_t>(layer.inputs[0])], mode == Mode::Train);
    context.weight = tensors.weight;
    if (place.bias.present()) {
        const torch::Tensor &bias = parts[part++];
        // In front of a normalisation a bias has no effect; it is kept at zero (see load()).
        if (!place.feedsNormalisationAlone)
            context.bias = bias;
    }
    if (place.scale.present())
        context.scale = parts[part++];
    if (place.shift.present())
        context.shift = parts[part++];
    context.mean = view(m_statistics, place.mean);
    context.variance = view(m_statistics, place.variance);
    context.dropoutKey = combineKeys({m_dropoutSeed, m_dropoutStep, index});

    torch::Tensor rows;
    if (m_searching && tensors.rowBlocks.defined())
        rows = m_extendedMask.index_select(0, tensors.rowBlocks);
    if (rows.defined() && place.masksWeights) {
        std::vector<std::int64_t> shape(static_cast<std::size_t>(context.weight.dim()), 1);
        shape[0] = -1;
        context.weight = context.weight * rows.view(shape);
    }

    std::array<torch::Tensor, 1> single;
    std::vector<torch::Tensor> several;
    std::span<const torch::Tensor> inputs;
    if (layer.inputs.size() == 1) {
        single[0] = values[static_cast<std::size_t>(layer.inputs[0])];
        inputs = single;
    } else {
        for (const int from : layer.inputs)
            several.push_back(values[static_cast<std::size_t>(from)]);
        inputs = several;
    }
    const ForwardEntry *entry = findForward(layer.op);
    torch::Tensor y = entry->function(inputs, context);
    if (!entry->activates)
        y = applyActivation(y, layer.activation, entry->fresh);
    if (rows.defined() && place.masksOutput)
        y = y * rows.view({1, -1, 1, 1});
    return y;
}

std::vector<std::vector<double>> RelaxedNetwork::importance() const
{
    std::vector<std::vector<double>> theta(m_space.groups().size());
    const torch::Tensor alpha = m_alpha.detach().to(at::kCPU).contiguous();
    const float *values = alpha.data_ptr<float>();
    const DecisionLayout &decisions = m_layout.decisions;
    for (std::size_t block = 0; block < decisions.groupOfBlock.size(); ++block)
        theta[static_cast<std::size_t>(decisions.groupOfBlock[block])].push_back(std::abs(values[block]));
    return theta;
}

ChannelMasks RelaxedNetwork::masks() const
{
    ChannelMasks masks = m_space.fullMasks();
    const auto theta = importance();
    const bool *keepAlive = m_keepAlive.data_ptr<bool>();
    for (std::size_t g = 0; g < theta.size(); ++g) {
        const int granularity = m_space.groups()[g].granularity;
        for (std::size_t channel = 0; channel < masks[g].size() && !theta[g].empty(); ++channel) {
            const std::size_t block = channel / static_cast<std::size_t>(granularity);
            const auto flat = static_cast<std::size_t>(m_layout.decisions.firstBlock[g]) + block;
            masks[g][channel] = keepAlive[flat] || theta[g][block] > 0.5;
        }
    }
    return masks;
}

void RelaxedNetwork::setMasks(const ChannelMasks &masks)
{
    const at::NoGradGuard noGradient;
    torch::Tensor alpha = at::ones({m_layout.decisions.blocks()});
    m_keepAlive.fill_(false);
    for (std::size_t g = 0; g < masks.size(); ++g) {
        const ChannelGroup &group = m_space.groups()[g];
        int first = -1;
        for (int block = 0; block < group.blocks() && !group.frozen; ++block) {
            const bool on = masks[g][static_cast<std::size_t>(block * group.granularity)] != 0;
            alpha[m_layout.decisions.firstBlock[g] + block] = on ? 1.0F : 0.0F;
            first = on && first < 0 ? block : first;
        }
        // Training may go on from here and must not empty a group.
        if (!group.frozen)
            m_keepAlive[m_layout.decisions.firstBlock[g] + std::max(first, 0)] = true;
    }
    m_alpha.copy_(alpha);
}

RelaxedNetwork RelaxedNetwork::compacted(const ChannelMasks &kept, const CompactionIndex &index) const
{
    const at::NoGradGuard noGradient;
    RelaxedNetwork narrow(m_space.narrowed(kept), 0);
    narrow.m_parameters.copy_(m_parameters.index_select(0, index.parameters));
    narrow.m_statistics.copy_(m_statistics.index_select(0, index.statistics));
    narrow.m_alpha.copy_(m_alpha.index_select(0, index.decisions));
    narrow.m_keepAlive.copy_(m_keepAlive.index_select(0, index.decisions));
    narrow.m_dropoutSeed = m_dropoutSeed;
    narrow.m_dropoutStep = m_dropoutStep;
    narrow.m_searching = m_searching;
    return narrow;
}

torch::Tensor RelaxedNetwork::decide(const ChannelMasks &masks)
{
    constexpr float kJustOn = 0.55F;
    constexpr float kJustOff = 0.45F;
    const at::NoGradGuard noGradient;
    const ChannelMasks before = this->masks();
    std::vector<std::int64_t> changed;
    std::vector<float> alpha;
    for (std::size_t g = 0; g < masks.size(); ++g) {
        const ChannelGroup &group = m_space.groups()[g];
        for (int block = 0; block < group.blocks() && !group.frozen; ++block) {
            const auto channel = static_cast<std::size_t>(block * group.granularity);
            if (masks[g][channel] == before[g][channel])
                continue;
            changed.push_back(m_layout.decisions.firstBlock[g] + block);
            alpha.push_back(masks[g][channel] != 0 ? kJustOn : kJustOff);
        }
    }
    const torch::Tensor index = at::tensor(changed, at::kLong).to(m_alpha.device());
    m_alpha.index_copy_(0, index, at::tensor(alpha, at::kFloat).to(m_alpha.device()));
    return index;
}

void RelaxedNetwork::rankDecisions()
{
    const at::NoGradGuard noGradient;
    const torch::Tensor flat = m_parameters.to(at::kCPU);
    const auto alpha =
        rankedDecisions(m_space, m_layout, {flat.data_ptr<float>(), static_cast<std::size_t>(flat.numel())});
    m_alpha.copy_(at::tensor(alpha, at::kFloat));
}

WeightStore RelaxedNetwork::weights() const
{
    WeightStore store;
    const Network &network = m_space.seed();
    const auto put = [&](const std::string &name, const torch::Tensor &tensor, std::vector<std::int64_t> shape) {
        const torch::Tensor cpu = tensor.detach().to(at::kCPU).contiguous();
        const float *values = cpu.data_ptr<float>();
        store[name] = {std::move(shape), std::vector<float>(values, values + cpu.numel())};
    };
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const std::string &name = network.layers[i].name;
        const LayerStretches &place = m_layout.layers[i];
        if (place.weight.present())
            put(name + ".weight", m_tensors[i].weight, m_tensors[i].weight.sizes().vec());
        for (const auto &[part, stretch] :
             {std::pair{"bias", place.bias}, {"scale", place.scale}, {"shift", place.shift}}) {
            if (stretch.present())
                put(name + "." + part, view(m_vectors, stretch), {stretch.length});
        }
        for (const auto &[part, stretch] : {std::pair{"mean", place.mean}, {"variance", place.variance}}) {
            if (stretch.present())
                put(name + "." + part, view(m_statistics, stretch), {stretch.length});
        }
    }
    return store;
}

Result<void> RelaxedNetwork::load(const WeightStore &weights, const std::string &file)
{
    const Network &network = m_space.seed();
    if (const auto checked = checkWeights(network, weights, file); !checked.ok())
        return checked.error();
    const at::NoGradGuard noGradient;
    const auto fill = [&](torch::Tensor target, const NamedArray &array) {
        const torch::Tensor source =
            at::from_blob(const_cast<float *>(array.values.data()), target.sizes(), at::TensorOptions(at::kFloat));
        target.copy_(source);
    };
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const std::string &name = network.layers[i].name;
        const LayerStretches &place = m_layout.layers[i];
        if (place.weight.present())
            fill(m_tensors[i].weight.detach(), weights.at(name + ".weight"));
        for (const auto &[part, stretch] :
             {std::pair{"bias", place.bias}, {"scale", place.scale}, {"shift", place.shift}}) {
            if (stretch.present())
                fill(view(m_vectors.detach(), stretch), weights.at(name + "." + part));
        }
        for (const auto &[part, stretch] : {std::pair{"mean", place.mean}, {"variance", place.variance}}) {
            if (stretch.present())
                fill(view(m_statistics, stretch), weights.at(name + "." + part));
        }
    }
    absorbBiases();
    return {};
}

void RelaxedNetwork::absorbBiases()
{
    // y = normalise(Wx + b): the same function with b = 0 and a running mean smaller by b.
    const Network &network = m_space.seed();
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        if (network.layers[i].op != "batch_norm")
            continue;
        const auto producer = static_cast<std::size_t>(network.layers[i].inputs[0]);
        const LayerStretches &place = m_layout.layers[producer];
        if (!place.feedsNormalisationAlone || !place.bias.present())
            continue;
        torch::Tensor bias = view(m_vectors.detach(), place.bias);
        view(m_statistics, m_layout.layers[i].mean).sub_(bias);
        bias.zero_();
    }
}

} // namespace dnas
