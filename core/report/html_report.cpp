// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See html_report.h. Reads the study once, then writes section by section.
#include "core/report/html_report.h"

#include "core/network/network_yaml.h"
#include "core/report/html_page.h"
#include "core/report/html_sections.h"
#include "core/study/best_candidate.h"

#include <algorithm>

namespace dnas {

namespace {

/// The first metric that some candidate has, weights before all others.
std::string mainMetric(const std::vector<CandidateSummary> &candidates)
{
    for (const MetricInfo &info : allMetrics())
        if (std::any_of(candidates.begin(), candidates.end(),
                        [&](const CandidateSummary &c) { return c.costs.contains(info.name); }))
            return info.name;
    return allMetrics().front().name;
}

Result<void> readRuns(const Study &study, ReportData &data)
{
    const auto runs = study.runs();
    if (!runs.ok())
        return runs.error();
    for (const StudyRun &run : *runs) {
        auto history = study.history(run.id);
        if (!history.ok())
            return history.error();
        auto steering = study.steering(run.id);
        if (!steering.ok())
            return steering.error();
        data.runs.push_back({run, std::move(history).value(), std::move(steering).value()});
    }
    return {};
}

Result<void> readCandidates(const Study &study, ReportData &data)
{
    auto candidates = study.candidates();
    if (!candidates.ok())
        return candidates.error();
    data.candidates = std::move(candidates).value();
    data.frontMetric = mainMetric(data.candidates);
    data.front = frontOf(data.candidates, data.frontMetric, "quality");
    for (const std::size_t index : data.front) {
        auto network = study.network(data.candidates[index].id);
        if (!network.ok())
            return network.error();
        data.frontNetworks.push_back(std::move(network).value());
    }
    const CandidateSummary *best = bestCandidate(data.candidates);
    if (best == nullptr)
        return {};
    auto quality = readQuality(study, best->id, data.task.classNames);
    if (!quality.ok())
        return quality.error();
    data.best = {static_cast<std::size_t>(best - data.candidates.data()), std::move(quality).value()};
    return {};
}

} // namespace

Result<std::string> renderHtmlReport(const Study &study)
{
    ReportData data;
    data.name = study.path().filename().string();
    auto spec = study.spec();
    if (!spec.ok())
        return spec.error();
    data.spec = std::move(spec).value();
    data.task = studyTaskOf(data.spec);
    auto environment = study.environment();
    if (!environment.ok())
        return environment.error();
    data.environment = std::move(environment).value();
    auto samples = study.samples();
    if (!samples.ok())
        return samples.error();
    if (*samples)
        data.samples = samplesText(**samples);
    auto digest = study.digest();
    if (!digest.ok())
        return digest.error();
    data.digest = std::move(digest).value();
    if (const Result<void> runs = readRuns(study, data); !runs.ok())
        return runs.error();
    if (const Result<void> candidates = readCandidates(study, data); !candidates.ok())
        return candidates.error();
    if (auto seed = parseNetwork(data.spec.network, "network of the study"); seed.ok())
        data.seed = std::move(seed).value();

    return htmlPage(data.name + " – Paretoscope", summarySection(data) + frontSection(data) + candidateSection(data) +
                                                      baselineSection(data) + qualitySection(data) +
                                                      networkSection(data) + runSection(data) + appendixSection(data));
}

} // namespace dnas
