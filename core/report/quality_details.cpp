// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See quality_details.h. The names of measures are those of core/search/quality_meter.cpp.
#include "core/report/quality_details.h"

#include "core/base/quality_text.h"

#include <cmath>
#include <limits>

namespace dnas {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kGuessing = 0.5;

std::optional<double> measure(const QualityDetails &details, const std::string &name)
{
    const auto found = details.measures.find(name);
    return found == details.measures.end() ? std::nullopt : std::optional(found->second);
}

std::vector<SplitQuality::Machine> machinesOf(const QualityDetails &details)
{
    std::map<std::string, SplitQuality::Machine> machines;
    for (const auto &[name, value] : details.measures)
        for (const std::string prefix : {"AUC ", "pAUC "}) {
            if (!name.starts_with(prefix))
                continue;
            const std::string machine = name.substr(prefix.size());
            auto &entry =
                machines.try_emplace(machine, SplitQuality::Machine{machine, kUnknown, kUnknown}).first->second;
            (prefix[0] == 'p' ? entry.partialAuc : entry.auc) = value;
        }
    std::vector<SplitQuality::Machine> list;
    for (auto &[name, machine] : machines)
        list.push_back(std::move(machine));
    return list;
}

} // namespace

SplitQuality splitQuality(const QualityDetails &details, const std::vector<std::string> &classNames)
{
    return {.confusion = ConfusionMatrix::create(details.confusion, classNames),
            .machines = machinesOf(details),
            .partialAuc = measure(details, "pAUC"),
            .topFive = measure(details, "top-5 accuracy")};
}

Result<CandidateQuality> readQuality(const Study &study, CandidateId id, const std::vector<std::string> &classNames)
{
    const auto validation = study.qualityDetails(id, "validation");
    if (!validation.ok())
        return validation.error();
    const auto test = study.qualityDetails(id, "test");
    if (!test.ok())
        return test.error();
    return CandidateQuality{splitQuality(*validation, classNames), splitQuality(*test, classNames)};
}

Figure machineFigure(std::span<const SplitQuality::Machine> machines)
{
    Figure figure;
    figure.x.title = "Machine";
    figure.y.title = "AUC";
    figure.empty = "There are no figures by machine.";
    Series auc{"AUC", Role::Category, 0, {Mark::Bar}, {}, {}, {}};
    Series partial{"Partial AUC", Role::Category, 1, {Mark::Bar}, {}, {}, {}};
    const auto add = [&](Series &series, std::size_t place, const std::string &machine, double value) {
        if (!std::isfinite(value))
            return;
        series.x.push_back(static_cast<double>(place));
        series.y.push_back(value);
        series.texts.push_back(machine + ": " + series.name + " " + qualityText("AUC", value));
    };
    for (std::size_t i = 0; i < machines.size(); ++i) {
        figure.categories.push_back(machines[i].name);
        add(auc, i, machines[i].name, machines[i].auc);
        add(partial, i, machines[i].name, machines[i].partialAuc);
    }
    for (Series *series : {&auc, &partial})
        if (!series->x.empty())
            figure.series.push_back(std::move(*series));
    if (!figure.series.empty())
        figure.rules.push_back({.vertical = false, .at = kGuessing, .text = "guessing", .role = Role::Marker});
    return figure;
}

} // namespace dnas
