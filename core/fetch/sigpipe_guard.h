// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps SIGPIPE from this thread: OpenSSL writes to sockets that a server has closed. Private to core/fetch.
#pragma once

#include <csignal>
#include <ctime>

namespace dnas {

class SigpipeGuard {
public:
    SigpipeGuard()
    {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_old);
    }
    ~SigpipeGuard()
    {
        // One that came meanwhile is taken, or it would strike as soon as it is let through.
        if (!sigismember(&m_old, SIGPIPE)) {
            const timespec none{};
            sigtimedwait(&m_pipe, nullptr, &none);
        }
        pthread_sigmask(SIG_SETMASK, &m_old, nullptr);
    }
    SigpipeGuard(const SigpipeGuard &) = delete;
    SigpipeGuard &operator=(const SigpipeGuard &) = delete;

private:
    sigset_t m_pipe{};
    sigset_t m_old{};
};

} // namespace dnas
