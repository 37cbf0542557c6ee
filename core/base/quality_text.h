// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How qualities are written: an accuracy is a share and stands in %, an AUC is a number.
#pragma once

#include <string>

namespace dnas {

/// Of 1, and so to be written in %. A quality without a name is taken for an accuracy.
bool isShare(const std::string &qualityMetric);
/// "81.25 %" of an accuracy, "0.8125" of an AUC, a dash for what is no number. `decimals`: of the %; a number gets two
/// more, which is as exact.
std::string qualityText(const std::string &qualityMetric, double value, int decimals = 2);

} // namespace dnas
