// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas export: a candidate's network and weights as files that other programs read. What is written is 0BSD.
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "app/cli/study_access.h"
#include "core/base/files.h"
#include "core/deploy/onnx_export.h"
#include "core/network/network_yaml.h"

#include <fmt/format.h>

#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct Arguments {
    std::string candidate;
    std::string format;
    std::filesystem::path output = ".";
    bool json = false;
};

struct OutputFile {
    std::filesystem::path path;
    std::string bytes;
};

/// One line: which candidate, of which study, how good, measured how.
std::string description(const OpenedCandidate &opened)
{
    const CandidateSummary &c = opened.summary;
    return printable(fmt::format("Candidate {} ({}) of {}; {} {} on validation, {} on test, measured in {}", c.id.value,
                                 c.label, opened.study->path().filename().string(), c.qualityMetric,
                                 qualityText(c.qualityMetric, c.quality), qualityText(c.qualityMetric, c.testQuality),
                                 c.qualityPrecision));
}

Result<std::vector<OutputFile>> render(const OpenedCandidate &opened, const Arguments &arguments)
{
    const auto weights = opened.study->weights(opened.summary.id);
    if (!weights.ok())
        return weights.error();
    std::vector<OutputFile> files;
    if (arguments.format == "onnx") {
        auto model = exportOnnx(opened.network, *weights, {.description = description(opened) + ". Licence: 0BSD."});
        if (!model.ok())
            return model.error();
        files.push_back({arguments.output / "model.onnx", std::move(*model)});
        return files;
    }
    // Weights first: a network without its weights would look complete.
    files.push_back({arguments.output / "weights.safetensors",
                     writeSafetensors(*weights, {{"description", description(opened)}, {"license", "0BSD"}})});
    files.push_back({arguments.output / "network.yaml", "# SPDX-License-Identifier: 0BSD\n# " + description(opened) +
                                                            ".\n" + writeNetwork(opened.network)});
    return files;
}

/// All or, as far as that can be had without a transaction of the file system, none.
Result<void> writeFiles(const std::vector<OutputFile> &files)
{
    std::vector<std::filesystem::path> made;
    for (const OutputFile &file : files) {
        std::error_code ignored;
        const bool isNew = !std::filesystem::exists(file.path, ignored);
        const auto written = writeAtomically(file.path, file.bytes);
        if (!written.ok()) {
            for (const std::filesystem::path &path : made)
                std::filesystem::remove(path, ignored);
            return written.error();
        }
        if (isNew)
            made.push_back(file.path);
    }
    return {};
}

Result<std::vector<OutputFile>> exportFiles(const Arguments &arguments)
{
    if (arguments.format == "tflite" || arguments.format == "c")
        return invalidInput("export to " + arguments.format + " comes in a later version; onnx and yaml are there now");
    const auto reference = parseReference(arguments.candidate);
    if (!reference)
        return invalidInput("name a candidate of the study: " + arguments.candidate + "#NUMBER, #seed or #best");
    const auto opened = openCandidate(*reference);
    if (!opened.ok())
        return opened.error();
    auto files = render(*opened, arguments);
    if (!files.ok())
        return files;
    std::error_code error;
    std::filesystem::create_directories(arguments.output, error);
    if (error)
        return ioError("cannot be made a folder: " + error.message() + "; choose another with --output",
                       {.file = arguments.output.string()});
    if (const auto written = writeFiles(*files); !written.ok())
        return written.error();
    return files;
}

int runExport(const Arguments &arguments)
{
    const auto files = exportFiles(arguments);
    if (!files.ok())
        return fail(files.error(), arguments.json);
    if (arguments.json) {
        Json list = Json::array();
        for (const OutputFile &file : *files)
            list.push_back({{"path", file.path.string()}, {"bytes", file.bytes.size()}});
        printJson({{"format", arguments.format}, {"license", "0BSD"}, {"files", list}});
        return kExitDone;
    }
    for (const OutputFile &file : *files)
        printText(printable(file.path.string()) + "  " + formatMetric("flash", static_cast<double>(file.bytes.size())) +
                  "\n");
    printText("Exports carry the 0BSD licence: use them in any product, without conditions.\n");
    return kExitDone;
}

} // namespace

void addExportVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<Arguments>();
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
