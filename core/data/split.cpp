// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See split.h.
#include "core/data/split.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dnas {

const char *splitName(Split split)
{
    switch (split) {
    case Split::Train:
        return "train";
    case Split::Validation:
        return "validation";
    case Split::Test:
        return "test";
    }
    return "";
}

std::uint64_t splitSeed(std::uint64_t searchSeed) { return combineKeys({searchSeed, hashText("split")}); }

std::int64_t validationRecords(std::int64_t trainRecords, double share)
{
    return std::llround(share * static_cast<double>(trainRecords));
}

Result<SplitRecords> splitRecords(std::int64_t trainRecords, std::int64_t testRecords, std::uint64_t seed,
                                  double validation, const SplitLimits &limits)
{
    if (!(validation >= 0 && validation < 1)) // also catches NaN
        return invalidInput("the validation share must be at least 0 and below 1", {.key = "validation"});
    const std::int64_t held = validationRecords(trainRecords, validation);
    if (held >= trainRecords)
        return invalidInput("the validation share leaves none of " + std::to_string(trainRecords) +
                                " training samples to train on: make it smaller",
                            {.key = "validation"});
    if (limits.train < 0 || limits.test < 0)
        return invalidInput("a limit of samples must not be negative", {.key = "limits"});

    const std::vector<std::int64_t> order = RandomStream(seed, "split").permutation(trainRecords);
    SplitRecords records;
    records[static_cast<std::size_t>(Split::Validation)].assign(order.begin(), order.begin() + held);
    auto &train = records[static_cast<std::size_t>(Split::Train)];
    train.assign(order.begin() + held, order.end());
    if (limits.train > 0 && limits.train < trainRecords - held)
        train.resize(static_cast<std::size_t>(limits.train));
    auto &test = records[static_cast<std::size_t>(Split::Test)];
    test.resize(static_cast<std::size_t>(testRecords));
    std::iota(test.begin(), test.end(), trainRecords);
    keepSome(test, limits.test, testLimitKey());
    return records;
}

void keepSome(std::vector<std::int64_t> &numbers, std::int64_t most, std::uint64_t key)
{
    const auto count = static_cast<std::int64_t>(numbers.size());
    if (most <= 0 || count <= most)
        return;
    auto order = RandomStream(key, "limit").permutation(count);
    order.resize(static_cast<std::size_t>(most));
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size(); ++i)
        numbers[i] = numbers[static_cast<std::size_t>(order[i])];
    numbers.resize(order.size());
}

std::uint64_t testLimitKey() { return hashText("test limit"); }

} // namespace dnas
