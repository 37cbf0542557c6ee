// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See split.h.
#include "core/data/split.h"

#include "core/base/random.h"

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
        return invalidInput("the limit of training samples must not be negative", {.key = "limitTrain"});

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

} // namespace dnas
