// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The guard listens to yaml-cpp's events, so nesting is limited while the parser descends: it recurses, and a
// crafted file must not exhaust the stack or, by aliases, the memory.
#include "core/base/yaml_guard.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <set>
#include <sstream>
#include <vector>

namespace dnas {

namespace {

constexpr std::size_t kMaxBytes = 4 * 1024 * 1024;
constexpr std::size_t kMaxDepth = 32;

/// Leaves the parser; caught in checkYamlText.
struct Refused {
    int line;
    std::string message;
};

class Guard : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { scalar(mark, anchor, "~"); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        refuse(mark, "aliases (*name) are not allowed; write the value out");
    }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, const std::string &value) override
    {
        scalar(mark, anchor, value);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, anchor, false);
    }
    void OnSequenceEnd() override { m_levels.pop_back(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, anchor, true);
    }
    void OnMapEnd() override { m_levels.pop_back(); }

private:
    struct Level {
        bool isMap = false;
        bool atKey = true;
        std::set<std::string> keys;
    };

    [[noreturn]] static void refuse(const YAML::Mark &mark, std::string message)
    {
        throw Refused{mark.line + 1, std::move(message)};
    }

    static void checkAnchor(const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            refuse(mark, "anchors (&name) are not allowed; write the value out where it is needed");
    }

    void scalar(const YAML::Mark &mark, YAML::anchor_t anchor, const std::string &value)
    {
        checkAnchor(mark, anchor);
        if (m_levels.empty() || !m_levels.back().isMap)
            return;
        Level &level = m_levels.back();
        if (level.atKey && !level.keys.insert(value).second)
            refuse(mark, "the key '" + value + "' stands twice; keep one of them");
        level.atKey = !level.atKey;
    }

    void open(const YAML::Mark &mark, YAML::anchor_t anchor, bool isMap)
    {
        checkAnchor(mark, anchor);
        if (!m_levels.empty() && m_levels.back().isMap) {
            if (m_levels.back().atKey)
                refuse(mark, "a key must be a plain word; check brackets and indentation");
            m_levels.back().atKey = true;
        }
        if (m_levels.size() == kMaxDepth)
            refuse(mark, "nested more than " + std::to_string(kMaxDepth) + " levels deep; check brackets");
        m_levels.push_back({.isMap = isMap, .atKey = true, .keys = {}});
    }

    std::vector<Level> m_levels;
};

} // namespace

Result<void> checkYamlText(std::string_view text, const std::string &file)
{
    if (text.size() > kMaxBytes)
        return invalidInput("larger than 4 MB, so this is not one of our YAML files", {.file = file});
    if (text.find('\0') != std::string_view::npos)
        return invalidInput("holds zero bytes, so this is not a text file", {.file = file});
    // yaml-cpp takes an open quote before a last line break for a closed one.
    const std::string_view trimmed = text.substr(0, text.find_last_not_of(" \r\n") + 1);
    try {
        std::istringstream stream{std::string(trimmed)};
        YAML::Parser parser(stream);
        Guard guard;
        if (!parser.HandleNextDocument(guard))
            return invalidInput("is empty", {.file = file});
        if (Guard second; parser.HandleNextDocument(second))
            return invalidInput("holds several documents (---); keep one", {.file = file});
    } catch (const Refused &refused) {
        return invalidInput(refused.message, {.file = file, .line = refused.line});
    } catch (const YAML::Exception &exception) {
        return invalidInput("not valid YAML: " + exception.msg + "; check indentation, brackets and quotes",
                            {.file = file, .line = exception.mark.line + 1});
    } catch (const std::exception &exception) {
        return invalidInput(std::string("cannot be read as YAML: ") + exception.what(), {.file = file});
    }
    return {};
}

} // namespace dnas
