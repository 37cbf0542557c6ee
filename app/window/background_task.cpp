// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See background_task.h.
#include "app/window/background_task.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>

namespace paretoscope {

QThreadPool &backgroundThreads()
{
    static QThreadPool *const pool = [] {
        constexpr int kLeast = 4; // most tasks wait for a disk
        auto *made = new QThreadPool;
        made->setMaxThreadCount(std::max(kLeast, QThread::idealThreadCount()));
        qAddPostRoutine([] { backgroundThreads().waitForDone(); }); // nothing may outlive the program
        return made;
    }();
    return *pool;
}

} // namespace paretoscope
