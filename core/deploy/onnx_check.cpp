// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/onnx_check.h"

#include <onnx/checker.h>
#include <onnx/defs/schema.h>
#include <onnx/shape_inference/implementation.h>

#include <exception>

namespace dnas {

namespace {

Error refused(std::string message, std::string key = {})
{
    return {ErrorCode::Internal,
            std::move(message) + "; this is a fault of the export, please report it",
            {.key = std::move(key)}};
}

std::string text(const std::vector<std::int64_t> &shape)
{
    std::string words = "N";
    for (const std::int64_t size : shape)
        words += "×" + (size < 0 ? std::string("?") : std::to_string(size));
    return words;
}

/// Sizes behind the batch; -1 where inference found none.
std::vector<std::int64_t> sizesOf(const onnx::ValueInfoProto &info)
{
    std::vector<std::int64_t> sizes;
    const onnx::TensorShapeProto &shape = info.type().tensor_type().shape();
    for (int i = 1; i < shape.dim_size(); ++i)
        sizes.push_back(shape.dim(i).has_dim_value() ? shape.dim(i).dim_value() : -1);
    return sizes;
}

Result<void> compare(const onnx::GraphProto &graph, const ValueShapes &expected)
{
    ValueShapes inferred;
    for (const onnx::ValueInfoProto &info : graph.value_info())
        inferred[info.name()] = sizesOf(info);
    for (const onnx::ValueInfoProto &info : graph.output())
        inferred[info.name()] = sizesOf(info);
    for (const auto &[name, shape] : expected) {
        const auto found = inferred.find(name);
        if (found == inferred.end())
            return refused("ONNX infers no shape for " + name, name);
        if (found->second != shape)
            return refused("ONNX infers " + text(found->second) + " for " + name + " where ours is " + text(shape),
                           name);
    }
    return {};
}

} // namespace

Result<void> inferAndCheck(onnx::ModelProto &model, const ValueShapes &expected)
{
    // An output that has a shape already would only be merged with; inferred afresh, it can be compared.
    for (onnx::ValueInfoProto &output : *model.mutable_graph()->mutable_output())
        output.mutable_type()->mutable_tensor_type()->clear_shape();
    try {
        const onnx::ShapeInferenceOptions strict(true, 1, true);
        onnx::shape_inference::InferShapes(model, onnx::OpSchemaRegistry::Instance(), strict);
        if (Result<void> same = compare(model.graph(), expected); !same.ok())
            return same;
        onnx::checker::check_model(model);
    } catch (const std::exception &e) {
        return refused(std::string("ONNX refuses the model: ") + e.what());
    }
    return {};
}

} // namespace dnas
