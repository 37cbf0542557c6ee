// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/run_label.h"

#include "core/base/joined.h"
#include "core/base/numbers.h"
#include "core/hardware/metric.h"
#include "core/spec/spec_text.h"

#include <algorithm>
#include <cmath>

namespace dnas {

namespace {

/// Every digit, in the unit that people expect: "113.4 KiB", "2.131 ms", "12 345".
std::string amountText(const std::string &metric, double value)
{
    const MetricInfo *info = findMetric(metric);
    if (!info || info->unit.empty())
        return value == std::floor(value) && value < 1e15 ? groupedNumber(value) : exactNumber(value);
    const std::string rounded = formatMetric(metric, value);
    const std::string unit = rounded.substr(std::min(rounded.find(' '), rounded.size()));
    if (const auto factor = parseQuantity("1" + unit, metric); factor.ok()) {
        std::string text = exactNumber(value / *factor) + unit;
        const auto read = parseQuantity(text, metric);
        constexpr std::size_t kLong = 9; // a division by 1024 may leave twenty digits
        if (read.ok() && *read == value && text.size() <= kLong + unit.size())
            return text;
    }
    return exactNumber(value) + " " + info->unit;
}

} // namespace

std::string targetLabel(const ObjectiveTerm &term, const TargetValue &target)
{
    if (target.relative)
        return term.metric + " " + shortNumber(target.value * 100) + " %";
    return term.metric + " " + amountText(term.metric, target.value);
}

std::string strengthLabel(const ObjectiveTerm &term, double value)
{
    switch (term.strengthKind) {
    case StrengthKind::Auto:
        return term.metric + " auto ×" + shortNumber(value);
    case StrengthKind::Raw:
        return term.metric + " raw λ " + shortNumber(value);
    case StrengthKind::Normalised:
        return term.metric + " λ " + shortNumber(value);
    }
    return {};
}

std::string baselineLabel(Method method, int draw, const std::vector<std::string> &targets)
{
    const std::string number = draw > 0 ? " " + std::to_string(draw) : std::string();
    return methodName(method) + number + ", " + joined(targets);
}

} // namespace dnas
