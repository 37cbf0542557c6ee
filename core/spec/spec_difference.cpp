// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/spec_difference.h"

#include "core/base/yaml_reader.h"

#include <utility>
#include <vector>

namespace dnas {

namespace {

/// Every scalar with its dotted key, in the order of the text.
using Settings = std::vector<std::pair<std::string, std::string>>;

void collect(const YamlReader &node, Settings &settings)
{
    if (node.isScalar()) {
        settings.emplace_back(node.place().key, node.asText());
    } else if (node.isSequence()) {
        for (const YamlReader &element : node.elements())
            collect(element, settings);
    } else if (node.isMap()) {
        for (const std::string &key : node.keys())
            collect(node.child(key.c_str()), settings);
    }
}

const std::string *find(const Settings &settings, const std::string &key)
{
    for (const auto &[name, value] : settings) {
        if (name == key)
            return &value;
    }
    return nullptr;
}

std::string sentence(const std::string &key, const std::string *there, const std::string *here)
{
    return key + " is " + (there ? *there : "not set") + " there and " + (here ? *here : "not set") + " here";
}

} // namespace

std::string specDifference(const std::string &there, const std::string &here)
{
    const auto theirs = YamlReader::parse(there, "there");
    const auto ours = YamlReader::parse(here, "here");
    if (!theirs.ok() || !ours.ok())
        return {};
    Settings before, now;
    collect(*theirs, before);
    collect(*ours, now);
    for (const auto &[key, value] : before) {
        const std::string *other = find(now, key);
        if (!other || *other != value)
            return sentence(key, &value, other);
    }
    for (const auto &[key, value] : now) {
        if (!find(before, key))
            return sentence(key, nullptr, &value);
    }
    return {};
}

} // namespace dnas
