// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See memory_watch.h; proc(5) has the words.
#include "app/cli/memory_watch.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>

namespace paretoscope {

namespace {

/// Of a line "KEY:   123 kB"; 0 where there is none.
std::int64_t statusBytes(const std::string &key)
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        std::int64_t kibibytes = 0;
        if (word == key + ':' && status >> kibibytes)
            return kibibytes * 1024;
    }
    return 0;
}

} // namespace

MemoryWatch::MemoryWatch()
{
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << 5; // the peak of the resident memory begins anew
    m_thread = std::jthread([this](const std::stop_token &stop) {
        do {
            m_anonymous = std::max(m_anonymous, statusBytes("RssAnon"));
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        } while (!stop.stop_requested());
    });
}

MemoryPeak MemoryWatch::stop()
{
    m_thread.request_stop();
    m_thread.join();
    return {.resident = statusBytes("VmHWM"), .anonymous = m_anonymous};
}

} // namespace paretoscope
