// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See html_page.h.
#include "core/report/html_page.h"

#include "core/report/markup.h"
#include "core/report/svg.h"

namespace dnas {

namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --text: #1f2430; --muted: #5f6775; --ground: #ffffff; --card: #f6f7f9;
  --border: #d8dde4; --strong: #e4f0f9; --accent: #0072b2; }
@media screen and (prefers-color-scheme: dark) {
  :root { --text: #e4e7ec; --muted: #a0a8b5; --ground: #1b1e24; --card: #242932; --border: #3a414c;
    --strong: #1f3547; --accent: #4ba3e3; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 74rem; color: var(--text); background: var(--ground);
  font: 15px/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 0.2rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 0.6rem; padding-bottom: 0.2rem; border-bottom: 1px solid var(--border); }
h3 { font-size: 1.05rem; margin: 1.6rem 0 0.4rem; }
p { margin: 0.4rem 0; max-width: 50rem; }
.muted, .note { color: var(--muted); }
.note { font-size: 0.87rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1.2rem; margin: 0.6rem 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 0 2.5rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(26rem, 1fr)); gap: 1rem; margin: 0.6rem 0; }
.figure { display: block; width: 100%; height: auto; border: 1px solid var(--border); border-radius: 6px; }
.scroll { overflow-x: auto; margin: 0.6rem 0; }
table { border-collapse: collapse; font-size: 0.87rem; }
th, td { padding: 0.28rem 0.6rem; text-align: left; border-bottom: 1px solid var(--border); white-space: nowrap; }
th { color: var(--muted); font-weight: 600; vertical-align: bottom; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.strong td { background: var(--strong); }
td[title], th[title] { cursor: help; }
td:last-child { white-space: normal; min-width: 9rem; }
details { margin: 0.4rem 0; }
summary { cursor: pointer; color: var(--accent); }
pre { margin: 0.4rem 0; padding: 0.7rem 1rem; overflow-x: auto; background: var(--card); border: 1px solid var(--border);
  border-radius: 6px; font: 12.5px/1.45 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace; }
@media print {
  @page { margin: 15mm; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  h2, h3 { break-after: avoid; }
  tr, .figure { break-inside: avoid; }
  thead { display: table-header-group; }
  .figures { grid-template-columns: 1fr 1fr; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: 0.15rem 0.35rem; white-space: normal; }
}
)";

std::string cellMarkup(std::string_view tag, const HtmlCell &cell)
{
    std::string attributes = cell.isNumber ? " class=\"number\"" : "";
    if (!cell.tip.empty())
        attributes += " title=\"" + escaped(cell.tip) + "\"";
    return textTag(tag, cell.text, attributes);
}

} // namespace

std::string markupTag(std::string_view tag, std::string_view markup, std::string_view attributes)
{
    std::string result = "<";
    result.append(tag).append(attributes).append(">").append(markup).append("</").append(tag).append(">");
    return result;
}

std::string textTag(std::string_view tag, std::string_view text, std::string_view attributes)
{
    return markupTag(tag, escaped(text), attributes);
}

std::string htmlTable(const std::vector<HtmlCell> &head, const std::vector<HtmlRow> &rows)
{
    std::string table = "<div class=\"scroll\"><table>\n<thead><tr>";
    for (const HtmlCell &cell : head)
        table += cellMarkup("th", cell);
    table += "</tr></thead>\n<tbody>\n";
    for (const HtmlRow &row : rows) {
        table += row.isStrong ? "<tr class=\"strong\">" : "<tr>";
        for (const HtmlCell &cell : row.cells)
            table += cellMarkup("td", cell);
        table += "</tr>\n";
    }
    return table + "</tbody></table></div>\n";
}

std::string htmlFacts(const std::vector<HtmlRow> &rows)
{
    std::string list;
    for (const HtmlRow &row : rows)
        if (row.cells.size() == 2 && !row.cells[1].text.empty())
            list += textTag("dt", row.cells[0].text) + cellMarkup("dd", row.cells[1]) + "\n";
    return list.empty() ? list : markupTag("dl", list) + "\n";
}

std::string htmlFolded(std::string_view summary, std::string_view text)
{
    if (text.empty())
        return {};
    return markupTag("details", textTag("summary", summary) + textTag("pre", text)) + "\n";
}

std::string htmlPage(const std::string &title, const std::string &body)
{
    // The policy is a second wall: even markup that slipped through could neither run nor load anything.
    return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
           "<meta charset=\"utf-8\"/>\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n" +
           textTag("title", title) + "\n" + "<style>" + std::string(kStyle) + svgStyleSheet() + "</style>\n</head>\n" +
           "<body>\n" + body + "</body>\n</html>\n";
}

} // namespace dnas
