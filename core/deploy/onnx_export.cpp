// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The walk over the layers; the border behind which protobuf's and libonnx's exceptions end.
#include "core/deploy/onnx_export.h"

#include "core/deploy/fold_normalisation.h"
#include "core/deploy/onnx_check.h"
#include "core/deploy/onnx_layer_writer.h"
#include "core/network/shapes.h"

#include <exception>

namespace dnas {

namespace {

constexpr int kOpset = 13;
constexpr int kIrVersion = 8;

onnx::ModelProto emptyModel(const Network &network, const OnnxOptions &options)
{
    onnx::ModelProto model;
    model.set_ir_version(kIrVersion);
    model.set_producer_name(options.producer);
    model.set_doc_string(options.description);
    onnx::OperatorSetIdProto &opset = *model.add_opset_import();
    opset.set_domain("");
    opset.set_version(kOpset);
    model.mutable_graph()->set_name(network.name.empty() ? "network" : network.name);
    return model;
}

/// Names the network's value "output", as [N, C] when it is one number a channel.
OnnxValue nameOutput(OnnxGraph &graph, OnnxLayerWriter &writer, OnnxValue value)
{
    if (value.shape.height == 1 && value.shape.width == 1)
        value = writer.flattened(value);
    if (value.name == "input")
        graph.addNode("Identity", "output", {value.name}, "output");
    else
        graph.renameOutput(value.name, "output");
    value.name = "output";
    return value;
}

/// Every layer that reaches the output, in order; returns the shapes that ONNX should find.
Result<ValueShapes> writeLayers(const Network &network, const std::vector<Shape> &shapes, const WeightStore &weights,
                                onnx::GraphProto &proto)
{
    OnnxGraph graph(proto);
    const std::string inputName = graph.uniqueName("input");
    graph.uniqueName("output");
    OnnxLayerWriter writer(graph, network, shapes, weights);
    const std::vector<bool> live = liveLayers(network);
    const std::vector<int> folding = planFolding(network, live);
    std::vector<OnnxValue> values(network.layers.size());
    values[0] = {inputName, network.input, network.dimensions};
    describeValue(*proto.add_input(), inputName, values[0].sizes());

    ValueShapes expected;
    const auto output = static_cast<std::size_t>(network.output);
    for (std::size_t i = 1; i < network.layers.size(); ++i) {
        if (!live[i] || !values[i].name.empty())
            continue;
        std::vector<OnnxValue> inputs;
        for (const int input : network.layers[i].inputs)
            inputs.push_back(values[static_cast<std::size_t>(input)]);
        Result<OnnxValue> value = writer.write(static_cast<int>(i), folding[i], std::move(inputs));
        if (!value.ok())
            return value.error();
        if (folding[i] >= 0)
            values[static_cast<std::size_t>(folding[i])] = *value;
        values[i] = std::move(*value);
        if (values[i].name != inputName)
            expected[values[i].name] = values[i].sizes();
    }
    expected.erase(values[output].name);
    const OnnxValue result = nameOutput(graph, writer, values[output]);
    expected[result.name] = result.sizes();
    describeValue(*proto.add_output(), result.name, result.sizes());
    return expected;
}

Result<void> checkNetwork(const Network &network)
{
    if (network.output < 0 || static_cast<std::size_t>(network.output) >= network.layers.size())
        return invalidInput("the network has no output layer", {.key = "output"});
    if (network.dimensions < 0 || network.dimensions > 2)
        return invalidInput("signals of " + std::to_string(network.dimensions) +
                                " dimensions cannot be written as ONNX",
                            {.key = "dimensions"});
    if ((network.dimensions < 2 && network.input.width != 1) || (network.dimensions < 1 && network.input.height != 1))
        return invalidInput("the input has more sizes than the signal has dimensions", {.key = "input"});
    return {};
}

Result<std::string> exportChecked(const Network &network, const WeightStore &weights, const OnnxOptions &options)
{
    const Result<std::vector<Shape>> shapes = inferShapes(network);
    if (!shapes.ok())
        return shapes.error();
    if (Result<void> check = checkNetwork(network); !check.ok())
        return check.error();
    onnx::ModelProto model = emptyModel(network, options);
    const Result<ValueShapes> expected = writeLayers(network, *shapes, weights, *model.mutable_graph());
    if (!expected.ok())
        return expected.error();
    if (Result<void> check = inferAndCheck(model, *expected); !check.ok())
        return check.error();
    std::string bytes;
    if (!model.SerializeToString(&bytes))
        return Error{ErrorCode::Internal, "the model cannot be serialised; ONNX files end at 2 GiB", {}};
    return bytes;
}

} // namespace

Result<std::string> exportOnnx(const Network &network, const WeightStore &weights, const OnnxOptions &options)
{
    try {
        return exportChecked(network, weights, options);
    } catch (const std::exception &e) {
        return Error{ErrorCode::Internal, std::string("ONNX export failed: ") + e.what(), {.key = network.name}};
    }
}

} // namespace dnas
