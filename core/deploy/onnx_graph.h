// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A thin hand on onnx::GraphProto: nodes, attributes, stored arrays, names that occur once. Knows no layers.
#pragma once

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace dnas {

class OnnxGraph {
public:
    explicit OnnxGraph(onnx::GraphProto &graph);

    /// `wanted`, or `wanted` with a number behind it when a value or array has that name already.
    std::string uniqueName(const std::string &wanted);

    onnx::NodeProto &addNode(const char *op, const std::string &name, const std::vector<std::string> &inputs,
                             const std::string &output);
    /// Stores an array; returns its unique name.
    std::string addFloats(const std::string &name, const std::vector<std::int64_t> &shape,
                          const std::vector<float> &values);
    std::string addIntegers(const std::string &name, const std::vector<std::int64_t> &values);
    /// The value of a node, under another name from now on. Nothing may read it yet.
    void renameOutput(const std::string &from, const std::string &to);

private:
    onnx::GraphProto &m_graph;
    std::set<std::string> m_names;
};

void setAttribute(onnx::NodeProto &node, const char *name, std::int64_t value);
void setAttribute(onnx::NodeProto &node, const char *name, float value);
void setAttribute(onnx::NodeProto &node, const char *name, const std::vector<std::int64_t> &values);

/// Describes a float tensor whose first size is the batch, left open.
void describeValue(onnx::ValueInfoProto &info, const std::string &name, const std::vector<std::int64_t> &behindBatch);

} // namespace dnas
