// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See search_planner.h.
#include "app/window/search_planner.h"

#include "app/window/background_task.h"
#include "core/space/reach.h"

namespace paretoscope {
namespace {

constexpr int kDebounceMs = 20; // with a few ms of planning an edit is answered within 50 ms

std::vector<MetricRange> rangesOf(const dnas::SearchPlan &plan)
{
    std::vector<MetricRange> ranges;
    const auto bounds = dnas::reachOf(plan.space, plan.setup);
    for (const dnas::MetricInfo &metric : dnas::allMetrics()) {
        const auto found = bounds.find(metric.name);
        const auto seed = plan.seedCost.total.find(metric.name);
        if (found != bounds.end() && seed != plan.seedCost.total.end())
            ranges.push_back(
                {QString::fromStdString(metric.name), seed->second.value, found->second.least, found->second.most});
    }
    return ranges;
}

/// The board that was asked for, with its defaults where names are wrong.
std::optional<dnas::BoardSetup> setupOf(const dnas::SearchSpec &spec)
{
    auto board = dnas::loadBoard(spec.board.empty() ? "generic" : spec.board);
    if (!board.ok())
        return {};
    for (const auto &[runtime, point] : {std::pair(spec.runtime, spec.point), std::pair(spec.runtime, std::string()),
                                         std::pair(std::string(), std::string())})
        if (auto setup = dnas::selectSetup(*board, runtime, point); setup.ok())
            return std::move(setup).value();
    return {};
}

} // namespace

PlanAnswer planText(const dnas::SearchSpec &spec)
{
    PlanAnswer answer;
    answer.text = dnas::writeSpec(spec);
    auto parsed = dnas::parseSpec(answer.text, spec.file.empty() ? "setup" : spec.file);
    if (!parsed.ok()) {
        answer.error = parsed.error();
        answer.setup = setupOf(spec);
        return answer;
    }
    auto plan = dnas::planSearch(parsed.value());
    if (!plan.ok()) {
        answer.error = plan.error();
        answer.setup = setupOf(spec);
        return answer;
    }
    answer.plan = std::make_shared<const dnas::SearchPlan>(std::move(plan).value());
    answer.ranges = rangesOf(*answer.plan);
    return answer;
}

SearchPlanner::SearchPlanner(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDebounceMs);
    connect(&m_timer, &QTimer::timeout, this, &SearchPlanner::begin);
}

void SearchPlanner::request(const dnas::SearchSpec &spec)
{
    m_next = spec;
    if (!m_busy)
        m_timer.start();
}

void SearchPlanner::begin()
{
    if (!m_next || m_busy)
        return;
    m_busy = true;
    auto work = [spec = *std::exchange(m_next, std::nullopt)] {
        return planText(spec);
    };
    runInBackground(this, std::move(work), [this](PlanAnswer answer) {
        m_busy = false;
        if (m_next)
            begin(); // edited meanwhile: this answer is old
        else
            emit planned(answer);
    });
}

} // namespace paretoscope
