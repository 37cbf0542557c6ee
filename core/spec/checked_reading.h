// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading with a range: like the methods of YamlReader, but a value outside its range is noted as an error that
// says what is allowed. Private to this folder.
#pragma once

#include "core/base/yaml_reader.h"

#include <cstdint>
#include <initializer_list>
#include <string>

namespace dnas {

/// False, and an error that shows `example`, when the node is no map.
bool requireMap(const YamlReader &node, const char *example);

/// A range of numbers; the ends belong to it unless said otherwise.
struct NumberRange {
    double least = 0;
    double most = 1e300;
    bool leastExcluded = false;
    bool mostExcluded = false;

    bool contains(double value) const;
    std::string text() const; ///< "must be greater than 0", "must be at least 0 and at most 1"
};

double numberIn(const YamlReader &node, const char *key, double fallback, const NumberRange &range);
std::int64_t integerIn(const YamlReader &node, const char *key, std::int64_t fallback, std::int64_t least,
                       std::int64_t most);
/// "10%" or 0.1, as a share.
double shareIn(const YamlReader &node, const char *key, double fallback, const NumberRange &range);
std::string choiceOf(const YamlReader &node, const char *key, const std::string &fallback,
                     std::initializer_list<const char *> choices);
/// The value of an element that must be a number in the range.
double elementIn(const YamlReader &element, const NumberRange &range);
/// Notes an error for each present key of `keys`: they belong to later versions.
void refuseLater(const YamlReader &node, std::initializer_list<const char *> keys);

} // namespace dnas
