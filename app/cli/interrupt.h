// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SIGINT and SIGTERM mean stop and keep; a second one aborts the running candidates.
#pragma once

#include "core/base/stop_token.h"

namespace paretoscope {

/// While this object lives, signals go to `stop`. One at a time.
class SignalStop {
public:
    explicit SignalStop(dnas::StopToken &stop);
    ~SignalStop();
    SignalStop(const SignalStop &) = delete;
    SignalStop &operator=(const SignalStop &) = delete;

    static bool received();
};

} // namespace paretoscope
