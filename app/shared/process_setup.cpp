// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See process_setup.h.
#include "app/shared/process_setup.h"

#include <climits>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace paretoscope {
namespace {

/// True when the variable was not there before.
bool setDefault(const char *name, const char *value)
{
    if (std::getenv(name))
        return false;
    return setenv(name, value, 0) == 0;
}

/// A training step allocates and frees the same few hundred tensors over and over. Handed back to the system, each
/// costs a page fault for every 4 KiB: a tenth to a fifth of the step.
void keepFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most that glibc accepts
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    mallopt(M_TOP_PAD, 64 << 20);
    mallopt(M_ARENA_MAX, 1); // a thread's own arena cannot hold more than 64 MiB in one piece
#endif
}

} // namespace

void setUpProcess(char **arguments)
{
    keepFreedMemory();
    // The mark makes a second restart impossible, whatever happens to the other variables.
    constexpr const char *kMark = "PARETOSCOPE_RESTARTED";
    bool changed = setDefault("OMP_WAIT_POLICY", "PASSIVE");
    changed = setDefault("OPENBLAS_NUM_THREADS", "1") || changed;
    if (!changed || std::getenv(kMark) || setenv(kMark, "1", 1) != 0)
        return;
    // By its own name: through the link the process would be called "exe" in every list of processes.
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error)
        execv(program.c_str(), arguments);
    // Without /proc the work is done here, only slower beside other busy programs.
}

} // namespace paretoscope
