// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tree is yaml-cpp's. Maps are walked instead of indexed, since its operator[] adds keys to a map.
#include "core/base/yaml_reader.h"

#include "core/base/files.h"
#include "core/base/joined.h"
#include "core/base/yaml_guard.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace dnas {

struct YamlReader::Document {
    std::string file;
    std::optional<Error> firstError;
};

namespace {

struct Entry {
    YAML::Node key;
    YAML::Node value;
};

std::optional<Entry> findEntry(const YAML::Node *node, std::string_view key)
{
    if (node == nullptr || !node->IsMap())
        return std::nullopt;
    for (auto it = node->begin(); it != node->end(); ++it) {
        if (it->first.Scalar() == key)
            return Entry{it->first, it->second};
    }
    return std::nullopt;
}

int lineOf(const YAML::Node &node) { return node.Mark().line + 1; }

std::string joinKeys(const std::string &parent, const char *key)
{
    return parent.empty() ? std::string(key) : parent + "." + key;
}

/// How a value is called in a message.
std::string describe(const YAML::Node &node)
{
    if (node.IsMap())
        return "a map";
    if (node.IsSequence())
        return "a list";
    if (node.IsNull() || !node.IsScalar())
        return "nothing";
    constexpr std::size_t kMax = 40;
    const std::string &text = node.Scalar();
    return "'" + (text.size() <= kMax ? text : text.substr(0, kMax) + "…") + "'";
}

template <typename Number>
std::optional<Number> parseNumber(std::string_view text)
{
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

YamlReader::YamlReader(std::shared_ptr<Document> document, std::shared_ptr<YAML::Node> node, std::string key, int line)
    : m_document(std::move(document))
    , m_node(std::move(node))
    , m_key(std::move(key))
    , m_line(line)
{
}

Result<YamlReader> YamlReader::parse(std::string_view text, std::string file)
{
    if (Result<void> check = checkYamlText(text, file); !check.ok())
        return check.error();
    try {
        auto root = std::make_shared<YAML::Node>(YAML::Load(std::string(text)));
        if (root->IsNull())
            return invalidInput("is empty", {.file = std::move(file)});
        auto document = std::make_shared<Document>();
        document->file = std::move(file);
        const int line = std::max(1, lineOf(*root));
        return YamlReader(std::move(document), std::move(root), {}, line);
    } catch (const std::exception &exception) {
        return invalidInput(std::string("cannot be read as YAML: ") + exception.what(), {.file = std::move(file)});
    }
}

Result<YamlReader> YamlReader::load(const std::string &path)
{
    const Result<std::string> text = readText(path);
    return text.ok() ? parse(*text, path) : Result<YamlReader>(text.error());
}

bool YamlReader::isMap() const { return m_node && m_node->IsMap(); }
bool YamlReader::isSequence() const { return m_node && m_node->IsSequence(); }
bool YamlReader::isScalar() const { return m_node && m_node->IsScalar(); }
bool YamlReader::has(const char *key) const { return findEntry(m_node.get(), key).has_value(); }

std::vector<std::string> YamlReader::keys() const
{
    std::vector<std::string> keys;
    if (isMap()) {
        for (auto it = m_node->begin(); it != m_node->end(); ++it)
            keys.push_back(it->first.Scalar());
    }
    return keys;
}

YamlReader YamlReader::child(const char *key) const
{
    if (const auto entry = findEntry(m_node.get(), key))
        return {m_document, std::make_shared<YAML::Node>(entry->value), joinKeys(m_key, key), lineOf(entry->key)};
    if (m_node && !isMap())
        fail("expected a map with the key '" + std::string(key) + "', found " + describe(*m_node));
    else if (m_node)
        fail("is missing; add it", key);
    return {m_document, nullptr, joinKeys(m_key, key), m_line};
}

std::vector<YamlReader> YamlReader::elements() const
{
    if (!m_node || m_node->IsNull())
        return {};
    if (!isSequence())
        return {*this};
    std::vector<YamlReader> list;
    for (auto it = m_node->begin(); it != m_node->end(); ++it) {
        const int line = it->IsNull() ? m_line : lineOf(*it);
        list.push_back(YamlReader(m_document, std::make_shared<YAML::Node>(*it),
                                  m_key + "[" + std::to_string(list.size()) + "]", line));
    }
    return list;
}

std::string YamlReader::text(const char *key) const { return child(key).asText(); }
std::string YamlReader::text(const char *key, std::string fallback) const { return has(key) ? text(key) : fallback; }
std::int64_t YamlReader::integer(const char *key) const { return child(key).asInteger(); }
std::int64_t YamlReader::integer(const char *key, std::int64_t fallback) const
{
    return has(key) ? integer(key) : fallback;
}
double YamlReader::number(const char *key) const { return child(key).asNumber(); }
double YamlReader::number(const char *key, double fallback) const { return has(key) ? number(key) : fallback; }

bool YamlReader::flag(const char *key, bool fallback) const
{
    if (!has(key))
        return fallback;
    const YamlReader value = child(key);
    if (value.isScalar() && (value.m_node->Scalar() == "true" || value.m_node->Scalar() == "false"))
        return value.m_node->Scalar() == "true";
    value.fail("expected true or false, found " + describe(*value.m_node));
    return fallback;
}

std::string YamlReader::asText() const
{
    if (isScalar())
        return m_node->Scalar();
    if (m_node)
        fail("expected a text, found " + describe(*m_node));
    return {};
}

std::int64_t YamlReader::asInteger() const
{
    if (isScalar()) {
        if (const auto value = parseNumber<std::int64_t>(m_node->Scalar()))
            return *value;
    }
    if (m_node)
        fail("expected a whole number, found " + describe(*m_node));
    return 0;
}

double YamlReader::asNumber() const
{
    if (isScalar()) {
        if (const auto value = parseNumber<double>(m_node->Scalar()); value && std::isfinite(*value))
            return *value;
    }
    if (m_node)
        fail("expected a number, found " + describe(*m_node));
    return 0;
}

Place YamlReader::place() const { return {.file = m_document->file, .line = m_line, .key = m_key}; }

Place YamlReader::place(const char *key) const
{
    const auto entry = findEntry(m_node.get(), key);
    return {.file = m_document->file, .line = entry ? lineOf(entry->key) : m_line, .key = joinKeys(m_key, key)};
}

YamlReader YamlReader::named(std::string key) const { return {m_document, m_node, std::move(key), m_line}; }

void YamlReader::fail(std::string message, const char *key) const
{
    if (!m_document->firstError)
        m_document->firstError = invalidInput(std::move(message), key ? place(key) : place());
}

void YamlReader::allowOnly(std::initializer_list<const char *> known) const
{
    allowOnly(std::vector<std::string_view>(known.begin(), known.end()));
}

void YamlReader::allowOnly(const std::vector<std::string_view> &known) const
{
    if (m_node && !isMap())
        return fail("expected a map of keys and values, found " + describe(*m_node));
    for (const std::string &key : keys()) {
        if (std::find(known.begin(), known.end(), key) != known.end())
            continue;
        fail("unknown key; known here: " + joined(known), key.c_str());
    }
}

Result<void> YamlReader::finish() const
{
    if (m_document->firstError)
        return *m_document->firstError;
    return {};
}

} // namespace dnas
