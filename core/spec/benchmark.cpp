// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/benchmark.h"

#include "core/base/files.h"
#include "core/base/names.h"
#include "core/base/yaml_reader.h"
#include "core/spec/checked_reading.h"
#include "core/spec/spec_text.h"

#include <filesystem>

namespace dnas {

namespace {

constexpr int kMostSide = 65536;

void readInput(const YamlReader &root, Benchmark &benchmark)
{
    if (!root.has("input")) {
        root.fail("is missing: the shape of one sample, such as [3, 32, 32] (channels, height, width)", "input");
        return;
    }
    const std::vector<YamlReader> sides = root.child("input").elements();
    if (sides.size() != 3) {
        root.fail("must be [channels, height, width], such as [3, 32, 32]", "input");
        return;
    }
    std::vector<int> values;
    for (const YamlReader &side : sides) {
        const std::int64_t value = side.asInteger();
        if (value < 1 || value > kMostSide)
            side.fail("must be from 1 to " + std::to_string(kMostSide) + ", but is " + std::to_string(value));
        values.push_back(static_cast<int>(value));
    }
    benchmark.input = {values[0], values[1], values[2]};
}

std::vector<double> readPerChannel(const YamlReader &root, const char *key, int channels, double fallback,
                                   const NumberRange &range)
{
    std::vector<double> values;
    if (!root.has(key))
        return std::vector<double>(static_cast<std::size_t>(channels), fallback);
    for (const YamlReader &element : root.child(key).elements())
        values.push_back(elementIn(element, range));
    if (values.size() != static_cast<std::size_t>(channels))
        root.fail("needs one number for each of the " + std::to_string(channels) + " channels", key);
    return values;
}

void readClasses(const YamlReader &root, Benchmark &benchmark)
{
    if (!root.has("classes")) {
        root.fail("is missing: the names of the classes in the order of their labels", "classes");
        return;
    }
    for (const YamlReader &element : root.child("classes").elements()) {
        const std::string name = element.asText();
        for (const std::string &other : benchmark.classNames) {
            if (other == name)
                element.fail("class \"" + name + "\" stands here twice");
        }
        benchmark.classNames.push_back(name);
    }
    benchmark.classes = static_cast<int>(benchmark.classNames.size());
    if (benchmark.classes < 2)
        root.fail("needs at least two class names", "classes");
}

void readData(const YamlReader &root, Benchmark &benchmark)
{
    if (!root.has("data") || !root.child("data").isMap()) {
        root.fail("is missing: where the samples are, such as {format: cifar10, folder: cifar-10-batches-bin}", "data");
        return;
    }
    const YamlReader data = root.child("data");
    data.allowOnly({"format", "folder", "seed", "train", "test"});
    if (!data.has("format"))
        data.fail("is missing; choose one of: cifar10, cifar100, demo", "format");
    benchmark.format = choiceOf(data, "format", "demo", {"cifar10", "cifar100", "demo"});
    if (benchmark.format == "demo") {
        if (data.has("folder"))
            data.fail("the demo data are generated and have no folder; remove it", "folder");
        benchmark.dataSeed = static_cast<std::uint64_t>(integerIn(data, "seed", 1, 0, INT64_MAX));
        benchmark.trainSamples = integerIn(data, "train", 6000, 1, 10'000'000);
        benchmark.testSamples = integerIn(data, "test", 4000, 1, 10'000'000);
        return;
    }
    for (const char *key : {"seed", "train", "test"}) {
        if (data.has(key))
            data.fail("belongs to generated data (format demo); remove it", key);
    }
    benchmark.folder = data.text("folder");
    const std::filesystem::path folder(benchmark.folder);
    if (folder.is_absolute() || benchmark.folder.find("..") != std::string::npos)
        data.fail("is a folder below the data folder; give only its name there", "folder");
    benchmark.trainSamples = 50000; // both published sets
    benchmark.testSamples = 10000;
}

} // namespace

Result<Benchmark> parseBenchmark(std::string_view yaml, const std::string &file)
{
    auto parsed = YamlReader::parse(yaml, file);
    if (!parsed.ok())
        return parsed.error();
    const YamlReader &root = *parsed;
    Benchmark benchmark;
    benchmark.text = yaml;
    if (requireMap(root, "name, data, input, classes, network")) {
        root.allowOnly({"name", "title", "description", "source", "data", "input", "classes", "mean", "deviation",
                        "network", "recipe"});
        benchmark.name = root.text("name");
        benchmark.title = root.text("title", benchmark.name);
        benchmark.description = root.text("description", "");
        benchmark.source = root.text("source", "");
        benchmark.network = resolveName(file, root.text("network"));
        readData(root, benchmark);
        readInput(root, benchmark);
        readClasses(root, benchmark);
        const int channels = benchmark.input.channels;
        benchmark.mean = readPerChannel(root, "mean", channels, 0, {.least = -1e6, .most = 1e6});
        benchmark.deviation = readPerChannel(root, "deviation", channels, 1, {.most = 1e6, .leastExcluded = true});
        if (root.has("recipe"))
            benchmark.recipe = readRecipe(root.child("recipe"), {});
    }
    if (auto read = root.finish(); !read.ok())
        return read.error();
    return benchmark;
}

Result<Benchmark> loadBenchmark(const std::string &nameOrPath)
{
    const auto path = findResource("benchmarks", nameOrPath);
    if (!path.ok())
        return path.error();
    const auto text = readText(*path);
    if (!text.ok())
        return text.error();
    return parseBenchmark(*text, path->string());
}

} // namespace dnas
