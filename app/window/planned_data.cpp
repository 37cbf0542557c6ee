// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See planned_data.h.
#include "app/window/planned_data.h"

#include "app/window/background_task.h"
#include "core/base/files.h"

namespace paretoscope {

PlannedData::PlannedData(QObject *parent)
    : QObject(parent)
{
}

PlannedData::~PlannedData()
{
    if (m_stop)
        m_stop->request(dnas::StopRequest::Abort);
}

void PlannedData::forget() { m_subject.clear(); }

void PlannedData::request(const dnas::SearchPlan &plan, const std::string &folder)
{
    dnas::Benchmark benchmark = plan.benchmark;
    benchmark.recipe = plan.recipe; // it splits them
    // All are counted: how many of them are used is said beside, and needs no other look.
    benchmark.recipe.mostTrain = benchmark.recipe.mostTest = 0;
    const std::string subject = benchmark.text + '\n' + std::to_string(benchmark.recipe.validation) + '\n' + folder;
    if (subject == m_subject)
        return;
    m_subject = subject;
    m_report.reset();
    const int request = ++m_request;
    if (m_stop)
        m_stop->request(dnas::StopRequest::Abort); // an older look
    m_stop = std::make_shared<dnas::StopToken>();
    auto work = [benchmark = std::move(benchmark), folder, stop = m_stop] {
        return dnas::checkData(benchmark, dnas::dataFolder(folder), stop.get());
    };
    runInBackground(this, std::move(work), [this, request](dnas::DataReport report) {
        if (request != m_request)
            return;
        m_report = std::move(report);
        emit looked();
    });
}

} // namespace paretoscope
