// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The frame of a report: head, style, and small pieces of markup. What it writes is XML too, so that a test can read
// it back. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dnas {

/// `body` is markup, `title` is text.
std::string htmlPage(const std::string &title, const std::string &body);

/// An element around text (escaped) or around markup (as it is). `attributes` begin with a space.
std::string textTag(std::string_view tag, std::string_view text, std::string_view attributes = {});
std::string markupTag(std::string_view tag, std::string_view markup, std::string_view attributes = {});

/// One cell; `tip` is shown on hover when it is not empty.
struct HtmlCell {
    std::string text;
    std::string tip = {};
    bool isNumber = false;
};
struct HtmlRow {
    std::vector<HtmlCell> cells;
    bool isStrong = false; ///< set apart from the others
};
std::string htmlTable(const std::vector<HtmlCell> &head, const std::vector<HtmlRow> &rows);

/// Names and values, as a list of pairs; pairs without a value are left out.
std::string htmlFacts(const std::vector<HtmlRow> &rows);
/// A text of its own that is folded away.
std::string htmlFolded(std::string_view summary, std::string_view text);

} // namespace dnas
