// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas report: a study as one HTML page with pictures.
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "app/cli/study_access.h"
#include "core/base/files.h"
#include "core/report/html_report.h"

#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct ReportArguments {
    std::filesystem::path study;
    std::filesystem::path output;
    bool json = false;
};

int report(const ReportArguments &arguments)
{
    std::filesystem::path output = arguments.output;
    if (output.empty())
        output = arguments.study.filename().replace_extension(".html");
    std::error_code ignored;
    if (std::filesystem::equivalent(arguments.study, output, ignored))
        return fail(invalidInput("is the study itself; choose another name with --output", {.file = output.string()}),
                    arguments.json);
    const auto study = openStudy(arguments.study);
    if (!study.ok())
        return fail(study.error(), arguments.json);
    const auto html = renderHtmlReport(**study);
    if (!html.ok())
        return fail(html.error(), arguments.json);
    if (const auto written = writeAtomically(output, *html); !written.ok())
        return fail(written.error(), arguments.json);
    if (arguments.json)
        printJson({{"report", output.string()}, {"bytes", html->size()}});
    else
        printText(printable(output.string()) + "\n");
    return kExitDone;
}

} // namespace

void addReportVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<ReportArguments>();
    CLI::App *verb = app.add_subcommand("report", "A study as one HTML page with pictures");
    verb->add_option("FILE", arguments->study, "Study (*.pscope)")->required();
    verb->add_option("--output,-o", arguments->output, "The page (default: the study's name with .html, here)");
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] { state.exitCode = report(*arguments); });
}

} // namespace paretoscope
