// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See plot_text.h.
#include "widgets/plot_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace paretoscope {

namespace {

struct Prefix {
    double factor;
    QStringView text;
};

Prefix prefixOf(double magnitude)
{
    if (magnitude >= 1e9 * 0.9999999)
        return {1e9, u" G"};
    if (magnitude >= 1e6 * 0.9999999)
        return {1e6, u" M"};
    if (magnitude >= 1e4 * 0.9999999)
        return {1e3, u" k"};
    return {1, u""};
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

QString withMinus(QString text) { return text.startsWith(u'-') ? text.replace(0, 1, QChar(0x2212)) : text; }

QString superscript(int number)
{
    static const std::array<char16_t, 10> kDigits{u'⁰', u'¹', u'²', u'³', u'⁴', u'⁵', u'⁶', u'⁷', u'⁸', u'⁹'};
    QString text = number < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(number)))
        text += QChar(kDigits[static_cast<std::size_t>(digit.digitValue())]);
    return text;
}

QString scientific(double value)
{
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-9));
    const double mantissa = value / std::pow(10.0, exponent);
    const QString power = QStringLiteral("10") + superscript(exponent);
    if (std::abs(mantissa - 1) < 1e-6)
        return power;
    return withMinus(QString::number(mantissa, 'g', 3)) + QStringLiteral("·") + power;
}

} // namespace

QString tickText(double value, double step, bool percent)
{
    if (percent) {
        const int decimals = decimalsFor(step * 100);
        const double shown = std::abs(value) < step * 1e-6 ? 0 : value * 100;
        return withMinus(QString::number(shown, 'f', decimals)) + QStringLiteral(" %");
    }
    if (std::abs(value) < step * 1e-6)
        return QStringLiteral("0");
    if (std::abs(value) < 1e-3 && step < 1e-3)
        return scientific(value);
    const Prefix prefix = prefixOf(std::abs(value));
    return withMinus(QString::number(value / prefix.factor, 'f', decimalsFor(step / prefix.factor))) +
           prefix.text.toString();
}

QString valueText(double value, bool percent)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    if (percent)
        return withMinus(QString::number(value * 100, 'f', 2)) + QStringLiteral(" %");
    const double size = std::abs(value);
    if (size == 0)
        return QStringLiteral("0");
    if (size < 1e-4)
        return scientific(value);
    const Prefix prefix = prefixOf(size);
    return withMinus(QString::number(value / prefix.factor, 'g', prefix.factor > 1 || size < 1000 ? 4 : 6)) +
           prefix.text.toString();
}

QString decadeText(double value, bool percent)
{
    if (percent)
        return withMinus(QString::number(value * 100, 'g', 3)) + QStringLiteral(" %");
    const double size = std::abs(value);
    if (size < 0.9e-3 || size > 1.1e11)
        return scientific(value);
    const Prefix prefix = prefixOf(size);
    return QString::number(value / prefix.factor, 'g', 6) + prefix.text.toString();
}

} // namespace paretoscope
