// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_describe.h.
#include "app/cli/data_describe.h"

#include "app/cli/cli.h"
#include "app/cli/data_report.h"
#include "app/cli/interrupt.h"
#include "app/cli/work_printer.h"
#include "core/base/files.h"
#include "core/base/names.h"
#include "core/base/system_error.h"
#include "core/data/describe_folder.h"
#include "core/network/network_yaml.h"
#include "core/spec/benchmark_writer.h"

#include <fmt/format.h>

#include <cerrno>
#include <charconv>
#include <iostream>
#include <optional>
#include <tuple>
#include <unistd.h>

namespace paretoscope {

using namespace dnas;

namespace {

namespace fs = std::filesystem;

constexpr int kLeastSide = 8, kMostSide = 1024;

/// "96x96": width and height.
std::optional<std::pair<int, int>> parseSize(const std::string &text)
{
    int width = 0, height = 0;
    const char *end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc() || first.ptr == end || (*first.ptr != 'x' && *first.ptr != 'X'))
        return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec != std::errc() || second.ptr != end)
        return std::nullopt;
    const auto fits = [](int side) {
        return side >= kLeastSide && side <= kMostSide;
    };
    return fits(width) && fits(height) ? std::optional(std::pair(width, height)) : std::nullopt;
}

Result<FolderWishes> wishesOf(const DescribeDataArguments &arguments)
{
    FolderWishes wishes{.network = arguments.network, .rate = arguments.rate, .seconds = arguments.seconds};
    if (isPath(wishes.network)) {
        std::error_code ignored;
        wishes.network = fs::absolute(wishes.network, ignored).lexically_normal().string();
    }
    if (!arguments.size.empty()) {
        const auto size = parseSize(arguments.size);
        if (!size)
            return invalidInput(
                fmt::format("must be width and height such as 96x96, each from {} to {}", kLeastSide, kMostSide),
                {.key = "--size"});
        std::tie(wishes.width, wishes.height) = *size;
    }
    return wishes;
}

/// The folder as the benchmark's file says it: from itself where it lies below it, else from the data folder.
std::string folderText(const fs::path &folder, const fs::path &file)
{
    const fs::path inner = folder.lexically_relative(file.parent_path());
    if (!inner.empty() && *inner.begin() != ".." && inner != ".")
        return "./" + inner.string();
    return folder.filename().string();
}

Result<void> requireFree(const fs::path &file)
{
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(file, ignored)))
        return invalidInput("is there already and is not overwritten; name another file with --output",
                            {.file = file.string()});
    return {};
}

/// What came of it, and where it was written.
struct Written {
    DescribedFolder described;
    fs::path file;
    fs::path network; ///< empty: none had to be written
    std::string data; ///< what --data must be; empty: nothing
};

Result<Written> describeAndWrite(const DescribeDataArguments &arguments, FolderWishes wishes)
{
    std::error_code ignored;
    fs::path folder = fs::absolute(arguments.folder, ignored).lexically_normal();
    if (!folder.has_filename())
        folder = folder.parent_path();
    Written written;
    written.file = arguments.output.empty() ? folder.parent_path() / (folder.filename().string() + ".yaml")
                                            : fs::absolute(arguments.output, ignored).lexically_normal();
    if (!isPath(written.file.filename().string())) // only so is it taken for a file
        return invalidInput("must end in .yaml", {.file = written.file.string(), .key = "--output"});
    written.network = written.file.parent_path() / (written.file.stem().string() + "-network.yaml");
    for (const fs::path &file : {written.file, written.network}) {
        if (const auto free = requireFree(file); !free.ok())
            return free.error();
    }
    // Before the folder is looked through, which may take minutes.
    if (const fs::path home = written.file.parent_path(); ::access(home.c_str(), W_OK) != 0)
        return systemError(home, "cannot be written", errno);
    auto described = describeFolder(folder, wishes);
    if (!described.ok())
        return described.error();
    written.described = std::move(*described);
    Benchmark benchmark = written.described.benchmark;
    benchmark.data.folder = folderText(folder, written.file);
    if (!benchmark.data.folder.starts_with("./"))
        written.data = folder.parent_path().string();
    if (written.described.fitted)
        benchmark.network = "./" + written.network.filename().string();
    const std::string text = "# Written by 'dnas data describe'. What the keys mean: docs/benchmark_format.md.\n" +
                             writeBenchmark(benchmark, written.described.recipes);
    if (const auto read = parseBenchmark(text, written.file.string()); !read.ok())
        return read.error();
    if (written.described.fitted) {
        if (const auto done = writeAtomically(written.network, writeNetwork(*written.described.fitted)); !done.ok())
            return done.error();
    } else {
        written.network.clear();
    }
    if (const auto done = writeAtomically(written.file, text); !done.ok()) {
        if (!written.network.empty())
            fs::remove(written.network, ignored); // or the next try finds it and stops
        return done.error();
    }
    return written;
}

} // namespace

int describeData(const DescribeDataArguments &arguments, Form form)
{
    const bool json = form == Form::Json;
    auto wishes = wishesOf(arguments);
    if (!wishes.ok())
        return fail(wishes.error(), json);
    StopToken stop;
    const SignalStop signals(stop);
    WorkPrinter printer(progressStyle(json));
    wishes->stop = &stop;
    wishes->progress = [&](const WorkProgress &progress) {
        printer.show(progress);
    };
    const auto written = describeAndWrite(arguments, *wishes);
    printer.wipe();
    if (!written.ok())
        return fail(namedByUser(written.error()), json);
    const DescribedFolder &described = written->described;
    if (json) {
        Json object = reportJson(described.benchmark, described.report);
        object["format"] = described.benchmark.data.format;
        object["input"] = shapeJson(described.benchmark.input);
        object["mean"] = described.benchmark.mean;
        object["deviation"] = described.benchmark.deviation;
        object["remarks"] = described.remarks;
        object["file"] = written->file.string();
        object["network_file"] = written->network.empty() ? Json() : Json(written->network.string());
        object["data"] = written->data.empty() ? Json() : Json(written->data);
        printJson(object);
        return kExitDone;
    }
    printReport(described.benchmark, described.report);
    printText("\n");
    for (const std::string &remark : described.remarks)
        printText("  " + printable(remark) + "\n");
    printText("\nwrote " + printable(written->file.string()) + "\n");
    if (!written->network.empty())
        printText("wrote " + printable(written->network.string()) + "\n");
    if (!written->data.empty())
        printText("its folder is not beside it: give --data " + printable(written->data) + "\n");
    return kExitDone;
}

} // namespace paretoscope
