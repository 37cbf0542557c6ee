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

/// Takes bundles until the share of the samples is reached, as near as whole bundles come.
std::vector<std::int64_t> take(const Bundles &bundles, std::size_t samples, double share)
{
    const auto wanted = static_cast<std::size_t>(std::llround(share * static_cast<double>(samples)));
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

std::vector<std::int64_t> trainingOf(const SampleList &list, int label)
{
    std::vector<std::int64_t> numbers;
    for (std::size_t i = 0; i < list.samples.size(); ++i) {
        const Sample &sample = list.samples[i];
        if (sample.split == Split::Train && (label < 0 || sample.label == label))
            numbers.push_back(static_cast<std::int64_t>(i));
    }
    return numbers;
}

} // namespace

void takeTest(SampleList &list, double share)
{
    static const std::uint64_t kSalt = hashText("test split");
    int classes = 0;
    for (const Sample &sample : list.samples)
        classes = std::max(classes, sample.label + 1);
    const auto move = [&](const std::vector<std::int64_t> &numbers) {
        for (const std::int64_t number : take(bundlesOf(list, numbers, kSalt), numbers.size(), share))
            list.samples[static_cast<std::size_t>(number)].split = Split::Test;
    };
    if (list.splitByGroup) {
        move(trainingOf(list, -1));
        return;
    }
    for (int label = 0; label < classes; ++label)
        move(trainingOf(list, label));
}

Result<SplitRecords> splitSamples(const SampleList &list, std::uint64_t seed, double validation,
                                  std::int64_t limitTrain)
{
    if (!(validation >= 0 && validation < 1))
        return invalidInput("must be at least 0 and less than 1", {.key = "validation"});
    if (limitTrain < 0)
        return invalidInput("must not be negative", {.key = "limitTrain"});
    SplitRecords records;
    for (std::size_t i = 0; i < list.samples.size(); ++i)
        records[static_cast<std::size_t>(list.samples[i].split)].push_back(static_cast<std::int64_t>(i));
    auto &train = records[static_cast<std::size_t>(Split::Train)];
    auto &held = records[static_cast<std::size_t>(Split::Validation)];
    if (!list.hasValidation && validation > 0) {
        held =
            take(bundlesOf(list, train, combineKeys({seed, hashText("validation split")})), train.size(), validation);
        std::sort(held.begin(), held.end());
        std::vector<std::int64_t> rest;
        std::set_difference(train.begin(), train.end(), held.begin(), held.end(), std::back_inserter(rest));
        train = std::move(rest);
    }
    if (train.empty())
        return invalidInput("leaves no sample to train on", {.key = "validation"});
    if (limitTrain > 0 && static_cast<std::int64_t>(train.size()) > limitTrain) {
        const auto order = RandomStream(seed, "limit").permutation(static_cast<std::int64_t>(train.size()));
        std::vector<std::int64_t> some;
        for (std::int64_t i = 0; i < limitTrain; ++i)
            some.push_back(train[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])]);
        std::sort(some.begin(), some.end());
        train = std::move(some);
    }
    return records;
}

} // namespace dnas
