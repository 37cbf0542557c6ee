// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/checked_reading.h"

#include "core/base/joined.h"
#include "core/spec/spec_text.h"

#include <cmath>

namespace dnas {

bool requireMap(const YamlReader &node, const char *example)
{
    if (node.isMap())
        return true;
    node.fail(std::string("must hold keys, such as ") + example);
    return false;
}

bool NumberRange::contains(double value) const
{
    if (!std::isfinite(value))
        return false;
    const bool above = leastExcluded ? value > least : value >= least;
    const bool below = mostExcluded ? value < most : value <= most;
    return above && below;
}

std::string NumberRange::text() const
{
    std::string text = (leastExcluded ? "must be greater than " : "must be at least ") + shortNumber(least);
    if (most < 1e300)
        text += (mostExcluded ? " and less than " : " and at most ") + shortNumber(most);
    return text;
}

double numberIn(const YamlReader &node, const char *key, double fallback, const NumberRange &range)
{
    if (!node.has(key))
        return fallback;
    const double value = node.number(key, fallback);
    if (!range.contains(value))
        node.fail(range.text() + ", but is " + shortNumber(value), key);
    return value;
}

std::int64_t integerIn(const YamlReader &node, const char *key, std::int64_t fallback, std::int64_t least,
                       std::int64_t most)
{
    if (!node.has(key))
        return fallback;
    const std::int64_t value = node.integer(key, fallback);
    if (value < least || value > most) {
        node.fail("must be from " + std::to_string(least) + " to " + std::to_string(most) + ", but is " +
                      std::to_string(value),
                  key);
        return fallback;
    }
    return value;
}

double shareIn(const YamlReader &node, const char *key, double fallback, const NumberRange &range)
{
    if (!node.has(key))
        return fallback;
    const std::string text = node.text(key, "");
    const std::optional<double> share = parsePercent(text);
    const double value = share ? *share : node.number(key, fallback);
    if (!range.contains(value))
        node.fail(range.text() + " (10% or 0.1), but is " + text, key);
    return value;
}

std::string choiceOf(const YamlReader &node, const char *key, const std::string &fallback,
                     std::initializer_list<const char *> choices)
{
    if (!node.has(key))
        return fallback;
    const std::string value = node.text(key, fallback);
    for (const char *choice : choices) {
        if (value == choice)
            return value;
    }
    node.fail("\"" + value + "\" is not known; choose one of: " + joined(choices), key);
    return fallback;
}

double elementIn(const YamlReader &element, const NumberRange &range)
{
    const double value = element.asNumber();
    if (!range.contains(value))
        element.fail(range.text() + ", but is " + shortNumber(value));
    return value;
}

void refuseLater(const YamlReader &node, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (node.has(key))
            node.fail("is not yet available in this version; remove the key", key);
    }
}

} // namespace dnas
