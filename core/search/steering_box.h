// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Between the study and the queue of a running search: what other processes leave in the study is brought to the
// queue, and what is said to every run here is kept in the study, for runs that begin after a kill. A thread of its
// own looks every tenth of a second, so that no step waits for the disk. Torch-free.
#pragma once

#include "core/events/search_observer.h"
#include "core/study/study.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace dnas {

class SteeringBox {
public:
    /// Brings what is there already before it returns.
    SteeringBox(std::shared_ptr<Study> study, SearchControls &controls);
    ~SteeringBox();
    SteeringBox(const SteeringBox &) = delete;
    SteeringBox &operator=(const SteeringBox &) = delete;

    /// Where the queue goes on for a run that has heard what was said to every run before now.
    std::size_t behindShared() const { return m_behindShared; }
    /// The search has come to its end: what was said to every run is no matter of later ones.
    void clear();

private:
    void work(const std::stop_token &stop);
    void look();
    void bring();
    void store();

    std::shared_ptr<Study> m_study;
    SearchControls &m_controls;
    std::size_t m_position = 0; ///< in the queue: what is not stored yet
    std::size_t m_behindShared = 0;
    std::int64_t m_last = 0; ///< request of the study that was brought last
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; ///< last, so that it ends first
};

} // namespace dnas
