// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See published_points.h.
#include "app/window/published_points.h"

#include "core/base/files.h"
#include "core/base/yaml_reader.h"
#include "core/spec/benchmark.h"

namespace paretoscope {
namespace {

std::vector<dnas::NamedPoint> readPoints(const std::string &benchmark)
{
    std::vector<dnas::NamedPoint> points;
    const auto known = dnas::parseBenchmark(benchmark, "benchmark of the study");
    const auto file = dnas::resourceFolder() / "measurements" / "published.yaml";
    std::error_code missing;
    if (!known.ok() || !std::filesystem::exists(file, missing))
        return points;
    const auto document = dnas::YamlReader::load(file.string());
    if (!document.ok() || !document->has("networks"))
        return points;
    for (const dnas::YamlReader &entry : document->child("networks").elements()) {
        if (entry.text("benchmark") != known->name)
            continue;
        dnas::NamedPoint point{entry.text("name"), {}, entry.number("quality")};
        for (const dnas::MetricInfo &metric : dnas::allMetrics())
            if (entry.has(metric.name.c_str()))
                point.costs[metric.name] = {entry.number(metric.name.c_str()), dnas::Origin::Counted, {}};
        points.push_back(std::move(point));
    }
    return document->finish().ok() ? points : std::vector<dnas::NamedPoint>{};
}

} // namespace

std::vector<dnas::NamedPoint> publishedPoints(const std::string &benchmark)
{
    static std::string lastBenchmark;
    static std::vector<dnas::NamedPoint> lastPoints;
    if (benchmark != lastBenchmark) {
        lastPoints = readPoints(benchmark);
        lastBenchmark = benchmark;
    }
    return lastPoints;
}

} // namespace paretoscope
