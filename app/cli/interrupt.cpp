// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <atomic>
#include <csignal>

namespace paretoscope {

namespace {

std::atomic<dnas::StopToken *> g_stop{nullptr};
std::atomic<int> g_signals{0};

extern "C" void onSignal(int)
{
    // Only lock-free atomics here: this runs in the middle of anything.
    const int count = ++g_signals;
    if (dnas::StopToken *stop = g_stop.load())
        stop->request(count == 1 ? dnas::StopRequest::Stop : dnas::StopRequest::Abort);
}

} // namespace

SignalStop::SignalStop(dnas::StopToken &stop)
{
    g_stop = &stop;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

SignalStop::~SignalStop()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    g_stop = nullptr;
}

bool SignalStop::received() { return g_signals.load() > 0; }

} // namespace paretoscope
