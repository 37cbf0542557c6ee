// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one way to end a search early. Any thread may ask; the engine looks at it every batch.
#pragma once

#include <atomic>

namespace dnas {

enum class StopRequest {
    None,
    Stop,  ///< finish cleanly and keep everything that is done
    Abort, ///< drop the running candidate
};

class StopToken {
public:
    /// Lock-free, safe in a signal handler. A stronger request is never weakened.
    void request(StopRequest what)
    {
        int wanted = static_cast<int>(what);
        int now = m_state.load();
        while (now < wanted && !m_state.compare_exchange_weak(now, wanted)) {
        }
    }
    StopRequest state() const { return static_cast<StopRequest>(m_state.load(std::memory_order_relaxed)); }
    bool requested() const { return state() != StopRequest::None; }
    bool aborted() const { return state() == StopRequest::Abort; }

private:
    std::atomic<int> m_state{0};
};

} // namespace dnas
