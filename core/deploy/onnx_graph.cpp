// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/onnx_graph.h"

namespace dnas {

namespace {

onnx::AttributeProto &addAttribute(onnx::NodeProto &node, const char *name, onnx::AttributeProto::AttributeType type)
{
    onnx::AttributeProto &attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(type);
    return attribute;
}

} // namespace

OnnxGraph::OnnxGraph(onnx::GraphProto &graph)
    : m_graph(graph)
{
}

std::string OnnxGraph::uniqueName(const std::string &wanted)
{
    std::string name = wanted;
    for (int i = 2; !m_names.insert(name).second; ++i)
        name = wanted + "_" + std::to_string(i);
    return name;
}

onnx::NodeProto &OnnxGraph::addNode(const char *op, const std::string &name, const std::vector<std::string> &inputs,
                                    const std::string &output)
{
    onnx::NodeProto &node = *m_graph.add_node();
    node.set_op_type(op);
    node.set_name(name);
    for (const std::string &input : inputs)
        node.add_input(input);
    node.add_output(output);
    return node;
}

std::string OnnxGraph::addFloats(const std::string &name, const std::vector<std::int64_t> &shape,
                                 const std::vector<float> &values)
{
    onnx::TensorProto &tensor = *m_graph.add_initializer();
    tensor.set_name(uniqueName(name));
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    for (const std::int64_t size : shape)
        tensor.add_dims(size);
    // float_data, unlike raw_data, is the same on machines of either byte order.
    tensor.mutable_float_data()->Add(values.begin(), values.end());
    return tensor.name();
}

std::string OnnxGraph::addIntegers(const std::string &name, const std::vector<std::int64_t> &values)
{
    onnx::TensorProto &tensor = *m_graph.add_initializer();
    tensor.set_name(uniqueName(name));
    tensor.set_data_type(onnx::TensorProto::INT64);
    tensor.add_dims(static_cast<std::int64_t>(values.size()));
    tensor.mutable_int64_data()->Add(values.begin(), values.end());
    return tensor.name();
}

void OnnxGraph::renameOutput(const std::string &from, const std::string &to)
{
    for (onnx::NodeProto &node : *m_graph.mutable_node()) {
        if (node.output(0) == from)
            node.set_output(0, to);
    }
}

void setAttribute(onnx::NodeProto &node, const char *name, std::int64_t value)
{
    addAttribute(node, name, onnx::AttributeProto::INT).set_i(value);
}

void setAttribute(onnx::NodeProto &node, const char *name, float value)
{
    addAttribute(node, name, onnx::AttributeProto::FLOAT).set_f(value);
}

void setAttribute(onnx::NodeProto &node, const char *name, const std::vector<std::int64_t> &values)
{
    onnx::AttributeProto &attribute = addAttribute(node, name, onnx::AttributeProto::INTS);
    attribute.mutable_ints()->Add(values.begin(), values.end());
}

void describeValue(onnx::ValueInfoProto &info, const std::string &name, const std::vector<std::int64_t> &behindBatch)
{
    info.set_name(name);
    onnx::TypeProto::Tensor &type = *info.mutable_type()->mutable_tensor_type();
    type.set_elem_type(onnx::TensorProto::FLOAT);
    onnx::TensorShapeProto &shape = *type.mutable_shape();
    shape.Clear();
    shape.add_dim()->set_dim_param("N");
    for (const std::int64_t size : behindBatch)
        shape.add_dim()->set_dim_value(size);
}

} // namespace dnas
