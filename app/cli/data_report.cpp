// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_report.h.
#include "app/cli/data_report.h"

#include <fmt/format.h>

namespace paretoscope {

using namespace dnas;

namespace {

std::string className(const Benchmark &benchmark, std::size_t index)
{
    return index < benchmark.classNames.size() ? benchmark.classNames[index] : std::to_string(index);
}

} // namespace

void printReport(const Benchmark &benchmark, const DataReport &report)
{
    printText(fmt::format("{}: {}\n", printable(benchmark.name), report.usable ? "usable" : "not usable"));
    if (!report.folder.empty())
        printText("folder: " + printable(report.folder.string()) + "\n");
    TextTable files({{"file"}, {"state"}, {"records", Align::Right}, {""}});
    for (const DataFinding &finding : report.findings)
        files.add({finding.file, finding.state, finding.records > 0 ? countText(finding.records) : "", finding.text});
    if (!files.empty())
        printText("\n" + files.text());
    if (report.train + report.test == 0)
        return;
    printText(fmt::format("\n  train {}, validation {}, test {}\n", countText(report.train),
                          countText(report.validation), countText(report.test)));
    constexpr std::size_t kMostClasses = 20;
    if (report.trainClassCounts.empty() || report.trainClassCounts.size() > kMostClasses)
        return;
    TextTable classes({{"class"}, {"training records", Align::Right}});
    for (std::size_t i = 0; i < report.trainClassCounts.size(); ++i)
        classes.add({className(benchmark, i), countText(report.trainClassCounts[i])});
    printText("\n" + classes.text());
}

Json reportJson(const Benchmark &benchmark, const DataReport &report)
{
    Json findings = Json::array();
    for (const DataFinding &finding : report.findings)
        findings.push_back(
            {{"file", finding.file}, {"state", finding.state}, {"records", finding.records}, {"text", finding.text}});
    Json classes = Json::array();
    for (std::size_t i = 0; i < report.trainClassCounts.size(); ++i)
        classes.push_back({{"name", className(benchmark, i)}, {"train_records", report.trainClassCounts[i]}});
    return {{"benchmark", benchmark.name},
            {"usable", report.usable},
            {"folder", report.folder.empty() ? Json() : Json(report.folder.string())},
            {"train", report.train},
            {"validation", report.validation},
            {"test", report.test},
            {"classes", classes},
            {"findings", findings}};
}

} // namespace paretoscope
