// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables epochs, epoch_values and steering: what happened in a run. Every figure comes back bit for bit.
#include "core/study/study_private.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace dnas {
namespace {

using Json = nlohmann::json;

/// Lists of an epoch that are indexed by term.
struct TermList {
    const char *kind;
    std::vector<double> EpochReport::*values;
};
constexpr TermList kTermLists[] = {
    {"term_loss", &EpochReport::termLosses}, {"strength", &EpochReport::strengths}, {"target", &EpochReport::targets}};
constexpr const char *kCost = "cost";

Result<void> insertValues(Database &database, std::int64_t epoch, const EpochReport &report)
{
    Statement insert(database, "INSERT INTO epoch_values VALUES (?, ?, ?, ?, ?)");
    for (const TermList &list : kTermLists) {
        int position = 0;
        for (const double value : report.*list.values)
            if (auto put = insert.bind(epoch).bind(list.kind).bind(position++).bind("").bind(value).run(); !put.ok())
                return put;
    }
    int position = 0;
    for (const auto &[metric, value] : report.costs)
        if (auto put = insert.bind(epoch).bind(kCost).bind(position++).bind(metric).bind(value).run(); !put.ok())
            return put;
    return insert.status();
}

} // namespace

Result<void> Study::Private::putEpoch(const EpochReport &report)
{
    if (auto known = requireRun(report.run); !known.ok())
        return known;
    // An epoch that comes again (a resumed phase) takes the place of the old one.
    const auto order = static_cast<int>(report.phase);
    if (auto removed = runAll(database,
                              {"DELETE FROM epoch_values WHERE epoch IN "
                               "(SELECT id FROM epochs WHERE run = ? AND phase_order = ? AND epoch = ?)",
                               "DELETE FROM epochs WHERE run = ? AND phase_order = ? AND epoch = ?"},
                              {report.run.value, order, report.epoch});
        !removed.ok())
        return removed;
    auto put = Statement(database, "INSERT INTO epochs VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                   .bind(report.run.value)
                   .bind(phaseName(report.phase))
                   .bind(order)
                   .bind(report.epoch)
                   .bind(report.epochs)
                   .bind(report.taskLoss)
                   .bind(report.totalLoss)
                   .bind(report.trainQuality)
                   .bind(report.validationLoss)
                   .bind(report.quality)
                   .bind(report.learningRate)
                   .bind(Json(report.widths).dump())
                   .bind(report.seconds)
                   .bind(report.imagesPerSecond)
                   .run();
    if (!put.ok())
        return put;
    return insertValues(database, database.lastRowId(), report);
}

Result<void> Study::addEpoch(const EpochReport &report)
{
    return d->write([&](Database &) { return d->putEpoch(report); });
}

Result<void> Study::addSteering(const SteeringChanged &change)
{
    return d->write([&](Database &database) -> Result<void> {
        if (auto known = d->requireRun(change.run); !known.ok())
            return known;
        // What asked for it has been heard, whatever happens from here on.
        if (auto heard = Statement(database, "DELETE FROM steering_requests WHERE id = ?").bind(change.request).run();
            !heard.ok())
            return heard;
        return Statement(database, "INSERT INTO steering VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(change.run.value)
            .bind(phaseName(change.phase))
            .bind(static_cast<int>(change.phase))
            .bind(change.epoch)
            .bind(change.step)
            .bind(change.key)
            .bind(change.oldValue)
            .bind(change.newValue)
            .run();
    });
}

Result<std::vector<EpochReport>> Study::Private::readHistory(RunId run)
{
    std::vector<EpochReport> history;
    std::map<std::int64_t, std::size_t> rows; // epoch row → place in the history
    Statement read(database, "SELECT id, phase, epoch, epochs, task_loss, total_loss, train_quality, validation_loss, "
                             "quality, learning_rate, widths, seconds, images_per_second FROM epochs WHERE run = ? "
                             "ORDER BY phase_order, epoch");
    read.bind(run.value);
    while (read.next()) {
        EpochReport report;
        const auto phase = phaseOf(read.text(1));
        const Json widths = Json::parse(read.text(10), nullptr, false);
        if (!phase || !widths.is_array() ||
            !std::all_of(widths.begin(), widths.end(), [](const Json &w) { return w.is_number_integer(); }))
            return damaged("an epoch of run " + std::to_string(run.value) + " cannot be read");
        report.run = run;
        report.phase = *phase;
        report.epoch = read.smallInteger(2);
        report.epochs = read.smallInteger(3);
        report.taskLoss = read.real(4);
        report.totalLoss = read.real(5);
        report.trainQuality = read.real(6);
        report.validationLoss = read.real(7);
        report.quality = read.real(8);
        report.learningRate = read.real(9);
        report.widths = widths.get<std::vector<int>>();
        report.seconds = read.real(11);
        report.imagesPerSecond = read.real(12);
        rows[read.integer(0)] = history.size();
        history.push_back(std::move(report));
    }
    if (const auto status = read.status(); !status.ok())
        return status.error();

    Statement values(database, "SELECT v.epoch, v.kind, v.name, v.value FROM epoch_values v JOIN epochs e "
                               "ON e.id = v.epoch WHERE e.run = ? ORDER BY v.epoch, v.kind, v.position");
    values.bind(run.value);
    while (values.next()) {
        const auto row = rows.find(values.integer(0));
        if (row == rows.end())
            continue;
        EpochReport &report = history[row->second];
        const std::string kind = values.text(1);
        if (kind == kCost)
            report.costs[values.text(2)] = values.real(3);
        for (const TermList &list : kTermLists)
            if (kind == list.kind)
                (report.*list.values).push_back(values.real(3));
    }
    if (const auto status = values.status(); !status.ok())
        return status.error();
    return history;
}

Result<std::vector<SteeringChanged>> Study::Private::readSteering(RunId run)
{
    std::vector<SteeringChanged> changes;
    Statement read(database, "SELECT phase, epoch, step, key, old_value, new_value FROM steering WHERE run = ? "
                             "ORDER BY phase_order, epoch, step, id");
    read.bind(run.value);
    while (read.next()) {
        const auto phase = phaseOf(read.text(0));
        if (!phase)
            return damaged("a change during run " + std::to_string(run.value) + " cannot be read");
        changes.push_back(
            {run, *phase, read.smallInteger(1), read.smallInteger(2), read.text(3), read.real(4), read.real(5), 0});
    }
    if (const auto status = read.status(); !status.ok())
        return status.error();
    return changes;
}

Result<std::vector<EpochReport>> Study::history(RunId run) const
{
    return d->read([&](Database &) { return d->readHistory(run); });
}

Result<std::vector<SteeringChanged>> Study::steering(RunId run) const
{
    return d->read([&](Database &) { return d->readSteering(run); });
}

} // namespace dnas
