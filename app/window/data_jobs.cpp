// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See data_jobs.h.
#include "app/window/data_jobs.h"

#include "app/window/background_task.h"

namespace paretoscope {

namespace {

constexpr int kProgressMs = 100;

dnas::Result<DataLook> lookAtData(const DataChoice &choice, const dnas::SampleChoice &samples, DataJobs::Job job,
                                  const dnas::WorkProgressFunction &progress, const dnas::StopToken &stop)
{
    auto benchmark = dnas::loadBenchmark(choice.benchmark);
    if (!benchmark.ok())
        return benchmark.error();
    DataLook look{.benchmark = std::move(*benchmark)};
    if (job == DataJobs::Job::Check) {
        auto report = dnas::checkEveryFile(look.benchmark, choice.folder, progress, &stop);
        if (!report.ok())
            return report.error();
        look.report = std::move(*report);
    } else {
        look.report = dnas::checkData(look.benchmark, choice.folder, &stop);
    }
    auto views = dnas::sampleViews(look.benchmark, choice.folder, samples, &stop);
    if (stop.requested())
        return dnas::Error{dnas::ErrorCode::Cancelled, "stopped", {.file = look.benchmark.name}};
    if (views.ok())
        look.samples = std::move(*views);
    else
        look.sampleError = views.error();
    auto request = dnas::fetchRequest(look.benchmark, choice.folder);
    if (request.ok()) {
        look.fetchedBefore = dnas::fetchedBefore(*request);
        look.fetch = std::move(*request);
    } else {
        look.noFetch = request.error();
    }
    return look;
}

} // namespace

DataJobs::DataJobs(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setInterval(kProgressMs);
    connect(&m_timer, &QTimer::timeout, this, &DataJobs::tellProgress);
}

DataJobs::~DataJobs()
{
    if (m_shared)
        m_shared->stop.request(dnas::StopRequest::Abort);
}

template <typename Work, typename Done>
void DataJobs::begin(Job job, Work work, Done done)
{
    stop(); // an older look
    m_shared = std::make_shared<Shared>();
    setJob(job);
    m_timer.start();
    runInBackground(
        this, [work = std::move(work), shared = m_shared] { return work(*shared); },
        [this, job, done = std::move(done), number = ++m_number](auto result) {
            if (number != m_number)
                return;
            tellProgress();
            m_timer.stop();
            m_shared.reset();
            setJob(Job::None);
            if (result.ok())
                done(*result);
            else
                emit failed(result.error(), job);
        });
}

void DataJobs::look(const DataChoice &choice, std::uint64_t draw)
{
    if (!busy())
        lookAt(Job::Look, choice, draw);
}

void DataJobs::check(const DataChoice &choice, std::uint64_t draw)
{
    if (!busy())
        lookAt(Job::Check, choice, draw);
}

void DataJobs::lookAt(Job job, const DataChoice &choice, std::uint64_t draw)
{
    begin(
        job,
        [choice, draw, job](Shared &shared) {
            return lookAtData(
                choice, {.draw = draw}, job, [&](const dnas::WorkProgress &now) { shared.progress.put(now); },
                shared.stop);
        },
        [this, job](const DataLook &look) { emit looked(look, job); });
}

void DataJobs::fetch(const dnas::FolderRequest &request)
{
    if (busy())
        return;
    begin(
        Job::Fetch,
        [request](Shared &shared) {
            return dnas::fetchFolder(request,
                                     {.download = [&](const dnas::DownloadProgress &now) { shared.progress.put(now); },
                                      .unpack =
                                          [&](const dnas::UnpackProgress &now) {
                                              shared.progress.put(now);
                                          }},
                                     shared.stop);
        },
        [this](const dnas::FolderOutcome &outcome) { emit fetched(outcome); });
}

void DataJobs::stop()
{
    if (m_shared)
        m_shared->stop.request(dnas::StopRequest::Abort);
}

void DataJobs::setJob(Job job)
{
    if (m_job == job)
        return;
    m_job = job;
    emit jobChanged();
}

void DataJobs::tellProgress()
{
    if (!m_shared)
        return;
    if (const auto progress = m_shared->progress.take())
        emit progressed(*progress);
}

} // namespace paretoscope
