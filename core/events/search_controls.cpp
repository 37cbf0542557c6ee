// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The queue of wishes and the pause switch. Requests are never removed: a run that starts late reads them all.
#include "core/events/search_observer.h"

namespace dnas {

void SearchControls::push(SteeringRequest request)
{
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(std::move(request));
}

std::vector<SteeringRequest> SearchControls::since(std::size_t &from, RunId run) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<SteeringRequest> found;
    for (; from < m_requests.size(); ++from) {
        const SteeringRequest &request = m_requests[from];
        if (!request.run || *request.run == run)
            found.push_back(request);
    }
    return found;
}

void SearchControls::setPaused(bool paused)
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
    }
    m_changed.notify_all();
}

bool SearchControls::paused() const
{
    const std::lock_guard lock(m_mutex);
    return m_paused && !m_interrupted;
}

void SearchControls::waitWhilePaused()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_paused || m_interrupted; });
}

void SearchControls::interrupt()
{
    {
        const std::lock_guard lock(m_mutex);
        m_interrupted = true;
    }
    m_changed.notify_all();
}

} // namespace dnas
