// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sample_choice.h.
#include "core/data/sample_choice.h"

#include "core/base/random.h"

#include <algorithm>
#include <map>

namespace dnas {

namespace {

/// Keeps `count` of the classes, in their order.
void thinOut(std::vector<ClassChoice> &classes, std::size_t count, std::uint64_t draw)
{
    auto kept = RandomStream(draw, "sample classes").permutation(static_cast<std::int64_t>(classes.size()));
    kept.resize(count);
    std::sort(kept.begin(), kept.end());
    std::vector<ClassChoice> thinned;
    for (const std::int64_t index : kept)
        thinned.push_back(std::move(classes[static_cast<std::size_t>(index)]));
    classes = std::move(thinned);
}

} // namespace

std::vector<ClassChoice> chooseSamples(std::span<const int> labels, const SampleChoice &choice)
{
    if (choice.samples < 1)
        return {};
    std::map<int, std::vector<std::int64_t>> byLabel;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] >= 0)
            byLabel[labels[i]].push_back(static_cast<std::int64_t>(i));
    }
    std::vector<ClassChoice> classes;
    for (auto &[label, positions] : byLabel)
        classes.push_back({.label = label, .order = std::move(positions)});
    const auto most = static_cast<std::size_t>(choice.samples);
    if (classes.size() > most)
        thinOut(classes, most, choice.draw);
    for (ClassChoice &each : classes) {
        RandomStream random(choice.draw, "samples", {static_cast<std::uint64_t>(each.label)});
        std::vector<std::int64_t> shuffled;
        for (const std::int64_t index : random.permutation(static_cast<std::int64_t>(each.order.size())))
            shuffled.push_back(each.order[static_cast<std::size_t>(index)]);
        each.order = std::move(shuffled);
        each.wanted = static_cast<int>(std::min(most / classes.size(), each.order.size()));
    }
    return classes;
}

} // namespace dnas
