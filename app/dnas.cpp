// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line program; everything it does is in app/cli.
#include "app/cli/cli.h"
#include "app/shared/process_setup.h"

int main(int argc, char **argv)
{
    paretoscope::setUpProcess();
    return paretoscope::runCli(argc, argv);
}
