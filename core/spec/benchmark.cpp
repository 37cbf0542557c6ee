// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/benchmark.h"

#include "core/base/file_kind.h"
#include "core/base/files.h"
#include "core/base/names.h"
#include "core/base/yaml_reader.h"
#include "core/spec/checked_reading.h"
#include "core/spec/front_end_reader.h"
#include "core/spec/recipe_fit.h"
#include "core/spec/spec_text.h"

#include <set>

namespace dnas {

namespace {

constexpr int kMostSide = 65536;
constexpr int kMostClasses = 65536;

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
    if (root.child("classes").isScalar()) {
        benchmark.classes = static_cast<int>(integerIn(root, "classes", 2, 2, kMostClasses));
        return;
    }
    std::set<std::string> known;
    for (const YamlReader &element : root.child("classes").elements()) {
        const std::string name = element.asText();
        if (!known.insert(name).second)
            element.fail("class \"" + name + "\" stands here twice");
        benchmark.classNames.push_back(name);
    }
    benchmark.classes = static_cast<int>(benchmark.classNames.size());
    if (benchmark.classes < 2)
        root.fail("needs at least two class names", "classes");
}

/// Sounds need a front end, and what it gives must be the input.
void readFeatures(const YamlReader &root, Benchmark &benchmark)
{
    const bool sounds = kindOf(benchmark.data) == DataKind::Sounds;
    if (!root.has("front_end")) {
        if (sounds)
            root.fail("is missing: what turns a clip into an input, such as {kind: mfcc, rate: 16000, seconds: 1}",
                      "front_end");
        return;
    }
    if (!sounds) {
        root.fail("belongs to sounds; remove it", "front_end");
        return;
    }
    benchmark.frontEnd = readFrontEnd(root.child("front_end"));
    const auto features = FeatureExtractor::create(benchmark.frontEnd);
    if (!features.ok())
        return; // told by the reader
    const bool stacked = benchmark.frontEnd.stack > 1;
    if (stacked && !isReconstruction(benchmark))
        root.child("front_end").fail("is for the format machine_sounds; remove it", "stack");
    const Shape given = stacked ? Shape{features->width() * benchmark.frontEnd.stack, 1, 1}
                                : Shape{1, features->frames(), features->width()};
    if (benchmark.input != given)
        root.fail("must be [" + std::to_string(given.channels) + ", " + std::to_string(given.height) + ", " +
                      std::to_string(given.width) + "], which is what the front end gives",
                  "input");
}

} // namespace

bool isReconstruction(const Benchmark &benchmark) { return benchmark.data.format == "machine_sounds"; }

std::string qualityMetricOf(const Benchmark &benchmark) { return isReconstruction(benchmark) ? "AUC" : "accuracy"; }

std::string classNameOf(const Benchmark &benchmark, std::size_t label)
{
    return label < benchmark.classNames.size() ? benchmark.classNames[label] : std::to_string(label);
}

Result<Benchmark> parseBenchmark(std::string_view yaml, const std::string &file)
{
    auto parsed = YamlReader::parse(yaml, file);
    if (!parsed.ok())
        return parsed.error();
    const YamlReader &root = *parsed;
    Benchmark benchmark;
    benchmark.text = withoutBlock(yaml, "recipes");
    if (requireMap(root, "name, data, input, classes, network")) {
        refuseOtherKinds(root, FileKind::Benchmark);
        root.allowOnly({"name", "title", "description", "source", "data", "input", "classes", "mean", "deviation",
                        "network", "recipe", "recipes", "front_end", "fetch"});
        benchmark.name = root.text("name");
        benchmark.title = root.text("title", benchmark.name);
        benchmark.description = root.text("description", "");
        benchmark.source = root.text("source", "");
        benchmark.network = resolveName(file, root.text("network"));
        if (!root.has("data") || !root.child("data").isMap())
            root.fail("is missing: where the samples are, such as {format: cifar10, folder: cifar-10-batches-bin}",
                      "data");
        else
            benchmark.data = readDataSource(root.child("data"), file);
        if (root.has("fetch"))
            benchmark.fetch = readDataOrigin(root.child("fetch"));
        readInput(root, benchmark);
        readClasses(root, benchmark);
        const int channels = benchmark.input.channels;
        benchmark.mean = readPerChannel(root, "mean", channels, 0, {.least = -1e6, .most = 1e6});
        benchmark.deviation = readPerChannel(root, "deviation", channels, 1, {.most = 1e6, .leastExcluded = true});
        benchmark.recipe.loss = isReconstruction(benchmark) ? "mse" : "cross_entropy";
        if (root.has("recipe")) {
            benchmark.recipe = readRecipe(root.child("recipe"), benchmark.recipe);
            requireFit(root.child("recipe"), benchmark.recipe, benchmark);
        }
        if (root.has("recipes")) {
            const YamlReader recipes = root.child("recipes");
            benchmark.recipes = readNamedRecipes(recipes, benchmark.recipe);
            for (const NamedRecipe &named : benchmark.recipes)
                requireFit(recipes.child(named.name.c_str()), named.recipe, benchmark);
        }
        readFeatures(root, benchmark);
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
