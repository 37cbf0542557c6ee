// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See export_candidate.h. Everything is rendered before anything is written.
#include "core/deploy/export_candidate.h"

#include "core/base/files.h"
#include "core/base/quality_text.h"
#include "core/deploy/onnx_export.h"
#include "core/network/network_yaml.h"

namespace dnas {

namespace {

struct Rendered {
    std::filesystem::path path;
    std::string bytes;
};

/// The description becomes a comment in YAML: a line break in a label must not end it.
std::string withoutControls(std::string text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // U+0080 … U+009F are controls too, and U+0085 ends a line of YAML.
        if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
            text.erase(i + 1, 1);
        else if (byte >= 0x20 && byte != 0x7F)
            continue;
        text[i] = ' ';
    }
    return text;
}

Result<std::vector<Rendered>> render(const Network &network, const WeightStore &weights, const CandidateOrigin &origin,
                                     CandidateFormat format, const ExportPaths &paths)
{
    const std::string description = describeCandidate(origin);
    if (format == CandidateFormat::Onnx) {
        auto model = exportOnnx(network, weights, {.description = description + ". Licence: 0BSD."});
        if (!model.ok())
            return model.error();
        return std::vector<Rendered>{{paths.network, std::move(*model)}};
    }
    // Weights first: a network without its weights would look complete.
    return std::vector<Rendered>{
        {paths.weights, writeSafetensors(weights, {{"description", description}, {"license", "0BSD"}})},
        {paths.network, "# SPDX-License-Identifier: 0BSD\n# " + description + ".\n" + writeNetwork(network)}};
}

Result<void> makeFolderOf(const std::filesystem::path &file)
{
    const std::filesystem::path folder = file.parent_path();
    if (folder.empty())
        return {};
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return ioError("cannot be made a folder: " + error.message() + "; choose another", {.file = folder.string()});
    return {};
}

Result<void> writeAll(const std::vector<Rendered> &files)
{
    std::vector<std::filesystem::path> made;
    for (const Rendered &file : files) {
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

} // namespace

std::string describeCandidate(const CandidateOrigin &origin)
{
    return withoutControls("Candidate " + std::to_string(origin.id) + " (" + origin.label + ") of " + origin.study +
                           "; " + origin.qualityMetric + " " + qualityText(origin.qualityMetric, origin.quality) +
                           " on validation, " + qualityText(origin.qualityMetric, origin.testQuality) +
                           " on test, measured in " + origin.qualityPrecision +
                           (origin.input.empty() ? "" : "; " + origin.input));
}

Result<std::vector<ExportedFile>> exportCandidate(const Network &network, const WeightStore &weights,
                                                  const CandidateOrigin &origin, CandidateFormat format,
                                                  const ExportPaths &paths)
{
    const auto files = render(network, weights, origin, format, paths);
    if (!files.ok())
        return files.error();
    std::vector<ExportedFile> written;
    for (const Rendered &file : *files) {
        if (const auto made = makeFolderOf(file.path); !made.ok())
            return made.error();
        written.push_back({file.path, file.bytes.size()});
    }
    if (const auto done = writeAll(*files); !done.ok())
        return done.error();
    return written;
}

} // namespace dnas
