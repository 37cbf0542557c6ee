// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See quality_output.h.
#include "app/cli/quality_output.h"

#include "core/base/quality_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace paretoscope {

using namespace dnas;

namespace {

constexpr std::size_t kPairs = 10;
constexpr int kWorstClasses = 10; ///< that are shown where there are too many for all

Json numberOrNull(std::optional<double> value) { return value ? numberJson(*value) : Json(); }

Json confusionJson(const ConfusionMatrix &matrix)
{
    Json rows = Json::array();
    for (int truth = 0; truth < matrix.classes(); ++truth) {
        Json row = Json::array();
        for (int predicted = 0; predicted < matrix.classes(); ++predicted)
            row.push_back(matrix.count(truth, predicted));
        rows.push_back(std::move(row));
    }
    return rows;
}

Json classesJson(const ConfusionMatrix &matrix)
{
    Json classes = Json::array();
    for (int i = 0; i < matrix.classes(); ++i)
        classes.push_back({{"name", matrix.name(i)},
                           {"samples", matrix.samples(i)},
                           {"correct", matrix.count(i, i)},
                           {"recall", numberOrNull(matrix.recall(i))},
                           {"precision", numberOrNull(matrix.precision(i))}});
    return classes;
}

Json pairsJson(const ConfusionMatrix &matrix)
{
    Json pairs = Json::array();
    for (const ConfusedPair &pair : mostConfused(matrix, kPairs))
        pairs.push_back({{"true", matrix.name(pair.truth)},
                         {"predicted", matrix.name(pair.predicted)},
                         {"count", pair.count},
                         {"share", pair.share}});
    return pairs;
}

std::string shareText(double share) { return qualityText("accuracy", share); }

/// Found of all, "162 of 180", and the share.
std::vector<std::string> recallCells(const std::optional<ConfusionMatrix> &matrix, int index)
{
    if (!matrix || matrix->samples(index) == 0)
        return {"–", "–"};
    return {fmt::format("{} of {}", matrix->count(index, index), matrix->samples(index)),
            shareText(matrix->recall(index))};
}

std::string classTable(const ConfusionMatrix &first, const CandidateQuality &quality)
{
    TextTable table({{"class"},
                     {"validation", Align::Right},
                     {"recall", Align::Right},
                     {"test", Align::Right},
                     {"recall", Align::Right},
                     {"most often taken for"}});
    std::vector<int> order = classesByRecall(first);
    const bool all = first.classes() <= kMostMatrixClasses;
    if (all)
        std::sort(order.begin(), order.end()); // as the benchmark has them
    else
        order.resize(kWorstClasses);
    for (const int index : order) {
        std::vector<std::string> cells{first.name(index)};
        for (const auto *matrix : {&quality.validation.confusion, &quality.test.confusion})
            for (std::string &cell : recallCells(*matrix, index))
                cells.push_back(std::move(cell));
        const int other = mistakenFor(first, index);
        cells.push_back(other < 0 ? "" : fmt::format("{} ({})", first.name(other), first.count(index, other)));
        table.add(std::move(cells));
    }
    const std::string note =
        all ? "" : fmt::format("  the {} of {} classes that are found least\n", order.size(), first.classes());
    return "\n" + note + table.text();
}

std::string pairTable(const ConfusionMatrix &first, const CandidateQuality &quality)
{
    TextTable table({{"confused most: true class"},
                     {"taken for"},
                     {"validation", Align::Right},
                     {"share", Align::Right},
                     {"test", Align::Right},
                     {"share", Align::Right}});
    for (const ConfusedPair &pair : mostConfused(first, kPairs)) {
        std::vector<std::string> cells{first.name(pair.truth), first.name(pair.predicted)};
        for (const auto *matrix : {&quality.validation.confusion, &quality.test.confusion}) {
            const bool known = *matrix && (*matrix)->samples(pair.truth) > 0;
            cells.push_back(known ? countText((*matrix)->count(pair.truth, pair.predicted)) : "–");
            cells.push_back(known ? shareText((*matrix)->share(pair.truth, pair.predicted)) : "–");
        }
        table.add(std::move(cells));
    }
    return table.empty() ? "" : "\n" + table.text();
}

std::string machineTable(const CandidateQuality &quality)
{
    TextTable table({{"machine"},
                     {"validation AUC", Align::Right},
                     {"partial AUC", Align::Right},
                     {"test AUC", Align::Right},
                     {"partial AUC", Align::Right}});
    std::vector<std::string> names;
    for (const SplitQuality *split : {&quality.validation, &quality.test})
        for (const SplitQuality::Machine &machine : split->machines)
            if (std::find(names.begin(), names.end(), machine.name) == names.end())
                names.push_back(machine.name);
    for (const std::string &name : names) {
        std::vector<std::string> cells{name};
        for (const SplitQuality *split : {&quality.validation, &quality.test}) {
            const auto found = std::find_if(split->machines.begin(), split->machines.end(),
                                            [&](const SplitQuality::Machine &machine) { return machine.name == name; });
            const bool known = found != split->machines.end();
            cells.push_back(known ? qualityText("AUC", found->auc) : "–");
            cells.push_back(known ? qualityText("AUC", found->partialAuc) : "–");
        }
        table.add(std::move(cells));
    }
    return table.empty() ? "" : "\n" + table.text();
}

} // namespace

Json splitQualityJson(const SplitQuality &quality)
{
    if (quality.empty())
        return {};
    Json machines = Json::array();
    for (const SplitQuality::Machine &machine : quality.machines)
        machines.push_back({{"name", machine.name},
                            {"auc", numberOrNull(machine.auc)},
                            {"partial_auc", numberOrNull(machine.partialAuc)}});
    const auto &confusion = quality.confusion;
    return {{"top_5_accuracy", numberOrNull(quality.topFive)},
            {"partial_auc", numberOrNull(quality.partialAuc)},
            {"machines", machines},
            {"classes", confusion ? classesJson(*confusion) : Json::array()},
            {"most_confused", confusion ? pairsJson(*confusion) : Json::array()},
            {"confusion", confusion ? confusionJson(*confusion) : Json()}};
}

std::string qualityTables(const CandidateQuality &quality)
{
    std::string text = machineTable(quality);
    const bool hasValidation = quality.validation.confusion.has_value();
    if (!hasValidation && !quality.test.confusion)
        return text;
    // A study of strangers may hold splits of different classes: then only one is shown.
    CandidateQuality shown = quality;
    if (hasValidation && shown.test.confusion &&
        shown.test.confusion->classes() != shown.validation.confusion->classes())
        shown.test.confusion.reset();
    const ConfusionMatrix &first = hasValidation ? *shown.validation.confusion : *shown.test.confusion;
    return text + classTable(first, shown) + pairTable(first, shown);
}

} // namespace paretoscope
