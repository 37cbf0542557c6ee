// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables run_outlines and run_targets: what each run set out to do.
#include "core/study/study_private.h"

#include <algorithm>
#include <map>
#include <utility>

namespace dnas {

Result<void> Study::Private::putOutline(RunId run, const RunOutline &outline)
{
    if (auto cleared = runAll(database, {"DELETE FROM run_targets WHERE run = ?"}, {run.value}); !cleared.ok())
        return cleared;
    if (auto put = Statement(database, "INSERT OR REPLACE INTO run_outlines VALUES (?, ?, ?, ?)")
                       .bind(run.value)
                       .bind(methodName(outline.method))
                       .bind(outline.draw)
                       .bind(outline.epochs)
                       .run();
        !put.ok())
        return put;
    Statement insert(database, "INSERT INTO run_targets VALUES (?, ?, ?, ?, ?)");
    for (const RunTarget &target : outline.targets) {
        insert.bind(run.value).bind(target.term).bind(target.metric).bind(termShapeName(target.shape));
        if (auto put = insert.bind(target.planned).run(); !put.ok())
            return put;
    }
    return insert.status();
}

Result<void> Study::setOutline(RunId run, const RunOutline &outline)
{
    return d->write([&](Database &) -> Result<void> {
        if (auto known = d->requireRun(run); !known.ok())
            return known;
        return d->putOutline(run, outline);
    });
}

Result<void> Study::Private::readOutlines(std::vector<StudyRun> &runs)
{
    const auto withNumber = [&](std::int64_t id) { // runs are in the order of their numbers
        const auto run = std::lower_bound(runs.begin(), runs.end(), id, [](const StudyRun &known, std::int64_t wanted) {
            return known.id.value < wanted;
        });
        return run != runs.end() && run->id.value == id ? &*run : nullptr;
    };
    Statement outlines(database, "SELECT run, method, draw, epochs FROM run_outlines");
    while (outlines.next()) {
        StudyRun *run = withNumber(outlines.integer(0));
        const auto method =
            enumOf(outlines.text(1), {Method::Search, Method::WidthMultiplier, Method::RandomWidths, Method::Magnitude},
                   methodName);
        if (!run || !method)
            return damaged("what a run set out to do has no run or no known method");
        run->outline = RunOutline{*method, outlines.smallInteger(2), outlines.smallInteger(3), {}};
    }
    if (auto status = outlines.status(); !status.ok())
        return status;
    std::map<std::pair<std::int64_t, std::string>, double> steered; // by run and key; the last one stays
    Statement steering(database, "SELECT run, key, new_value FROM steering WHERE key GLOB 'target.*' "
                                 "ORDER BY run, phase_order, epoch, step, id");
    while (steering.next())
        steered[{steering.integer(0), steering.text(1)}] = steering.real(2);
    if (auto status = steering.status(); !status.ok())
        return status;
    Statement targets(database, "SELECT run, metric, shape, value, position FROM run_targets ORDER BY run, position");
    while (targets.next()) {
        StudyRun *run = withNumber(targets.integer(0));
        const auto shape =
            enumOf(targets.text(2), {TermShape::Absolute, TermShape::Hinge, TermShape::Minimise}, termShapeName);
        if (!run || !run->outline || !shape)
            return damaged("a target has no run or no known shape");
        RunTarget target{targets.text(1), *shape, targets.real(3), {}, targets.smallInteger(4)};
        if (const auto last = steered.find({run->id.value, "target." + target.metric}); last != steered.end())
            target.steered = last->second;
        run->outline->targets.push_back(std::move(target));
    }
    return targets.status();
}

} // namespace dnas
