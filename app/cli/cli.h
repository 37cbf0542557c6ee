// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line `dnas`: every verb is a file that adds its subcommand; results on stdout, progress on stderr.
#pragma once

#include "core/base/error.h"

#include <CLI/App.hpp>

namespace paretoscope {

/// What a verb's callback leaves behind.
struct CliState {
    int exitCode = 0;
};

/// Exit codes of docs/command_line.md.
inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitWrongUse = 2;
inline constexpr int kExitInterrupted = 130;

int exitCodeOf(const dnas::Error &error);
/// Prints "dnas: error: …" in one line on stderr (a JSON line with `json`) and returns the exit code.
int fail(const dnas::Error &error, bool json);
/// Prints "dnas: warning: …" in the same way.
void warn(const std::string &text, bool json);
/// For errors of reading what the user named: a file that is not there, or no file, is wrong use in every verb,
/// whichever library found it missing. What cannot be read for another reason stays a failure.
dnas::Error namedByUser(dnas::Error error);

void addListVerb(CLI::App &app, CliState &state);
void addDescribeVerb(CLI::App &app, CliState &state);
void addCalibrateVerb(CLI::App &app, CliState &state);
void addCostVerb(CLI::App &app, CliState &state);
void addDataVerb(CLI::App &app, CliState &state);
void addSearchVerb(CLI::App &app, CliState &state);
void addSteerVerb(CLI::App &app, CliState &state);
void addForkVerb(CLI::App &app, CliState &state);
void addFrontVerb(CLI::App &app, CliState &state);
void addShowVerb(CLI::App &app, CliState &state);
void addDiffVerb(CLI::App &app, CliState &state);
void addExportVerb(CLI::App &app, CliState &state);
void addReportVerb(CLI::App &app, CliState &state);
void addBenchVerb(CLI::App &app, CliState &state);
void addDemoVerb(CLI::App &app, CliState &state);
/// Parses and runs; returns the exit code.
int runCli(int argc, char **argv);

} // namespace paretoscope
