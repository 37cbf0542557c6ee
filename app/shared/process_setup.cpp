// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See process_setup.h.
#include "app/shared/process_setup.h"

#include <climits>
#include <cstdlib>

#ifdef __GLIBC__
#include <cstdint>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace paretoscope {
namespace {

#ifdef __GLIBC__

/// A training step allocates and frees the same few hundred tensors over and over. Handed back to the system, each
/// costs a page fault for every 4 KiB: a tenth to a fifth of the step.
void keepFreedMemory()
{
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most that glibc accepts
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    mallopt(M_ARENA_MAX, 1); // a thread's own arena cannot hold more than 64 MiB in one piece
}

/// Makes the heap long before it is filled (address space, no memory) and asks for pages of 2 MiB in it. Debian grants
/// those to whoever asks, and walking through tensors of a few MiB misses far fewer translations then.
void askForHugePages()
{
    constexpr std::uintptr_t kHugePage = 2 << 20;
    const auto begin = (reinterpret_cast<std::uintptr_t>(sbrk(0)) + kHugePage - 1) / kHugePage * kHugePage;
    mallopt(M_TOP_PAD, 1 << 30);
    void *volatile const grows = malloc(1 << 20); // volatile: or nothing of it is left
    free(grows);
    mallopt(M_TOP_PAD, 64 << 20);                               // in case it is not enough
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0)); // not grown with an allocator of another kind
    if (end > begin)
        madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
}

#endif

} // namespace

void setUpProcess()
{
#ifdef __GLIBC__
    keepFreedMemory();
    askForHugePages();
#endif
    setenv("OMP_WAIT_POLICY", "PASSIVE", 0);
    setenv("OPENBLAS_NUM_THREADS", "1", 0);
}

} // namespace paretoscope
