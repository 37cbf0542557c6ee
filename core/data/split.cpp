// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See split.h.
#include "core/data/split.h"

#include "core/base/files.h"
#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <map>
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
                                  double validation, std::int64_t limitTrain)
{
    if (!(validation >= 0 && validation < 1)) // also catches NaN
        return invalidInput("the validation share must be at least 0 and below 1", {.key = "validation"});
    const std::int64_t held = validationRecords(trainRecords, validation);
    if (held >= trainRecords)
        return invalidInput("the validation share leaves none of " + std::to_string(trainRecords) +
                                " training samples to train on: make it smaller",
                            {.key = "validation"});
    if (limitTrain < 0)
        return invalidInput("the limit of training samples must not be negative", {.key = "limits"});

    const std::vector<std::int64_t> order = RandomStream(seed, "split").permutation(trainRecords);
    SplitRecords records;
    records[static_cast<std::size_t>(Split::Validation)].assign(order.begin(), order.begin() + held);
    auto &train = records[static_cast<std::size_t>(Split::Train)];
    train.assign(order.begin() + held, order.end());
    if (limitTrain > 0 && limitTrain < trainRecords - held)
        train.resize(static_cast<std::size_t>(limitTrain));
    auto &test = records[static_cast<std::size_t>(Split::Test)];
    test.resize(static_cast<std::size_t>(testRecords));
    std::iota(test.begin(), test.end(), trainRecords);
    return records;
}

Result<void> limitTest(SplitRecords &records, std::int64_t most,
                       const std::function<std::pair<int, int>(std::int64_t record)> &kindOf, bool everyKind)
{
    auto &test = records[static_cast<std::size_t>(Split::Test)];
    if (most < 0)
        return invalidInput("the limit of test samples must not be negative", {.key = "limits"});
    if (most == 0 || static_cast<std::int64_t>(test.size()) <= most)
        return {};
    std::map<std::pair<int, int>, std::vector<std::int64_t>> kinds;
    for (const std::int64_t place : RandomStream(0, "test limit").permutation(static_cast<std::int64_t>(test.size())))
        kinds[kindOf(test[static_cast<std::size_t>(place)])].push_back(test[static_cast<std::size_t>(place)]);
    if (everyKind && most < static_cast<std::int64_t>(kinds.size()))
        return invalidInput("leaves " + std::to_string(most) +
                                " test clips, and to tell anomalies of every machine takes one of " +
                                std::to_string(kinds.size()) + " kinds at least; give more",
                            {.key = "split.test"});
    std::vector<std::int64_t> kept;
    for (std::size_t turn = 0; static_cast<std::int64_t>(kept.size()) < most; ++turn) {
        for (const auto &[kind, numbers] : kinds) {
            if (turn < numbers.size() && static_cast<std::int64_t>(kept.size()) < most)
                kept.push_back(numbers[turn]);
        }
    }
    std::sort(kept.begin(), kept.end());
    test = std::move(kept);
    return {};
}

std::string splitDigest(const std::string &contents, const SplitRecords &records)
{
    std::string text = contents;
    for (const auto &split : records) {
        text += '\n';
        for (const std::int64_t record : split)
            text += std::to_string(record) + ' ';
    }
    return sha256(text);
}

} // namespace dnas
