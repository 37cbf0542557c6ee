// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A confusion matrix as an SVG picture: a row a true class, a column a prediction, shares of the true class by depth of
// colour and as numbers.
#pragma once

#include "core/report/confusion_matrix.h"

#include <string>

namespace dnas {

struct ConfusionSvgOptions {
    std::string title;
    int width = 540;
};
/// For a page that has svgStyleSheet(). Meant for kMostMatrixClasses classes at most.
std::string confusionSvg(const ConfusionMatrix &matrix, const ConfusionSvgOptions &options);

/// How deep a cell is coloured, 0…1: the root of its share, so that the rare mistakes show.
double cellDepth(double share);
/// "5.85 %"; a dash where the class has no samples.
std::string cellShareText(const ConfusionMatrix &matrix, int truth, int predicted);
/// "cat taken for dog: 12 of 205 (5.85 %)", "cat found: 180 of 205 (87.80 %)".
std::string cellText(const ConfusionMatrix &matrix, int truth, int predicted);

} // namespace dnas
