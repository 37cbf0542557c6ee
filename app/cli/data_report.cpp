// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_report.h.
#include "app/cli/data_report.h"

#include <fmt/format.h>

namespace paretoscope {

using namespace dnas;

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
    const auto &[train, validation, test] = report.classCounts;
    if (train.empty() || train.size() > kMostClasses)
        return;
    TextTable classes({{"class"}, {"train", Align::Right}, {"validation", Align::Right}, {"test", Align::Right}});
    for (std::size_t i = 0; i < train.size(); ++i)
        classes.add({classNameOf(benchmark, i), countText(train[i]), countText(validation[i]), countText(test[i])});
    printText("\n" + classes.text());
}

Json reportJson(const Benchmark &benchmark, const DataReport &report)
{
    Json findings = Json::array();
    for (const DataFinding &finding : report.findings)
        findings.push_back(
            {{"file", finding.file}, {"state", finding.state}, {"records", finding.records}, {"text", finding.text}});
    Json classes = Json::array();
    const auto &[train, validation, test] = report.classCounts;
    for (std::size_t i = 0; i < train.size(); ++i)
        classes.push_back({{"name", classNameOf(benchmark, i)},
                           {"train_records", train[i]},
                           {"validation_records", validation[i]},
                           {"test_records", test[i]}});
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
