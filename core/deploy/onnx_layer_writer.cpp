// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/onnx_layer_writer.h"

#include "core/deploy/fold_normalisation.h"
#include "core/network/shapes.h"

#include <algorithm>

namespace dnas {

struct OnnxLayerWriter::Target {
    std::string value;                    ///< what the operator's node writes
    Shape shape;                          ///< of that value
    const Layer *normalisation = nullptr; ///< folded in
};

std::vector<std::int64_t> OnnxValue::sizes() const
{
    std::vector<std::int64_t> sizes{shape.channels};
    if (spatial >= 1)
        sizes.push_back(shape.height);
    if (spatial >= 2)
        sizes.push_back(shape.width);
    return sizes;
}

OnnxLayerWriter::OnnxLayerWriter(OnnxGraph &graph, const Network &network, const std::vector<Shape> &shapes,
                                 const WeightStore &weights)
    : m_graph(graph)
    , m_network(network)
    , m_shapes(shapes)
    , m_weights(weights)
{
}

Result<OnnxValue> OnnxLayerWriter::write(int index, int normalisation, std::vector<OnnxValue> inputs)
{
    const Layer &layer = m_network.layers[static_cast<std::size_t>(index)];
    const Layer *folded = normalisation < 0 ? nullptr : &m_network.layers[static_cast<std::size_t>(normalisation)];
    const Layer &last = folded == nullptr ? layer : *folded;
    const std::string valueName = m_graph.uniqueName(last.name);
    const bool isPlain = last.activation == Activation::None;
    const Target target{isPlain ? valueName : m_graph.uniqueName(last.name + "/linear"),
                        m_shapes[static_cast<std::size_t>(index)], folded};
    Result<OnnxValue> value = writeOperator(layer, target, std::move(inputs));
    if (!value.ok() || isPlain)
        return value;
    return writeActivation(last, last.activation, valueName, std::move(*value));
}

Result<OnnxValue> OnnxLayerWriter::writeOperator(const Layer &layer, const Target &target,
                                                 std::vector<OnnxValue> inputs)
{
    if (layer.op == "conv")
        return writeConv(layer, target, inputs.front());
    if (layer.op == "dense")
        return writeDense(layer, target, inputs.front());
    if (layer.op == "batch_norm")
        return writeNormalisation(layer, target, inputs.front());
    if (layer.op == "avg_pool" || layer.op == "max_pool")
        return writePool(layer, target, inputs.front());
    if (layer.op == "global_avg_pool")
        return writeGlobalPool(layer, target, inputs.front());
    if (layer.op == "add")
        return writeAdd(layer, target, std::move(inputs));
    if (layer.op == "concat")
        return writeConcat(layer, target, std::move(inputs));
    if (layer.op == "flatten")
        return flattened(inputs.front());
    if (layer.op == "dropout") // does nothing outside training
        return inputs.front();
    return invalidInput("operator " + layer.op + " cannot be written as ONNX yet", {.key = layer.name});
}

OnnxValue OnnxLayerWriter::flattened(const OnnxValue &value)
{
    if (value.spatial == 0)
        return value;
    const std::string name = m_graph.uniqueName(value.name + "/flat");
    setAttribute(m_graph.addNode("Flatten", name, {value.name}, name), "axis", std::int64_t{1});
    return {name, {static_cast<int>(value.shape.elements()), 1, 1}, 0};
}

OnnxValue OnnxLayerWriter::unflattened(const OnnxValue &value)
{
    if (value.spatial > 0)
        return value;
    // Size 0 keeps the batch as it is.
    OnnxValue result{m_graph.uniqueName(value.name + "/map"), value.shape, m_network.dimensions == 1 ? 1 : 2};
    std::vector<std::int64_t> sizes = result.sizes();
    sizes.insert(sizes.begin(), 0);
    const std::string shape = m_graph.addIntegers(value.name + "/map_shape", sizes);
    m_graph.addNode("Reshape", result.name, {value.name, shape}, result.name);
    return result;
}

void OnnxLayerWriter::alignRanks(std::vector<OnnxValue> &inputs)
{
    const bool anyVector = std::any_of(inputs.begin(), inputs.end(), [](const OnnxValue &v) { return v.spatial == 0; });
    for (OnnxValue &input : inputs) {
        // Beside [N, C] a [N, C, 1, 1] would be broadcast to something else.
        if (anyVector)
            input = flattened(input);
    }
}

Result<LinearWeights> OnnxLayerWriter::weightsFor(const Layer &layer, const Target &target, const Shape &input) const
{
    Result<LinearWeights> linear = linearWeights(m_weights, layer, input);
    if (!linear.ok() || target.normalisation == nullptr)
        return linear;
    const Result<Normalisation> norm = normalisation(m_weights, *target.normalisation, layer.channels);
    if (!norm.ok())
        return norm.error();
    return foldNormalisation(*linear, *norm);
}

Result<void> OnnxLayerWriter::setWindow(onnx::NodeProto &node, const Layer &layer, const OnnxValue &input) const
{
    const Padding p = resolvePadding(layer, input.shape);
    if (input.spatial == 2) {
        setAttribute(node, "kernel_shape", {layer.kernel.height, layer.kernel.width});
        setAttribute(node, "strides", {layer.stride.height, layer.stride.width});
        setAttribute(node, "pads", {p.top, p.left, p.bottom, p.right});
        return {};
    }
    if (layer.kernel.width != 1 || p.left != 0 || p.right != 0)
        return invalidInput("has a kernel or padding across a sequence, which has no width; use kernel N×1",
                            {.key = layer.name});
    setAttribute(node, "kernel_shape", std::vector<std::int64_t>{layer.kernel.height});
    setAttribute(node, "strides", std::vector<std::int64_t>{layer.stride.height});
    setAttribute(node, "pads", {p.top, p.bottom});
    return {};
}

Result<OnnxValue> OnnxLayerWriter::writeConv(const Layer &layer, const Target &target, const OnnxValue &given)
{
    const OnnxValue input = unflattened(given);
    const Result<LinearWeights> linear = weightsFor(layer, target, input.shape);
    if (!linear.ok())
        return linear.error();
    std::vector<std::int64_t> shape = linear->weight.shape;
    shape.resize(static_cast<std::size_t>(2 + input.spatial));
    std::vector<std::string> reads{input.name, m_graph.addFloats(layer.name + ".weight", shape, linear->weight.values)};
    if (linear->bias)
        reads.push_back(m_graph.addFloats(layer.name + ".bias", {layer.channels}, *linear->bias));
    onnx::NodeProto &node = m_graph.addNode("Conv", layer.name, reads, target.value);
    if (Result<void> window = setWindow(node, layer, input); !window.ok())
        return window.error();
    std::vector<std::int64_t> dilations{layer.dilation.height, layer.dilation.width};
    dilations.resize(static_cast<std::size_t>(input.spatial));
    setAttribute(node, "dilations", dilations);
    setAttribute(node, "group", std::int64_t{layer.groups});
    return OnnxValue{target.value, target.shape, input.spatial};
}

Result<OnnxValue> OnnxLayerWriter::writeDense(const Layer &layer, const Target &target, const OnnxValue &given)
{
    const OnnxValue input = flattened(given);
    const Result<LinearWeights> linear = weightsFor(layer, target, input.shape);
    if (!linear.ok())
        return linear.error();
    std::vector<std::string> reads{
        input.name, m_graph.addFloats(layer.name + ".weight", linear->weight.shape, linear->weight.values)};
    if (linear->bias)
        reads.push_back(m_graph.addFloats(layer.name + ".bias", {layer.channels}, *linear->bias));
    setAttribute(m_graph.addNode("Gemm", layer.name, reads, target.value), "transB", std::int64_t{1});
    return OnnxValue{target.value, target.shape, 0};
}

Result<OnnxValue> OnnxLayerWriter::writeNormalisation(const Layer &layer, const Target &target, const OnnxValue &input)
{
    const Result<Normalisation> norm = normalisation(m_weights, layer, input.shape.channels);
    if (!norm.ok())
        return norm.error();
    std::vector<std::string> reads{input.name};
    const std::pair<const char *, const NamedArray *> parts[] = {
        {".scale", norm->scale}, {".shift", norm->shift}, {".mean", norm->mean}, {".variance", norm->variance}};
    for (const auto &[part, array] : parts)
        reads.push_back(m_graph.addFloats(layer.name + part, array->shape, array->values));
    onnx::NodeProto &node = m_graph.addNode("BatchNormalization", layer.name, reads, target.value);
    setAttribute(node, "epsilon", static_cast<float>(kNormalisationEpsilon));
    return OnnxValue{target.value, target.shape, input.spatial};
}

Result<OnnxValue> OnnxLayerWriter::writePool(const Layer &layer, const Target &target, const OnnxValue &given)
{
    const OnnxValue input = unflattened(given);
    const bool isAverage = layer.op == "avg_pool";
    onnx::NodeProto &node =
        m_graph.addNode(isAverage ? "AveragePool" : "MaxPool", layer.name, {input.name}, target.value);
    if (Result<void> window = setWindow(node, layer, input); !window.ok())
        return window.error();
    if (isAverage)
        setAttribute(node, "count_include_pad", std::int64_t{0});
    return OnnxValue{target.value, target.shape, input.spatial};
}

OnnxValue OnnxLayerWriter::writeGlobalPool(const Layer &layer, const Target &target, const OnnxValue &input)
{
    if (input.spatial == 0)
        return input;
    m_graph.addNode("GlobalAveragePool", layer.name, {input.name}, target.value);
    return {target.value, target.shape, input.spatial};
}

OnnxValue OnnxLayerWriter::writeAdd(const Layer &layer, const Target &target, std::vector<OnnxValue> inputs)
{
    alignRanks(inputs);
    // Add takes two; Sum would take any number, but fewer runtimes know it.
    std::string sum = inputs.front().name;
    for (std::size_t i = 1; i < inputs.size(); ++i) {
        const bool isLast = i + 1 == inputs.size();
        const std::string value = isLast ? target.value : m_graph.uniqueName(layer.name + "/partial");
        m_graph.addNode("Add", isLast ? layer.name : value, {sum, inputs[i].name}, value);
        sum = value;
    }
    return {sum, target.shape, inputs.front().spatial};
}

OnnxValue OnnxLayerWriter::writeConcat(const Layer &layer, const Target &target, std::vector<OnnxValue> inputs)
{
    alignRanks(inputs);
    std::vector<std::string> names;
    for (const OnnxValue &input : inputs)
        names.push_back(input.name);
    setAttribute(m_graph.addNode("Concat", layer.name, names, target.value), "axis", std::int64_t{1});
    return {target.value, target.shape, inputs.front().spatial};
}

OnnxValue OnnxLayerWriter::writeActivation(const Layer &layer, Activation activation, const std::string &valueName,
                                           OnnxValue value)
{
    const std::string name = layer.name + "/" + activationName(activation);
    const auto add = [&](const char *op, const std::vector<std::string> &inputs) -> onnx::NodeProto & {
        return m_graph.addNode(op, name, inputs, valueName);
    };
    switch (activation) {
    case Activation::None:
        return value;
    case Activation::Relu:
        add("Relu", {value.name});
        break;
    case Activation::Relu6:
        if (m_zero.empty()) {
            m_zero = m_graph.addFloats("relu6/zero", {}, {0.0F});
            m_six = m_graph.addFloats("relu6/six", {}, {6.0F});
        }
        add("Clip", {value.name, m_zero, m_six});
        break;
    case Activation::LeakyRelu:
        setAttribute(add("LeakyRelu", {value.name}), "alpha", 0.01F);
        break;
    case Activation::Sigmoid:
        add("Sigmoid", {value.name});
        break;
    case Activation::Tanh:
        add("Tanh", {value.name});
        break;
    }
    value.name = valueName;
    return value;
}

} // namespace dnas
