// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spec/search_spec.h"

#include "core/base/file_kind.h"
#include "core/base/files.h"
#include "core/base/names.h"
#include "core/base/yaml_reader.h"
#include "core/spec/checked_reading.h"
#include "core/spec/objective_reader.h"
#include "core/spec/recipe_fit.h"
#include "core/spec/spec_text.h"

#include <algorithm>
#include <cstdint>

namespace dnas {

namespace {

constexpr std::int64_t kMostThreads = 1024;
constexpr std::int64_t kMostGranularity = 65536;

void readSpace(const YamlReader &root, SearchSpec &spec)
{
    const YamlReader space = root.child("space");
    if (!requireMap(space, "{width: {granularity: 1}}"))
        return;
    refuseLater(space, {"kernel", "dilation", "receptive_field", "operator", "operators", "depth", "bits",
                        "weight_bits", "activation_bits", "sparsity", "exits", "point", "points"});
    space.allowOnly({"width"});
    if (!space.has("width"))
        return;
    const YamlReader width = space.child("width");
    if (width.isScalar()) { // width: false, width: true
        spec.width.search = space.flag("width", true);
        return;
    }
    if (!requireMap(width, "{granularity: 1} (or the word false)"))
        return;
    width.allowOnly({"granularity", "exclude"});
    spec.width.granularity = static_cast<int>(integerIn(width, "granularity", 1, 1, kMostGranularity));
    if (width.has("exclude")) {
        for (const YamlReader &layer : width.child("exclude").elements())
            spec.width.exclude.push_back(layer.asText());
    }
}

void readBaselines(const YamlReader &root, Baselines &baselines)
{
    const YamlReader node = root.child("baselines");
    if (!requireMap(node, "{width_multiplier: true, random_widths: 5, magnitude: true}"))
        return;
    node.allowOnly({"width_multiplier", "random_widths", "magnitude"});
    baselines.widthMultiplier = node.flag("width_multiplier", false);
    baselines.randomWidths = static_cast<int>(integerIn(node, "random_widths", 0, 0, Baselines::kMostDraws));
    baselines.magnitude = node.flag("magnitude", false);
}

/// Text that must not be empty when its key is there.
std::string readName(const YamlReader &root, const char *key, const std::string &fallback)
{
    const std::string value = root.text(key, fallback);
    if (root.has(key) && value.empty())
        root.fail("is empty; give a name or remove the key", key);
    return value;
}

void readSettings(const YamlReader &root, SearchSpec &spec)
{
    refuseOtherKinds(root, FileKind::Spec);
    refuseLater(root, {"exits", "engine", "supernet", "points", "distillation", "quantisation", "calibration"});
    root.allowOnly({"benchmark", "network", "board", "runtime", "point", "seed", "threads", "space", "objective",
                    "phases", "baselines", "guarantee", "recipe", "weights", "keep_checkpoints"});
    spec.benchmark = resolveName(spec.file, root.text("benchmark"));
    if (root.has("benchmark") && spec.benchmark.empty())
        root.fail("is empty; name a benchmark", "benchmark");
    spec.network = resolveName(spec.file, readName(root, "network", ""));
    spec.board = resolveName(spec.file, readName(root, "board", "generic"));
    spec.runtime = readName(root, "runtime", "");
    spec.point = readName(root, "point", "");
    spec.weights = resolvePath(spec.file, readName(root, "weights", ""));
    spec.seed = static_cast<std::uint64_t>(integerIn(root, "seed", 1, 0, INT64_MAX));
    spec.threads = static_cast<int>(integerIn(root, "threads", 1, 1, kMostThreads));
    spec.keepAllCheckpoints = choiceOf(root, "keep_checkpoints", "usual", {"usual", "all"}) == "all";
    if (root.has("space"))
        readSpace(root, spec);
    if (root.has("baselines"))
        readBaselines(root, spec.baselines);
    spec.guarantee = root.flag("guarantee", true);
    if (root.has("objective"))
        spec.objective = readObjective(root.child("objective"));
    const bool hasTarget = std::any_of(spec.objective.begin(), spec.objective.end(),
                                       [](const ObjectiveTerm &term) { return !term.targets.empty(); });
    if (spec.baselines.any() && !hasTarget)
        root.fail("have no target to meet; add one to the objective or remove this key", "baselines");
    if (spec.objective.empty() && (spec.width.search || root.has("objective")))
        root.fail("says nothing to search for; add a term such as {metric: weights, target: 50%}, or only train "
                  "with space: {width: false} and no objective",
                  "objective");
}

/// How to train and for how long: by the benchmark, or by one of its named recipes, with the spec's own keys over it.
void readTraining(const YamlReader &root, const Benchmark &benchmark, SearchSpec &spec)
{
    spec.recipe = benchmark.recipe;
    if (root.has("recipe")) {
        const YamlReader node = root.child("recipe");
        const bool named = node.isScalar() || (node.isMap() && node.has("base"));
        if (named) {
            const std::string name = node.isScalar() ? node.asText() : node.text("base");
            if (const NamedRecipe *chosen = findRecipe(benchmark.recipes, name)) {
                spec.recipe = chosen->recipe;
                spec.phases = chosen->phases;
            } else {
                node.fail(unknownRecipe(benchmark.name, benchmark.recipes, name), node.isScalar() ? nullptr : "base");
            }
        }
        if (!node.isScalar()) {
            spec.recipe = readRecipe(node, *spec.recipe, {"base"});
            requireFit(node, *spec.recipe, benchmark);
        }
    }
    if (root.has("phases"))
        spec.phases = readPhaseLengths(root.child("phases"), spec.phases);
}

} // namespace

const char *verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Feasible:
        return "feasible";
    case Verdict::Tight:
        return "tight";
    case Verdict::Impossible:
        return "impossible";
    }
    return "";
}

Result<SearchSpec> parseSpec(std::string_view yaml, const std::string &file)
{
    auto parsed = YamlReader::parse(yaml, file);
    if (!parsed.ok())
        return parsed.error();
    const YamlReader &root = *parsed;
    SearchSpec spec;
    spec.file = file;
    spec.text = yaml;
    if (requireMap(root, "benchmark: image-classification"))
        readSettings(root, spec);
    if (auto read = root.finish(); !read.ok())
        return read.error();

    // Training comes last: its defaults are the benchmark's own.
    const auto benchmark = loadBenchmark(spec.benchmark);
    if (!benchmark.ok())
        return placedAt(benchmark.error(), root.place("benchmark"));
    if (spec.network.empty())
        spec.network = benchmark->network;
    readTraining(root, *benchmark, spec);
    if (auto read = root.finish(); !read.ok())
        return read.error();
    return spec;
}

Result<SearchSpec> loadSpec(const std::string &nameOrPath)
{
    const auto path = findResource("specs", nameOrPath);
    if (!path.ok())
        return path.error();
    const auto text = readText(*path);
    if (!text.ok())
        return text.error();
    return parseSpec(*text, path->string());
}

} // namespace dnas
