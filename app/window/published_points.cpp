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
    const auto networks = readPublished(publishedFile());
    if (!known.ok() || !networks.ok())
        return points;
    for (const PublishedNetwork &network : *networks)
        if (network.benchmark == known->name)
            points.push_back(network.point);
    return points;
}

} // namespace

std::filesystem::path publishedFile() { return dnas::resourceFolder() / "measurements" / "published.yaml"; }

dnas::Result<std::vector<PublishedNetwork>> readPublished(const std::filesystem::path &file)
{
    const auto document = dnas::YamlReader::load(file.string());
    if (!document.ok())
        return document.error();
    document->allowOnly({"networks"});
    std::vector<PublishedNetwork> networks;
    for (const dnas::YamlReader &entry : document->child("networks").elements()) {
        std::vector<std::string_view> known{"name", "benchmark", "network", "quality", "source"};
        PublishedNetwork network{entry.text("benchmark"), entry.text("network"), {entry.text("name"), {}}};
        network.point.quality = entry.number("quality");
        network.point.source = entry.text("source");
        for (const dnas::MetricInfo &metric : dnas::allMetrics()) {
            known.push_back(metric.name);
            if (entry.has(metric.name.c_str()))
                network.point.costs[metric.name] = {entry.number(metric.name.c_str()), dnas::Origin::Counted, {}};
        }
        entry.allowOnly(known);
        networks.push_back(std::move(network));
    }
    if (const auto read = document->finish(); !read.ok())
        return read.error();
    return networks;
}

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
