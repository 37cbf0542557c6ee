// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tries greedy orders until one meets the lower bound, then searches exactly while the graph is small.
#include "core/hardware/memory/arena_plan.h"

#include "core/hardware/memory/arena_placement.h"
#include "core/hardware/memory/lifetimes.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace dnas {

namespace {

constexpr int kRepairs = 100;
constexpr std::size_t kMaxExactTensors = 32;
constexpr int kExactNodes = 2000;             // a few milliseconds at most
constexpr std::size_t kMaxOrderTensors = 500; // larger graphs: few orders, as time grows with the square

enum class Order { Size, SizeTimesLife, FirstUse, Breadth };

/// `liveBytes` by step.
std::vector<int> orderOf(Order order, const std::vector<ArenaTensor> &tensors,
                         const std::vector<std::int64_t> &liveBytes)
{
    std::vector<std::int64_t> keys; // descending; then by size, then as they begin
    for (const ArenaTensor &tensor : tensors) {
        const auto first = liveBytes.begin() + tensor.first;
        switch (order) {
        case Order::Size:
            keys.push_back(tensor.bytes);
            break;
        case Order::SizeTimesLife:
            keys.push_back(tensor.bytes * (tensor.last - tensor.first + 1));
            break;
        case Order::FirstUse:
            keys.push_back(-tensor.first);
            break;
        case Order::Breadth: // of the fullest step it is alive in
            keys.push_back(*std::max_element(first, liveBytes.begin() + tensor.last + 1));
            break;
        }
    }
    std::vector<int> indices(tensors.size());
    std::iota(indices.begin(), indices.end(), 0);
    std::sort(indices.begin(), indices.end(), [&](int a, int b) {
        const auto i = static_cast<std::size_t>(a);
        const auto j = static_cast<std::size_t>(b);
        if (keys[i] != keys[j])
            return keys[i] > keys[j];
        if (tensors[i].bytes != tensors[j].bytes)
            return tensors[i].bytes > tensors[j].bytes;
        return a < b;
    });
    return indices;
}

struct Attempt {
    Order order;
    Fit fit;
};
constexpr Attempt kAttempts[]{
    {Order::Size, Fit::Lowest},          {Order::FirstUse, Fit::TwoEnds}, // these two on large graphs as well
    {Order::Size, Fit::Tightest},        {Order::Breadth, Fit::Lowest},
    {Order::SizeTimesLife, Fit::Lowest}, {Order::FirstUse, Fit::Lowest},
};

void placeByOrder(ArenaPlan &plan, std::vector<ArenaTensor> &trial, const std::vector<int> &order, Fit fit)
{
    const std::int64_t peak = placeGreedily(trial, order, fit, plan.lowerBound);
    if (plan.peakBytes < 0 || peak < plan.peakBytes) {
        plan.peakBytes = peak;
        plan.tensors = trial;
    }
    plan.optimal = plan.peakBytes == plan.lowerBound;
}

/// Whoever ended on top was placed too late: it moves to the front of the order, again and again.
void repair(ArenaPlan &plan, std::vector<ArenaTensor> &trial)
{
    std::vector<int> order = orderOf(Order::Size, plan.tensors, plan.liveBytes);
    placeByOrder(plan, trial, order, Fit::Lowest);
    for (int round = 0; round < kRepairs && !plan.optimal; ++round) {
        const auto higher = [&trial](int a, int b) {
            return trial[static_cast<std::size_t>(a)].end() < trial[static_cast<std::size_t>(b)].end();
        };
        const auto top = std::max_element(order.begin(), order.end(), higher);
        std::rotate(order.begin(), top, top + 1);
        placeByOrder(plan, trial, order, Fit::Lowest);
    }
}

void placeTensors(ArenaPlan &plan)
{
    std::vector<ArenaTensor> trial = plan.tensors;
    plan.peakBytes = -1;
    int tried = 0;
    for (const Attempt &attempt : kAttempts) {
        placeByOrder(plan, trial, orderOf(attempt.order, plan.tensors, plan.liveBytes), attempt.fit);
        if (plan.optimal || (++tried == 2 && trial.size() > kMaxOrderTensors))
            return;
    }
    repair(plan, trial);
    if (plan.optimal || trial.size() > kMaxExactTensors)
        return;
    const ExactResult exact = placeExactly(plan.tensors, plan.peakBytes, plan.lowerBound, kExactNodes);
    plan.peakBytes = exact.peak;
    plan.optimal = exact.finished;
}

} // namespace

ArenaPlan planTensors(std::vector<ArenaTensor> tensors, int steps)
{
    ArenaPlan plan;
    plan.tensors = std::move(tensors);
    plan.liveBytes.assign(static_cast<std::size_t>(steps), 0);
    for (const ArenaTensor &tensor : plan.tensors) {
        assert(0 <= tensor.first && tensor.first <= tensor.last && tensor.last < steps && tensor.bytes > 0);
        for (int step = tensor.first; step <= tensor.last; ++step)
            plan.liveBytes[static_cast<std::size_t>(step)] += tensor.bytes;
    }
    const auto fullest = std::max_element(plan.liveBytes.begin(), plan.liveBytes.end());
    if (fullest != plan.liveBytes.end()) {
        plan.lowerBound = *fullest;
        plan.peakStep = static_cast<int>(fullest - plan.liveBytes.begin());
    }
    for (const ArenaTensor &tensor : plan.tensors) {
        if (tensor.first <= plan.peakStep && plan.peakStep <= tensor.last)
            plan.peakLayers.push_back(tensor.layer);
    }
    placeTensors(plan);
    return plan;
}

ArenaPlan planArena(const Network &network, const std::vector<Shape> &shapes, int runtimeBits, const ArenaRules &rules)
{
    assert(shapes.size() == network.layers.size());
    TensorLives lives = tensorLives(network, rules, runtimeBits);
    const std::int64_t alignment = std::max(rules.alignment, 1);
    std::vector<ArenaTensor> tensors;
    tensors.reserve(lives.tensors.size());
    for (const TensorLife &life : lives.tensors) {
        const auto layer = static_cast<std::size_t>(life.layer);
        const std::int64_t bits = shapes[layer].elements() * activationBitsOf(network.layers[layer], runtimeBits);
        const std::int64_t bytes = ((bits + 7) / 8 + alignment - 1) / alignment * alignment;
        tensors.push_back({.layer = life.layer, .bytes = bytes, .first = life.first, .last = life.last});
    }
    ArenaPlan plan = planTensors(std::move(tensors), static_cast<int>(network.layers.size()));
    plan.tensorOf = std::move(lives.tensorOf);
    return plan;
}

} // namespace dnas
