// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/steering_box.h"

#include "core/base/guarded.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace dnas {

namespace {

constexpr std::chrono::milliseconds kInterval{100};
constexpr RunId kNoRun{-1}; ///< hears only what is said to every run

} // namespace

SteeringBox::SteeringBox(std::shared_ptr<Study> study, SearchControls &controls)
    : m_study(std::move(study))
    , m_controls(controls)
{
    // What stands in the queue now came with the options of the search, and comes with them again.
    (void)m_controls.since(m_position, kNoRun);
    if (const auto requests = m_study->steeringRequests(0); requests.ok()) {
        for (const SteeringRequest &request : *requests) {
            if (!request.run)
                m_controls.push(request);
        }
    }
    (void)m_controls.since(m_position, kNoRun);
    m_behindShared = m_position;
    bring();
    m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

SteeringBox::~SteeringBox()
{
    m_thread.request_stop();
    m_thread.join();
    look();
}

void SteeringBox::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        (void)m_wake.wait_for(lock, stop, kInterval, [] { return false; });
        look();
    }
}

void SteeringBox::look()
{
    // Whatever is wrong with the study, the search itself will say; the next look tries again.
    (void)guarded([this]() -> Result<void> {
        bring();
        store();
        return {};
    });
}

void SteeringBox::bring()
{
    const auto requests = m_study->steeringRequests(m_last);
    if (!requests.ok()) // the search itself will say what is wrong with the study
        return;
    for (const SteeringRequest &request : *requests) {
        m_last = request.id;
        if (request.run)
            m_controls.push(request);
    }
}

void SteeringBox::store()
{
    std::size_t behind = m_position;
    std::vector<SteeringRequest> fresh;
    for (SteeringRequest &request : m_controls.since(behind, kNoRun)) {
        if (!request.run && request.id == 0)
            fresh.push_back(std::move(request));
    }
    if (fresh.empty() || m_study->requestSteering(fresh).ok()) // else it is tried again
        m_position = behind;
}

void SteeringBox::clear()
{
    const auto requests = m_study->steeringRequests(0);
    const bool any = requests.ok() && std::any_of(requests->begin(), requests->end(),
                                                  [](const SteeringRequest &request) { return !request.run; });
    if (any)
        (void)m_study->dropSharedRequests();
}

} // namespace dnas
