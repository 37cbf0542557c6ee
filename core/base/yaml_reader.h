// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading YAML strictly: every key is asked for once, unknown keys and wrong types are errors with file, line
// and key. Wraps yaml-cpp; its exceptions end here.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace YAML {
class Node;
}

namespace dnas {

/// A node of a parsed file that knows its place. Reading methods note the first error in the document; the
/// caller reads everything and then asks `finish()` once. After an error, reads return defaults.
class YamlReader {
public:
    /// Parses text; `file` is used in messages only.
    static Result<YamlReader> parse(std::string_view text, std::string file);
    static Result<YamlReader> load(const std::string &path);

    bool isMap() const;
    bool isSequence() const;
    bool isScalar() const;
    bool has(const char *key) const;
    std::vector<std::string> keys() const;

    /// Child under `key`; an error is noted when it is absent (ask `has` first for an optional one).
    YamlReader child(const char *key) const;
    /// Elements of a sequence; a scalar or map counts as a list of one.
    std::vector<YamlReader> elements() const;

    std::string text(const char *key) const;
    std::string text(const char *key, std::string fallback) const;
    std::int64_t integer(const char *key) const;
    std::int64_t integer(const char *key, std::int64_t fallback) const;
    double number(const char *key) const;
    double number(const char *key, double fallback) const;
    bool flag(const char *key, bool fallback) const;

    /// The value of this scalar node itself.
    std::string asText() const;
    std::int64_t asInteger() const;
    double asNumber() const;

    Place place() const;                ///< file, line and dotted key of this node
    Place place(const char *key) const; ///< of the child `key`, or of this node with that key when it is absent
    /// The same node under another key in messages, say the name of a layer instead of `layers[3]`.
    YamlReader named(std::string key) const;
    /// Notes an error at this node (or at its child `key`); the first one wins.
    void fail(std::string message, const char *key = nullptr) const;
    /// Notes an error for each key of this map that is not in `known`.
    void allowOnly(std::initializer_list<const char *> known) const;
    void allowOnly(const std::vector<std::string_view> &known) const;
    /// The first noted error of the whole document, or success.
    Result<void> finish() const;

private:
    struct Document;
    YamlReader(std::shared_ptr<Document> document, std::shared_ptr<YAML::Node> node, std::string key, int line);
    std::shared_ptr<Document> m_document;
    std::shared_ptr<YAML::Node> m_node; ///< null: absent
    std::string m_key;
    int m_line = 0;
};

} // namespace dnas
