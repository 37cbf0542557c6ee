// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See batch_loader.h. A ring of ahead + 1 batches: the caller holds one while the thread fills the others. The
// thread is a plain one: no OpenMP in what it calls.
#include "core/data/batch_loader.h"

#include "core/base/random.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <system_error>
#include <thread>

namespace dnas {

struct BatchLoader::Private {
    std::shared_ptr<const DataSet> data;
    LoaderOptions options;
    std::vector<std::int64_t> order;
    int batches = 0;
    std::vector<Batch> ring;
    int taken = 0; ///< batches handed out so far; caller's thread only

    std::mutex mutex;
    std::condition_variable changed;
    int filled = 0;   ///< batches ready or handed out; guarded by mutex, as all below
    int released = 0; ///< batches whose place in the ring is free again
    int end = 0;      ///< no batch from here on: batches, or fewer when the memory ran out
    bool stop = false;
    std::thread thread;

    Batch &slot(int index) { return ring[static_cast<std::size_t>(index) % ring.size()]; }
    bool fill(int index);
    void run();
};

/// False when it could not be filled (out of memory): the epoch then ends there.
bool BatchLoader::Private::fill(int index)
try {
    const std::size_t first = static_cast<std::size_t>(index) * static_cast<std::size_t>(options.batch);
    const std::size_t count = std::min(static_cast<std::size_t>(options.batch), order.size() - first);
    data->read(options.split, std::span(order).subspan(first, count), options.augment, slot(index));
    return true;
} catch (...) {
    return false;
}

void BatchLoader::Private::run()
{
    for (int index = 0; index < batches; ++index) {
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return stop || index - released < static_cast<int>(ring.size()); });
            if (stop)
                return;
        }
        const bool good = fill(index); // outside the lock: this place belongs to the thread until it counts as filled
        {
            const std::lock_guard lock(mutex);
            if (good)
                filled = index + 1;
            else
                end = index;
        }
        changed.notify_all();
        if (!good)
            return;
    }
}

BatchLoader::BatchLoader(std::shared_ptr<const DataSet> data, const LoaderOptions &options)
    : d(std::make_unique<Private>())
{
    d->data = std::move(data);
    d->options = options;
    d->options.batch = std::max(1, options.batch);
    const std::int64_t samples = d->data->size(options.split);
    if (options.shuffle) {
        d->order = RandomStream(options.seed, "shuffle", {options.augment.epoch}).permutation(samples);
    } else {
        d->order.resize(static_cast<std::size_t>(samples));
        std::iota(d->order.begin(), d->order.end(), std::int64_t{0});
    }
    const std::int64_t batch = d->options.batch;
    d->batches = static_cast<int>(options.dropLast ? samples / batch : (samples + batch - 1) / batch);
    d->end = d->batches;
    const int ahead = std::clamp(options.ahead, 0, d->batches);
    d->ring.resize(static_cast<std::size_t>(ahead) + 1);
    if (ahead == 0)
        return;
    try {
        d->thread = std::thread([p = d.get()] { p->run(); });
    } catch (const std::system_error &) {
        // No thread to be had: batches are then made on the caller's, only slower.
    }
}

BatchLoader::~BatchLoader()
{
    if (!d->thread.joinable())
        return;
    {
        const std::lock_guard lock(d->mutex);
        d->stop = true;
    }
    d->changed.notify_all();
    d->thread.join();
}

int BatchLoader::batches() const { return d->batches; }

const Batch *BatchLoader::next()
{
    if (!d->thread.joinable()) {
        if (d->taken >= d->end)
            return nullptr;
        if (!d->fill(d->taken)) {
            d->end = d->taken;
            return nullptr;
        }
        return &d->slot(d->taken++);
    }
    std::unique_lock lock(d->mutex);
    d->released = d->taken;
    d->changed.notify_all();
    d->changed.wait(lock, [&] { return d->filled > d->taken || d->taken >= d->end; });
    if (d->taken >= d->end)
        return nullptr;
    return &d->slot(d->taken++);
}

} // namespace dnas
