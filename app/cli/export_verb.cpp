// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas export: a candidate's network and weights as files that other programs read. What is written is 0BSD.
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "app/cli/study_access.h"
#include "app/shared/study_export.h"

#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct ExportArguments {
    std::string candidate;
    std::string format;
    std::filesystem::path output = ".";
    bool json = false;
};

Result<std::vector<ExportedFile>> exportFiles(const ExportArguments &arguments)
{
    if (arguments.format == "tflite" || arguments.format == "c")
        return invalidInput("export to " + arguments.format + " comes in a later version; onnx and yaml are there now");
    const auto reference = parseReference(arguments.candidate);
    if (!reference)
        return invalidInput("name a candidate of the study: " + arguments.candidate + "#NUMBER, #seed or #best");
    const auto opened = openCandidate(*reference);
    if (!opened.ok())
        return opened.error();
    const bool onnx = arguments.format == "onnx";
    return exportFromStudy(*opened->study, opened->summary, onnx ? CandidateFormat::Onnx : CandidateFormat::Yaml,
                           {.network = arguments.output / (onnx ? "model.onnx" : "network.yaml"),
                            .weights = arguments.output / "weights.safetensors"});
}

int runExport(const ExportArguments &arguments)
{
    const auto files = exportFiles(arguments);
    if (!files.ok())
        return fail(files.error(), arguments.json);
    if (arguments.json) {
        Json list = Json::array();
        for (const ExportedFile &file : *files)
            list.push_back({{"path", file.path.string()}, {"bytes", file.bytes}});
        printJson({{"format", arguments.format}, {"license", "0BSD"}, {"files", list}});
        return kExitDone;
    }
    for (const ExportedFile &file : *files)
        printText(printable(file.path.string()) + "  " + formatMetric("flash", static_cast<double>(file.bytes)) + "\n");
    printText("Exports carry the 0BSD licence: use them in any product, without conditions.\n");
    return kExitDone;
}

} // namespace

void addExportVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<ExportArguments>();
    CLI::App *verb = app.add_subcommand("export", "Take a candidate's network out of a study");
    verb->add_option("CANDIDATE", arguments->candidate, "FILE.pscope#NUMBER, #seed or #best")->required();
    verb->add_option("--format", arguments->format, "onnx, yaml (with weights as safetensors); later tflite, c")
        ->required()
        ->check(CLI::IsMember({"onnx", "yaml", "tflite", "c"}));
    verb->add_option("--output,-o", arguments->output, "Folder for the files, made if it is not there (default: here)");
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] { state.exitCode = runExport(*arguments); });
}

} // namespace paretoscope
