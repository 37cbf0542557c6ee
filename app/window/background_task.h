// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One job on the thread pool: work in, one value out, delivered on the context's thread. When the context is
// destroyed first, the value is dropped. No torch work here; the engine has its own thread.
#pragma once

#include "core/base/guarded.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace paretoscope {

/// Threads of our own. Qt paints with those of its global pool, so a search's probe there would hold up every window.
QThreadPool &backgroundThreads();

/// `work` runs on a pool thread and must not touch widgets; `done(value)` runs on the thread of `context`. Where the
/// value is a Result, whatever `work` throws arrives as an Error.
template <typename Work, typename Done>
void runInBackground(QObject *context, Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    using Shared = std::shared_ptr<Value>;
    auto *watcher = new QFutureWatcher<Shared>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
        const Shared value = watcher->result();
        watcher->deleteLater();
        done(std::move(*value));
    });
    auto promise = std::make_shared<QPromise<Shared>>();
    watcher->setFuture(promise->future());
    promise->start();
    backgroundThreads().start([promise, work = std::move(work)]() mutable {
        if constexpr (std::is_constructible_v<Value, dnas::Error>)
            promise->addResult(std::make_shared<Value>(dnas::guarded(std::move(work))));
        else
            promise->addResult(std::make_shared<Value>(work()));
        promise->finish();
    });
}

} // namespace paretoscope
