// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the best candidate of a study gets wrong: by class or by machine, both splits.
#include "core/base/quality_text.h"
#include "core/report/confusion_svg.h"
#include "core/report/figure_texts.h"
#include "core/report/html_page.h"
#include "core/report/html_sections.h"
#include "core/report/svg.h"

#include <algorithm>

namespace dnas {

namespace {

constexpr int kHalfWidth = 540, kWholeWidth = 1100;
constexpr int kMostSideBySide = 12; ///< classes of matrices that stand beside each other
constexpr std::size_t kPairs = 10, kWorstClasses = 20;

HtmlCell number(std::string text) { return {std::move(text), {}, true}; }

HtmlCell shareCell(double share) { return number(qualityText("accuracy", share, 1)); }

std::string pairTable(const ConfusionMatrix &matrix, const std::string &split)
{
    std::vector<HtmlRow> rows;
    for (const ConfusedPair &pair : mostConfused(matrix, kPairs))
        rows.push_back({{{matrix.name(pair.truth)},
                         {matrix.name(pair.predicted)},
                         number(std::to_string(pair.count)),
                         shareCell(pair.share)}});
    if (rows.empty())
        return textTag("p", "No sample is taken for another class.");
    return textTag("p", "Confused most, " + split + ":") +
           htmlTable({{"True class"}, {"Taken for"}, number("Samples"), number("Of the true class")}, rows);
}

std::string worstTable(const ConfusionMatrix &matrix)
{
    std::vector<int> order = classesByRecall(matrix);
    order.resize(std::min(order.size(), kWorstClasses));
    std::vector<HtmlRow> rows;
    for (const int index : order) {
        const int other = mistakenFor(matrix, index);
        rows.push_back({{{matrix.name(index)},
                         number(std::to_string(matrix.samples(index))),
                         shareCell(matrix.recall(index)),
                         {other < 0 ? "" : matrix.name(other)}}});
    }
    return textTag("p", "The " + std::to_string(order.size()) + " of " + std::to_string(matrix.classes()) +
                            " classes that are found least:") +
           htmlTable({{"Class"}, number("Samples"), number("Found"), {"Most often taken for"}}, rows);
}

std::string machineTable(const SplitQuality &quality)
{
    std::vector<HtmlRow> rows;
    for (const SplitQuality::Machine &machine : quality.machines)
        rows.push_back({{{machine.name},
                         number(qualityText("AUC", machine.auc)),
                         number(qualityText("AUC", machine.partialAuc))}});
    return htmlTable({{"Machine"}, number("AUC"), number("Partial AUC")}, rows);
}

std::string splitMarkup(const SplitQuality &quality, const std::string &split)
{
    std::string text;
    if (quality.topFive)
        text += textTag("p", "Among the five best: " + qualityText("accuracy", *quality.topFive) + " (" + split + ").");
    if (!quality.machines.empty()) {
        Figure figure = machineFigure(quality.machines);
        figure.title = "By machine, " + split;
        text += renderSvg(figure, {kHalfWidth, 330, SvgStyle::Page}) + machineTable(quality);
    }
    if (!quality.confusion)
        return text;
    const ConfusionMatrix &matrix = *quality.confusion;
    if (matrix.classes() > kMostMatrixClasses)
        return text + textTag("h3", "Classes, " + split) + worstTable(matrix) + pairTable(matrix, split);
    const bool half = matrix.classes() <= kMostSideBySide;
    return text +
           confusionSvg(matrix, {.title = "Confusion matrix, " + split, .width = half ? kHalfWidth : kWholeWidth}) +
           pairTable(matrix, split);
}

} // namespace

std::string qualitySection(const ReportData &data)
{
    if (!data.best || data.best->quality.empty())
        return {};
    const auto &[validation, test] = data.best->quality;
    std::string splits = markupTag("div", splitMarkup(validation, "validation")) +
                         (test.empty() ? "" : markupTag("div", splitMarkup(test, "test")));
    const bool isWide = validation.confusion && validation.confusion->classes() > kMostSideBySide &&
                        validation.confusion->classes() <= kMostMatrixClasses;
    if (!isWide)
        splits = markupTag("div", splits, " class=\"figures\"");
    const CandidateSummary &best = data.candidates[data.best->candidate];
    return markupTag("section", textTag("h2", "What the best candidate gets wrong") +
                                    textTag("p", "Candidate " + std::to_string(best.id.value) + ", " + best.label +
                                                     ": " + candidateQualityText(best) + ".") +
                                    splits) +
           "\n";
}

} // namespace dnas
