// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Layers as nodes of an ONNX graph, operator by operator (opset 13). Values keep the rank of the signal
// ([N, C, H, W], [N, C, L] or [N, C]) and become [N, C] at the first flatten or dense layer.
#pragma once

#include "core/deploy/layer_weights.h"
#include "core/deploy/onnx_graph.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dnas {

/// What a layer left in the graph.
struct OnnxValue {
    std::string name;
    Shape shape;
    int spatial = 0; ///< sizes behind the channels: 2, 1, or 0 for a vector

    std::vector<std::int64_t> sizes() const; ///< behind the batch
};

class OnnxLayerWriter {
public:
    OnnxLayerWriter(OnnxGraph &graph, const Network &network, const std::vector<Shape> &shapes,
                    const WeightStore &weights);

    /// Adds the nodes of layer `index`; `normalisation` ≥ 0 is the layer folded into it, whose name and
    /// activation the result takes. Inputs are the values of the layer's inputs.
    Result<OnnxValue> write(int index, int normalisation, std::vector<OnnxValue> inputs);

    /// The same numbers as [N, C·H·W], channel by channel.
    OnnxValue flattened(const OnnxValue &value);

private:
    struct Target; ///< names of the node and its value
    OnnxValue unflattened(const OnnxValue &value);
    void alignRanks(std::vector<OnnxValue> &inputs);
    Result<OnnxValue> writeOperator(const Layer &layer, const Target &target, std::vector<OnnxValue> inputs);
    Result<OnnxValue> writeConv(const Layer &layer, const Target &target, const OnnxValue &given);
    Result<OnnxValue> writeDense(const Layer &layer, const Target &target, const OnnxValue &given);
    Result<OnnxValue> writeNormalisation(const Layer &layer, const Target &target, const OnnxValue &input);
    Result<OnnxValue> writePool(const Layer &layer, const Target &target, const OnnxValue &given);
    OnnxValue writeGlobalPool(const Layer &layer, const Target &target, const OnnxValue &input);
    OnnxValue writeAdd(const Layer &layer, const Target &target, std::vector<OnnxValue> inputs);
    OnnxValue writeConcat(const Layer &layer, const Target &target, std::vector<OnnxValue> inputs);
    OnnxValue writeActivation(const Layer &layer, Activation activation, const std::string &valueName, OnnxValue value);
    Result<void> setWindow(onnx::NodeProto &node, const Layer &layer, const OnnxValue &input) const;
    Result<LinearWeights> weightsFor(const Layer &layer, const Target &target, const Shape &input) const;

    OnnxGraph &m_graph;
    const Network &m_network;
    const std::vector<Shape> &m_shapes;
    const WeightStore &m_weights;
    std::string m_zero, m_six; ///< limits of ReLU6, stored once
};

} // namespace dnas
