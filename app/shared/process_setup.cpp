// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See process_setup.h.
#include "app/shared/process_setup.h"

#include <cstdlib>
#include <unistd.h>

namespace paretoscope {
namespace {

/// True when the variable was not there before.
bool setDefault(const char *name, const char *value)
{
    if (std::getenv(name))
        return false;
    return setenv(name, value, 0) == 0;
}

} // namespace

void setUpProcess(char **arguments)
{
    // The mark makes a second restart impossible, whatever happens to the other variables.
    constexpr const char *kMark = "PARETOSCOPE_RESTARTED";
    bool changed = setDefault("OMP_WAIT_POLICY", "PASSIVE");
    changed = setDefault("OPENBLAS_NUM_THREADS", "1") || changed;
    if (!changed || std::getenv(kMark) || setenv(kMark, "1", 1) != 0)
        return;
    execv("/proc/self/exe", arguments);
    // Without /proc the work is done here, only slower beside other busy programs.
}

} // namespace paretoscope
