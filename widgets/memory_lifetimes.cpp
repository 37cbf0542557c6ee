// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See memory_lifetimes.h.
#include "widgets/memory_lifetimes.h"

#include "core/hardware/memory_plan.h"
#include "core/hardware/metric.h"
#include "core/network/shapes.h"

#include <algorithm>

namespace paretoscope {

namespace {

using Live = std::vector<std::vector<int>>;

bool contains(const std::vector<int> &sorted, int value)
{
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

/// The layer whose tensor holds the output of `layer`.
int ownerOf(const dnas::Network &network, const Live &live, int layer)
{
    while (!contains(live[static_cast<std::size_t>(layer)], layer))
        layer = network.layers[static_cast<std::size_t>(layer)].inputs.front();
    return layer;
}

QString shapeText(const dnas::Shape &shape)
{
    if (shape.height == 1 && shape.width == 1)
        return QString::number(shape.channels);
    return QStringLiteral("%1 × %2 × %3").arg(shape.channels).arg(shape.height).arg(shape.width);
}

} // namespace

QString bytesText(double bytes) { return QString::fromStdString(dnas::formatMetric("ram", bytes)); }

bool MemoryLifetimes::isAlive(int tensor, int step) const
{
    const MemoryTensor &t = tensors[static_cast<std::size_t>(tensor)];
    return t.first <= step && step <= t.last;
}

double MemoryLifetimes::offset(int tensor, int step) const
{
    double below = 0;
    for (int other = 0; other < tensor; ++other)
        if (isAlive(other, step))
            below += tensors[static_cast<std::size_t>(other)].bytes;
    return below;
}

MemoryLifetimes memoryLifetimes(const dnas::Network &network, const dnas::Runtime &runtime)
{
    MemoryLifetimes result;
    const auto shapes = dnas::inferShapes(network);
    if (!shapes.ok())
        return result;
    const Live live = dnas::liveTensors(network);
    const auto count = network.layers.size();
    // A layer that works in place adds nothing to what was alive before it, so no peak is lost without its step.
    std::vector<int> stepOf(count, -1);
    for (std::size_t i = 0; i < count; ++i) {
        const dnas::Layer &layer = network.layers[i];
        if (contains(live[i], static_cast<int>(i))) {
            stepOf[i] = static_cast<int>(result.steps.size());
            result.steps.push_back(QString::fromStdString(layer.name));
            result.tensors.push_back(
                {QString::fromStdString(layer.name), shapeText((*shapes)[i]),
                 static_cast<double>((*shapes)[i].elements()) * dnas::bytesPerElement(layer, runtime), stepOf[i],
                 stepOf[i]});
        }
        const int step = static_cast<int>(result.steps.size()) - 1;
        for (const int tensor : live[i])
            result.tensors[static_cast<std::size_t>(stepOf[static_cast<std::size_t>(tensor)])].last = step;
    }
    for (int step = 0; step < static_cast<int>(result.steps.size()); ++step) {
        double bytes = 0;
        for (int tensor = 0; tensor <= step; ++tensor)
            if (result.isAlive(tensor, step))
                bytes += result.tensors[static_cast<std::size_t>(tensor)].bytes;
        result.bytes.push_back(bytes);
        if (result.peakStep < 0 || bytes > result.peakBytes())
            result.peakStep = step;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (stepOf[i] < 0 || stepOf[i] != result.peakStep)
            continue;
        for (const int input : network.layers[i].inputs) {
            const int tensor = stepOf[static_cast<std::size_t>(ownerOf(network, live, input))];
            const auto sizeOf = [&](int t) {
                return result.tensors[static_cast<std::size_t>(t)].bytes;
            };
            if (result.peakInput < 0 || sizeOf(tensor) >= sizeOf(result.peakInput))
                result.peakInput = tensor;
        }
    }
    return result;
}

} // namespace paretoscope
