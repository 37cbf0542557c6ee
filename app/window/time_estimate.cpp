// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See time_estimate.h.
#include "app/window/time_estimate.h"

#include "app/shared/search_time.h"
#include "app/window/background_task.h"
#include "app/window/text.h"
#include "widgets/plot_text.h"

#include <cmath>
#include <thread>

namespace paretoscope {

namespace {

/// A probe sets threads and rounding of the thread it runs on, so it gets one of its own and leaves none behind.
dnas::Result<dnas::ProbeResult> probeApart(SearchEngine &engine, const dnas::SearchPlan &plan,
                                           const dnas::SearchOptions &options)
{
    dnas::Result<dnas::ProbeResult> result{dnas::ProbeResult{}};
    std::thread thread([&] { result = dnas::guarded([&] { return engine.probe(plan, options); }); });
    thread.join();
    return result;
}

} // namespace

QString roughDuration(double seconds)
{
    if (seconds < 90)
        return TimeEstimate::tr("%1 s").arg(std::max(5L, std::lround(seconds / 5) * 5));
    const long minutes = std::lround(seconds / 60);
    if (minutes < 90)
        return TimeEstimate::tr("%1 min").arg(minutes);
    return TimeEstimate::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString estimateText(const dnas::SearchPlan &plan, const dnas::ProbeResult &probe, const dnas::SearchOptions &options)
{
    const QString total = roughDuration(totalSeconds(plan.spec.phases, plan.runs.size(), probe, options));
    const QString head = (options.includeSeed ? TimeEstimate::tr("About %1, seed network included.")
                                              : TimeEstimate::tr("About %1, without the seed network."))
                             .arg(total);
    const QString speed = countText(std::llround(probe.imagesPerSecond));
    const QString warmUp = roughDuration(probe.warmUpSeconds);
    const QString run = roughDuration(probe.runSeconds);
    const QString jobs = QString::number(options.jobs);
    QString parts;
    if (plan.spec.phases.warmUp > 0 && options.jobs > 1)
        parts = TimeEstimate::tr("Warm-up %1, each run %2, up to %3 at once (%4 samples/s while searching).")
                    .arg(warmUp, run, jobs, speed);
    else if (plan.spec.phases.warmUp > 0)
        parts = TimeEstimate::tr("Warm-up %1, each run %2 (%3 samples/s while searching).").arg(warmUp, run, speed);
    else if (options.jobs > 1)
        parts = TimeEstimate::tr("Each run %1, up to %2 at once (%3 samples/s while searching).").arg(run, jobs, speed);
    else
        parts = TimeEstimate::tr("Each run %1 (%2 samples/s while searching).").arg(run, speed);
    return head + QLatin1Char(' ') + parts;
}

TimeEstimate::TimeEstimate(std::shared_ptr<SearchEngine> engine, QObject *parent)
    : QObject(parent)
    , m_engine(std::move(engine))
{
}

void TimeEstimate::request(std::shared_ptr<const dnas::SearchPlan> plan, const dnas::SearchOptions &options)
{
    Wish wish{std::move(plan), options};
    m_text.clear();
    m_wanted = true;
    if (m_running)
        m_next = std::move(wish);
    else
        begin(wish);
    emit changed();
}

void TimeEstimate::forget()
{
    const bool shows = m_wanted || !m_text.isEmpty();
    m_wanted = false;
    m_next.reset();
    m_text.clear();
    if (shows)
        emit changed();
}

void TimeEstimate::begin(const Wish &wish)
{
    m_running = true;
    auto work = [engine = m_engine, wish] {
        return probeApart(*engine, *wish.plan, wish.options);
    };
    runInBackground(this, std::move(work), [this, wish](const dnas::Result<dnas::ProbeResult> &probe) {
        m_running = false;
        if (const auto next = std::exchange(m_next, std::nullopt))
            begin(*next);
        else if (std::exchange(m_wanted, false))
            onProbed(wish, probe);
    });
}

void TimeEstimate::onProbed(const Wish &wish, const dnas::Result<dnas::ProbeResult> &probe)
{
    m_text = probe.ok() ? estimateText(*wish.plan, *probe, wish.options)
                        : tr("The time cannot be estimated: %1").arg(toText(probe.error().text()));
    emit changed();
}

} // namespace paretoscope
