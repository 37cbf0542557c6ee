// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/run_label.h"

#include "core/base/joined.h"
#include "core/base/numbers.h"
#include "core/hardware/metric.h"
#include "core/spec/spec_text.h"

#include <algorithm>
#include <charconv>

namespace dnas {

namespace {

constexpr std::string_view kSeparator = ", ";
constexpr std::string_view kStrengthMarks[] = {" auto ×", " raw λ ", " λ "};

std::vector<std::string> split(const std::string &label)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = label.find(kSeparator); end != std::string::npos; end = label.find(kSeparator, begin)) {
        parts.push_back(label.substr(begin, end - begin));
        begin = end + kSeparator.size();
    }
    parts.push_back(label.substr(begin));
    return parts;
}

bool isStrength(const std::string &part)
{
    return std::any_of(std::begin(kStrengthMarks), std::end(kStrengthMarks),
                       [&](std::string_view mark) { return part.find(mark) != std::string::npos; });
}

/// "random widths 2": a method, and the number of its draw where it has one.
bool readMethod(const std::string &part, RunName &name)
{
    for (const Method method : {Method::WidthMultiplier, Method::RandomWidths, Method::Magnitude}) {
        const std::string title = methodName(method);
        if (!part.starts_with(title))
            continue;
        const std::string rest = part.substr(title.size());
        int draw = 0;
        if (!rest.empty()) {
            const auto read = std::from_chars(rest.data() + 1, rest.data() + rest.size(), draw);
            if (rest.front() != ' ' || read.ec != std::errc() || read.ptr != rest.data() + rest.size())
                continue;
        }
        name.method = method;
        name.draw = draw;
        return true;
    }
    return false;
}

} // namespace

std::string targetLabel(const ObjectiveTerm &term, const TargetValue &target)
{
    if (target.relative)
        return term.metric + " " + shortNumber(target.value * 100) + " %";
    const MetricInfo *info = findMetric(term.metric);
    const bool isCount = info && info->unit.empty();
    return term.metric + " " + (isCount ? groupedNumber(target.value) : formatMetric(term.metric, target.value));
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

RunName readRunLabel(const std::string &label)
{
    RunName name;
    name.parts = split(label);
    if (readMethod(name.parts.front(), name))
        name.parts.erase(name.parts.begin());
    std::erase_if(name.parts, isStrength);
    return name;
}

bool namesBaseline(const std::string &label) { return readRunLabel(label).method != Method::Search; }

bool namesOwnWarmUp(const std::string &label)
{
    const Method method = readRunLabel(label).method;
    return method == Method::WidthMultiplier || method == Method::RandomWidths;
}

} // namespace dnas
