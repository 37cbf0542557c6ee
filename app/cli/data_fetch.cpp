// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_fetch.h.
#include "app/cli/data_fetch.h"

#include "app/cli/cli.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "core/base/numbers.h"
#include "core/data/data_set.h"
#include "core/fetch/benchmark_fetch.h"
#include "core/hardware/metric.h"

#include <fmt/format.h>

#include <chrono>
#include <iostream>

namespace paretoscope {

using namespace dnas;

namespace {

std::string sizeOf(std::int64_t bytes) { return formatMetric("flash", static_cast<double>(bytes)); }

/// A moving line on a terminal; elsewhere a line every few seconds; JSON lines with --json.
class FetchPrinter {
public:
    explicit FetchPrinter(bool json)
        : m_style(progressStyle(json))
    {
    }
    ~FetchPrinter()
    {
        if (m_open)
            std::cerr << '\n';
    }
    FetchPrinter(const FetchPrinter &) = delete;
    FetchPrinter &operator=(const FetchPrinter &) = delete;

    void show(const DownloadProgress &now)
    {
        const bool checking = now.stage == DownloadStage::Checking;
        if (m_style == ProgressStyle::Json) {
            printJsonLine({{"event", checking ? "checking" : "fetching"},
                           {"bytes", now.bytes},
                           {"size", now.size ? Json(*now.size) : Json()},
                           {"bytes_per_second", now.bytesPerSecond},
                           {"seconds_left", now.secondsLeft ? Json(*now.secondsLeft) : Json()}});
            return;
        }
        std::string text = std::string(checking ? "checking " : "fetching ") + sizeOf(now.bytes);
        if (now.size)
            text += " of " + sizeOf(*now.size);
        if (!checking && now.bytesPerSecond > 0)
            text += fmt::format(", {}/s", sizeOf(static_cast<std::int64_t>(now.bytesPerSecond)));
        if (now.secondsLeft)
            text += ", about " + durationText(*now.secondsLeft) + " left";
        line(text);
    }

    void show(const UnpackProgress &now)
    {
        if (m_style == ProgressStyle::Json)
            printJsonLine(
                {{"event", "unpacking"}, {"entries", now.entries}, {"bytes", now.bytes}, {"share", now.share}});
        else
            line(fmt::format("unpacking {:.0f} %, {} files and folders", 100 * now.share, now.entries));
    }

private:
    static void printJsonLine(const Json &event) { std::cerr << event.dump() << '\n'; }

    void line(const std::string &text)
    {
        if (m_style == ProgressStyle::Terminal) {
            std::cerr << "\r\033[K" << text << std::flush;
            m_open = true;
            return;
        }
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < std::chrono::seconds(5))
            return;
        m_last = now;
        std::cerr << text << '\n';
    }

    ProgressStyle m_style;
    bool m_open = false;
    std::chrono::steady_clock::time_point m_last{};
};

} // namespace

int fetchData(const Benchmark &benchmark, const std::filesystem::path &data, bool json)
{
    const auto request = fetchRequest(benchmark, data);
    if (!request.ok())
        return fail(request.error(), json);
    StopToken stop;
    const SignalStop signals(stop);
    Result<FolderOutcome> outcome = [&] {
        FetchPrinter printer(json);
        return fetchFolder(*request,
                           {.download = [&](const DownloadProgress &now) { printer.show(now); },
                            .unpack =
                                [&](const UnpackProgress &now) {
                                    printer.show(now);
                                }},
                           stop);
    }();
    if (!outcome.ok())
        return fail(outcome.error(), json);
    if (json) {
        printJson({{"benchmark", benchmark.name},
                   {"folder", request->folder.string()},
                   {"bytes", outcome->archive.bytes},
                   {"resumed_at", outcome->archive.resumedAt},
                   {"sha256", outcome->archive.sha256},
                   {"verified", outcome->archive.verified},
                   {"files", outcome->contents.files}});
        return kExitDone;
    }
    printText(fmt::format("{}: {} files in {}; {}\n", printable(benchmark.name), countText(outcome->contents.files),
                          printable(request->folder.string()), printable(digestText(*outcome, benchmark))));
    const DataReport report = checkData(benchmark, data);
    if (!report.usable && !report.findings.empty())
        return fail(invalidInput(report.findings.front().text, {.file = report.findings.front().file}), json);
    printText(fmt::format("train {}, validation {}, test {}\n", countText(report.train), countText(report.validation),
                          countText(report.test)));
    return kExitDone;
}

} // namespace paretoscope
