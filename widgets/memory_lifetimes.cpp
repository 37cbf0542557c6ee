// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See memory_lifetimes.h.
#include "widgets/memory_lifetimes.h"

#include "core/hardware/memory/arena_plan.h"
#include "core/hardware/metric.h"
#include "core/network/shapes.h"

#include <algorithm>

namespace paretoscope {

namespace {

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

MemoryLifetimes memoryLifetimes(const dnas::Network &network, const dnas::Runtime &runtime)
{
    MemoryLifetimes result;
    const auto shapes = dnas::inferShapes(network);
    if (!shapes.ok())
        return result;
    const dnas::ArenaPlan plan = dnas::planArena(network, *shapes, runtime.activationBits, runtime.arena);
    result.arenaBytes = static_cast<double>(plan.peakBytes);
    // A step for every tensor. A layer that works in place, or writes outside the arena, adds nothing to what was alive
    // before it, so no peak is lost without its step.
    for (const dnas::ArenaTensor &tensor : plan.tensors) {
        const auto layer = static_cast<std::size_t>(tensor.layer);
        const QString name = QString::fromStdString(network.layers[layer].name);
        const auto after = std::find_if(plan.tensors.begin(), plan.tensors.end(),
                                        [&tensor](const dnas::ArenaTensor &t) { return t.layer > tensor.last; });
        result.tensors.push_back({name, shapeText((*shapes)[layer]), static_cast<double>(tensor.bytes),
                                  static_cast<double>(tensor.offset), static_cast<int>(result.steps.size()),
                                  static_cast<int>(after - plan.tensors.begin()) - 1});
        result.steps.push_back(name);
    }
    for (int step = 0; step < static_cast<int>(result.steps.size()); ++step) {
        double bytes = 0;
        for (int tensor = 0; tensor <= step; ++tensor)
            if (result.isAlive(tensor, step))
                bytes += result.tensors[static_cast<std::size_t>(tensor)].bytes;
        result.bytes.push_back(bytes);
        if (result.peakStep < 0 || bytes > result.lowerBound())
            result.peakStep = step;
    }
    if (result.peakStep < 0)
        return result;
    const auto writer = static_cast<std::size_t>(plan.tensors[static_cast<std::size_t>(result.peakStep)].layer);
    for (const int input : network.layers[writer].inputs) {
        const int tensor = plan.tensorOf[static_cast<std::size_t>(input)];
        const auto sizeOf = [&](int t) {
            return result.tensors[static_cast<std::size_t>(t)].bytes;
        };
        if (tensor >= 0 && (result.peakInput < 0 || sizeOf(tensor) >= sizeOf(result.peakInput)))
            result.peakInput = tensor;
    }
    return result;
}

} // namespace paretoscope
