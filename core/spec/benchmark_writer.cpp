// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See benchmark_writer.h.
#include "core/spec/benchmark_writer.h"

#include "core/base/joined.h"
#include "core/spec/spec_text.h"

#include <algorithm>
#include <array>

namespace dnas {

namespace {

std::string numbers(const std::vector<double> &values)
{
    std::vector<std::string> texts;
    for (const double value : values)
        texts.push_back(exactNumber(value));
    return yamlList(texts);
}

std::string dataText(const DataSource &data)
{
    std::string text = "{format: " + data.format + ", folder: " + yamlScalar(data.folder);
    if (data.format == "pictures" || data.format == "sounds" || data.format == "speech_commands")
        text += ", test: " + percentText(data.testShare);
    if (data.format == "machine_sounds")
        text += ", validation: " + percentText(data.validationShare);
    return text + ", skip: " + percentText(data.skip) + "}";
}

std::string frontEndText(const FrontEnd &end)
{
    std::string text;
    const auto add = [&](const char *key, double value) {
        text += std::string(", ") + key + ": " + exactNumber(value);
    };
    add("rate", end.rate);
    add("seconds", end.seconds);
    if (end.peak)
        text += ", peak: true";
    if (end.kind == FrontEndKind::Mfcc) {
        add("frame", end.mfcc.frame);
        add("hop", end.mfcc.hop);
        add("fft", end.mfcc.fft);
        add("bands", end.mfcc.bands);
        add("low", end.mfcc.low);
        add("high", end.mfcc.high);
        add("coefficients", end.mfcc.coefficients);
    } else {
        add("fft", end.logMel.fft);
        add("hop", end.logMel.hop);
        add("bands", end.logMel.bands);
        add("low", end.logMel.low);
        add("high", end.logMel.high);
    }
    if (end.firstFrame > 0)
        add("from_frame", end.firstFrame);
    if (end.frames > 0)
        add("frames", end.frames);
    if (end.stack > 1)
        add("stack", end.stack);
    return std::string("{kind: ") + (end.kind == FrontEndKind::Mfcc ? "mfcc" : "log_mel") + text + "}";
}

/// Quoted where other readers of YAML see a truth value.
std::string className(const std::string &name)
{
    static constexpr std::array<std::string_view, 8> kTruths{"yes", "no", "on", "off", "true", "false", "y", "n"};
    std::string small = name;
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const bool truth = std::find(kTruths.begin(), kTruths.end(), small) != kTruths.end();
    return truth ? '"' + name + '"' : yamlScalar(name);
}

/// Many names go over several lines.
std::string classesText(const std::vector<std::string> &names)
{
    constexpr std::size_t kWide = 110;
    std::string text = "[";
    std::size_t width = 10;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string name = className(names[i]);
        if (width + name.size() > kWide) {
            text += "\n   ";
            width = 3;
        }
        text += name + (i + 1 < names.size() ? ", " : "");
        width += name.size() + 2;
    }
    return text + "]";
}

} // namespace

std::string inputText(const Benchmark &benchmark)
{
    const Shape &shape = benchmark.input;
    std::string text = "input " + std::to_string(shape.channels) + "×" + std::to_string(shape.height) + "×" +
                       std::to_string(shape.width);
    const bool sounds = benchmark.frontEnd.kind != FrontEndKind::None;
    if (sounds)
        text += " of the front end " + frontEndText(benchmark.frontEnd);
    text += std::string(sounds ? ", each value x" : ", each byte x / 255") + " less the mean " +
            numbers(benchmark.mean) + ", divided by " + numbers(benchmark.deviation);
    if (isReconstruction(benchmark))
        return text + "; output: the input again";
    return text + "; outputs: " +
           (benchmark.classNames.empty() ? std::to_string(benchmark.classes) + " classes in the order of the data"
                                         : joined(benchmark.classNames));
}

std::string writeBenchmark(const Benchmark &benchmark, const std::string &recipes)
{
    const Shape &input = benchmark.input;
    std::string text = "name: " + yamlScalar(benchmark.name) + "\ntitle: " + yamlScalar(benchmark.title) + "\n";
    if (!benchmark.description.empty())
        text += "description: " + yamlScalar(benchmark.description) + "\n";
    if (!benchmark.source.empty())
        text += "source: " + yamlScalar(benchmark.source) + "\n";
    text += "data: " + dataText(benchmark.data) + "\n";
    if (benchmark.frontEnd.kind != FrontEndKind::None)
        text += "front_end: " + frontEndText(benchmark.frontEnd) + "\n";
    text += "input: [" + std::to_string(input.channels) + ", " + std::to_string(input.height) + ", " +
            std::to_string(input.width) + "]\n";
    text += "classes: " +
            (benchmark.classNames.empty() ? std::to_string(benchmark.classes) : classesText(benchmark.classNames)) +
            "\n";
    if (!isReconstruction(benchmark))
        text += "mean: " + numbers(benchmark.mean) + "\ndeviation: " + numbers(benchmark.deviation) + "\n";
    return text + "network: " + yamlScalar(benchmark.network) + "\n" + recipes;
}

} // namespace dnas
