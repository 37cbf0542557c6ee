// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checked values of a board file.
#include "core/hardware/board_reading.h"

#include "core/hardware/metric.h"

#include <cmath>

namespace dnas {

std::string nonEmpty(const YamlReader &reader, const char *key)
{
    std::string text = reader.text(key);
    if (text.empty())
        reader.fail("must not be empty", key);
    return text;
}

double positive(const YamlReader &reader, const char *key)
{
    const double value = reader.number(key);
    if (!(value > 0) || !std::isfinite(value)) {
        reader.fail("must be greater than 0, found " + reader.text(key) + "; give the value of the data sheet", key);
        return 1;
    }
    return value;
}

double positive(const YamlReader &reader, const char *key, double fallback)
{
    return reader.has(key) ? positive(reader, key) : fallback;
}

double notNegative(const YamlReader &reader, const char *key)
{
    const double value = reader.number(key, 0);
    if (!(value >= 0) || !std::isfinite(value)) {
        reader.fail("must be 0 or more, found " + reader.text(key), key);
        return 0;
    }
    return value;
}

int countOf(const YamlReader &reader, const char *key, int fallback, int most)
{
    const std::int64_t value = reader.integer(key, fallback);
    if (value < 1 || value > most) {
        reader.fail("must be 1 to " + std::to_string(most), key);
        return fallback;
    }
    return static_cast<int>(value);
}

std::int64_t wholeBytes(const YamlReader &reader, const char *key)
{
    constexpr double kMaxBytes = 1e15;
    if (!reader.has(key))
        return 0;
    const Result<double> value = parseQuantity(reader.text(key), "flash");
    if (!value.ok()) {
        reader.fail(value.error().message, key);
        return 0;
    }
    if (*value > kMaxBytes || *value != static_cast<double>(static_cast<std::int64_t>(*value))) {
        reader.fail("must be a whole number of bytes that a board can have", key);
        return 0;
    }
    return static_cast<std::int64_t>(*value);
}

} // namespace dnas
