// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See ticks.h.
#include "core/report/ticks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace dnas {

namespace {

struct Prefix {
    double factor;
    std::string_view text;
};

/// Below 10 000 all digits are shown.
Prefix prefixOf(double magnitude)
{
    constexpr double kAlmost = 0.9999999;
    if (magnitude >= 1e9 * kAlmost)
        return {1e9, " G"};
    if (magnitude >= 1e6 * kAlmost)
        return {1e6, " M"};
    if (magnitude >= 1e4 * kAlmost)
        return {1e3, " k"};
    return {1, ""};
}

/// Decimals that show `step` (a "nice" number: one or two significant digits).
int decimalsFor(double step)
{
    for (int decimals = 0; decimals < 9; ++decimals) {
        const double scaled = step * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-4 * scaled)
            return decimals;
    }
    return 9;
}

std::string withMinus(std::string text)
{
    if (text.starts_with('-'))
        text.replace(0, 1, "−");
    return text;
}

std::string print(double value, std::chars_format format, int precision)
{
    std::array<char, 400> text;
    const auto [end, failure] = std::to_chars(text.data(), text.data() + text.size(), value, format, precision);
    return failure == std::errc() ? std::string(text.data(), end) : std::string("?");
}

std::string significant(double value, int digits) { return print(value, std::chars_format::general, digits); }

std::string superscript(int number)
{
    static constexpr std::array<std::string_view, 10> kDigits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = number < 0 ? "⁻" : "";
    for (const char digit : std::to_string(std::abs(number)))
        text += kDigits[static_cast<std::size_t>(digit - '0')];
    return text;
}

std::string scientific(double value)
{
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-9));
    const double mantissa = value / std::pow(10.0, exponent);
    const std::string power = "10" + superscript(exponent);
    return std::abs(mantissa - 1) < 1e-6 ? power : withMinus(significant(mantissa, 3)) + "·" + power;
}

/// 1, 2 or 5 times a power of ten near `step`, rather above it.
double niceStep(double step)
{
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (digit * power >= step * 0.75)
            return digit * power;
    return 10 * power;
}

std::string plainTick(double value, double step, const Prefix &prefix)
{
    return withMinus(fixedText(value / prefix.factor, decimalsFor(step / prefix.factor))) + std::string(prefix.text);
}

std::vector<Tick> linearTicks(double low, double high, bool percent, int wanted)
{
    const double step = niceStep((high - low) / std::max(1, wanted));
    std::vector<Tick> ticks;
    // Whole multiples, so that no sum of rounding errors shifts a tick; as many as fit within a hair.
    const double first = std::ceil(low / step - 1e-9);
    const double last = std::floor(high / step + 1e-9);
    const double largest = std::max(std::abs(first), std::abs(last)) * step;
    for (double i = first; i <= last && ticks.size() < 200; ++i)
        ticks.push_back({i * step, tickText(i * step, step, percent, largest)});
    return ticks;
}

std::vector<Tick> logTicks(double low, double high, bool percent, int wanted)
{
    const int first = static_cast<int>(std::floor(std::log10(low) + 1e-9));
    const int last = static_cast<int>(std::ceil(std::log10(high) - 1e-9));
    const int stride = std::max(1, (last - first + wanted - 1) / std::max(1, wanted));
    const bool oneTwoFive = high / low < 200;
    std::vector<Tick> ticks;
    for (int decade = first; decade <= last; ++decade) {
        for (int digit = 1; digit < 10; ++digit) {
            const double at = digit * std::pow(10.0, decade);
            if (at < low * (1 - 1e-9) || at > high * (1 + 1e-9))
                continue;
            const bool named = digit == 1 ? (decade % stride) == 0 : oneTwoFive && (digit == 2 || digit == 5);
            if (named || stride == 1)
                ticks.push_back({at, named ? decadeText(at, percent) : std::string()});
        }
    }
    return ticks;
}

} // namespace

std::string fixedText(double value, int decimals) { return print(value, std::chars_format::fixed, decimals); }

std::string tickText(double value, double step, bool percent, double largest)
{
    const bool isZero = std::abs(value) < step * 1e-6;
    if (percent)
        return withMinus(fixedText(isZero ? 0 : value * 100, decimalsFor(step * 100))) + " %";
    if (isZero)
        return "0";
    if (std::abs(value) < 1e-3 && step < 1e-3)
        return scientific(value);
    return plainTick(value, step, prefixOf(std::max(std::abs(value), std::abs(largest))));
}

std::string decadeText(double value, bool percent)
{
    if (percent)
        return withMinus(significant(value * 100, 3)) + " %";
    const double size = std::abs(value);
    if (size < 0.9e-3 || size > 1.1e11)
        return scientific(value);
    const Prefix prefix = prefixOf(size);
    return significant(value / prefix.factor, 6) + std::string(prefix.text);
}

std::string valueText(double value, bool percent)
{
    if (!std::isfinite(value))
        return "–";
    if (percent)
        return withMinus(fixedText(value * 100, 2)) + " %";
    const double size = std::abs(value);
    if (size == 0)
        return "0";
    if (size < 1e-4)
        return scientific(value);
    const Prefix prefix = prefixOf(size);
    const int digits = prefix.factor > 1 || size < 1000 ? 4 : 6;
    return withMinus(significant(value / prefix.factor, digits)) + std::string(prefix.text);
}

std::vector<Tick> ticksFor(double low, double high, Scale scale, bool percent, int wanted)
{
    if (!std::isfinite(low) || !std::isfinite(high) || !(low < high))
        return {};
    // Within less than a decade, plain steps say more than powers.
    if (scale == Scale::Log && low > 0 && high / low >= 6)
        return logTicks(low, high, percent, wanted);
    return linearTicks(low, high, percent, wanted);
}

} // namespace dnas
