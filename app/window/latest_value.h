// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The newest thing that a worker has told, for a timer of the window to fetch: what came in between is not wanted.
#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace paretoscope {

/// Any thread; nothing blocks.
template <typename T>
class LatestValue {
public:
    void put(T value)
    {
        const std::lock_guard lock(m_mutex);
        m_value = std::move(value);
    }
    /// Empty when nothing came since the last call.
    std::optional<T> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_value, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<T> m_value;
};

} // namespace paretoscope
