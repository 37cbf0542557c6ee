// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See sample_split.h.
#include "core/data/sample_split.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dnas {

namespace {

/// Samples that go one way together, in an order that depends on names and the salt alone.
using Bundles = std::vector<std::vector<std::int64_t>>;

Bundles bundlesOf(const SampleList &list, const std::vector<std::int64_t> &numbers, std::uint64_t salt)
{
    std::map<std::string, std::vector<std::int64_t>> byName;
    for (const std::int64_t number : numbers) {
        const Sample &sample = list.samples[static_cast<std::size_t>(number)];
        const bool grouped = list.splitByGroup && sample.group >= 0;
        byName[grouped ? "group " + list.groups[static_cast<std::size_t>(sample.group)] : "file " + sample.file]
            .push_back(number);
    }
    std::vector<std::pair<std::uint64_t, const std::vector<std::int64_t> *>> order;
    for (const auto &[name, bundle] : byName)
        order.emplace_back(combineKeys({salt, hashText(name)}), &bundle);
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    Bundles bundles;
    for (const auto &[key, bundle] : order)
        bundles.push_back(*bundle);
    return bundles;
}

/// Takes bundles until there are so many samples, as near as whole bundles come.
std::vector<std::int64_t> take(const Bundles &bundles, std::size_t wanted)
{
    std::vector<std::int64_t> taken;
    for (const auto &bundle : bundles) {
        if (taken.size() >= wanted)
            break;
        // A bundle that overshoots by more than what is missing stays.
        if (taken.size() + bundle.size() > wanted && taken.size() + bundle.size() - wanted > wanted - taken.size())
            continue;
        taken.insert(taken.end(), bundle.begin(), bundle.end());
    }
    return taken;
}

std::vector<std::int64_t> trainingOf(const SampleList &list)
{
    std::vector<std::int64_t> numbers;
    for (std::size_t i = 0; i < list.samples.size(); ++i) {
        if (list.samples[i].split == Split::Train)
            numbers.push_back(static_cast<std::int64_t>(i));
    }
    return numbers;
}

/// A share of the samples, of every class or of all groups, in ascending order.
std::vector<std::int64_t> takeShare(const SampleList &list, const std::vector<std::int64_t> &numbers, double share,
                                    std::uint64_t salt)
{
    if (!(share > 0))
        return {};
    std::map<int, std::vector<std::int64_t>> parts;
    for (const std::int64_t number : numbers)
        parts[list.splitByGroup ? 0 : list.samples[static_cast<std::size_t>(number)].label].push_back(number);
    std::vector<std::int64_t> taken;
    for (const auto &[label, part] : parts) {
        auto wanted = static_cast<std::size_t>(std::llround(share * static_cast<double>(part.size())));
        if (!list.splitByGroup) // or nobody could judge, or learn, the class
            wanted = part.size() > 1 ? std::clamp<std::size_t>(wanted, 1, part.size() - 1) : 0;
        const auto some = take(bundlesOf(list, part, salt), wanted);
        taken.insert(taken.end(), some.begin(), some.end());
    }
    std::sort(taken.begin(), taken.end());
    return taken;
}

} // namespace

void takeTest(SampleList &list, double share)
{
    for (const std::int64_t number : takeShare(list, trainingOf(list), share, hashText("test split")))
        list.samples[static_cast<std::size_t>(number)].split = Split::Test;
    list.drawsTest = true;
}

Result<SplitRecords> splitSamples(const SampleList &list, std::uint64_t seed, double validation)
{
    if (!(validation >= 0 && validation < 1))
        return invalidInput("must be at least 0 and less than 1", {.key = "validation"});
    SplitRecords records;
    for (std::size_t i = 0; i < list.samples.size(); ++i)
        records[static_cast<std::size_t>(list.samples[i].split)].push_back(static_cast<std::int64_t>(i));
    auto &train = records[static_cast<std::size_t>(Split::Train)];
    if (!list.hasValidation) {
        auto held = takeShare(list, train, validation, combineKeys({seed, hashText("validation split")}));
        std::vector<std::int64_t> rest;
        std::set_difference(train.begin(), train.end(), held.begin(), held.end(), std::back_inserter(rest));
        train = std::move(rest);
        records[static_cast<std::size_t>(Split::Validation)] = std::move(held);
    }
    if (train.empty())
        return invalidInput("leaves no sample to train on", {.key = "validation"});
    return records;
}

Result<void> limitSamples(SplitRecords &records, const SampleList &list, std::uint64_t seed, const SplitLimits &limits)
{
    if (limits.train < 0 || limits.test < 0)
        return invalidInput("must not be negative", {.key = "limits"});
    auto &train = records[static_cast<std::size_t>(Split::Train)];
    if (limits.train > 0 && static_cast<std::int64_t>(train.size()) > limits.train) {
        auto order = RandomStream(seed, "limit").permutation(static_cast<std::int64_t>(train.size()));
        order.resize(static_cast<std::size_t>(limits.train));
        std::sort(order.begin(), order.end());
        for (std::int64_t &number : order)
            number = train[static_cast<std::size_t>(number)];
        train = std::move(order);
    }
    const auto kindOf = [&](std::int64_t number) {
        const Sample &sample = list.samples[static_cast<std::size_t>(number)];
        return std::pair(list.sharesTest ? sample.group : 0, sample.label); // machines are judged one by one
    };
    return limitTest(records, limits.test, kindOf, list.sharesTest);
}

} // namespace dnas
