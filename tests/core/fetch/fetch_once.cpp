// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// fetch_once URL TARGET [SHA256]: one download, for tests that kill it or give it a small disk. Prints the error.
#include "core/fetch/download.h"

#include <cstdio>

int main(int count, char **words)
{
    if (count < 3)
        return 2;
    const dnas::StopToken stop;
    const auto outcome =
        dnas::download({.url = words[1], .target = words[2], .sha256 = count > 3 ? words[3] : ""}, {}, stop);
    if (outcome.ok())
        return 0;
    std::fprintf(stderr, "%s\n", outcome.error().text().c_str());
    return 1;
}
