// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// dnas calibrate: a board's coefficients from measurements, with the error that they leave.
#include "app/cli/cli.h"
#include "app/cli/output.h"
#include "core/base/files.h"
#include "core/base/names.h"
#include "core/hardware/board_writer.h"
#include "core/hardware/calibration/calibrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace paretoscope {

using namespace dnas;

namespace {

struct CalibrateArguments {
    std::string board;
    std::string measurements;
    std::string output;
    bool json = false;
};

double percentOff(double value, double measured) { return 100 * (value / measured - 1); }

/// Files by their name alone; JSON has the path.
std::string subjectOf(const Residual &r)
{
    const std::string network = isPath(r.network) ? std::filesystem::path(r.network).stem().string() : r.network;
    return r.layer.empty() ? network : network + " " + r.layer;
}

void printCalibration(const RuntimeCalibration &calibration)
{
    printText(
        fmt::format("\nruntime {}: latency ± {:g} %", printable(calibration.runtime), calibration.latencyErrorPercent) +
        (calibration.energyErrorPercent > 0 ? fmt::format(", energy ± {:g} %\n", calibration.energyErrorPercent)
                                            : "\n"));
    TextTable table({{"network"},
                     {"metric"},
                     {"measured", Align::Right},
                     {"fitted", Align::Right},
                     {"off", Align::Right},
                     {"held out", Align::Right},
                     {"off", Align::Right}});
    for (const Residual &r : calibration.residuals) {
        const char *metric = r.energy ? "energy" : "latency";
        table.add({subjectOf(r), metric, formatMetric(metric, r.measured), formatMetric(metric, r.fitted),
                   fmt::format("{:+.1f} %", percentOff(r.fitted, r.measured)), formatMetric(metric, r.heldOut),
                   fmt::format("{:+.1f} %", percentOff(r.heldOut, r.measured))});
    }
    printText(table.text());
}

Json calibrationJson(const RuntimeCalibration &calibration)
{
    Json residuals = Json::array();
    for (const Residual &r : calibration.residuals) {
        residuals.push_back({{"network", r.network},
                             {"layer", r.layer.empty() ? Json() : Json(r.layer)},
                             {"metric", r.energy ? "energy_uj" : "latency_ms"},
                             {"measured", r.measured},
                             {"fitted", r.fitted},
                             {"held_out", r.heldOut}});
    }
    return {
        {"runtime", calibration.runtime},
        {"error_percent", calibration.latencyErrorPercent},
        {"energy_error_percent", calibration.energyErrorPercent > 0 ? Json(calibration.energyErrorPercent) : Json()},
        {"residuals", residuals}};
}

/// On standard error: a model this coarse meets no limit.
void warnOfPoorFits(const Calibration &calibration, bool json)
{
    for (const RuntimeCalibration &runtime : calibration.runtimes) {
        if (!isPoor(runtime))
            continue;
        warn(fmt::format("runtime {}: ± {:g} % is too coarse for limits; look for wrong rows among the residuals, or "
                         "measure more networks or layers",
                         printable(runtime.runtime), std::max(runtime.latencyErrorPercent, runtime.energyErrorPercent)),
             json);
    }
}

int calibrateBoard(const CalibrateArguments &arguments)
{
    std::error_code ignored;
    if (std::filesystem::equivalent(arguments.output, arguments.board, ignored))
        return fail(invalidInput("is the board that the fit begins with; choose another name",
                                 {.file = arguments.output, .key = "--output"}),
                    arguments.json);
    // Whatever lies there is overwritten only when it is a board: not the measurements, not a network named in them.
    if (std::filesystem::exists(arguments.output, ignored) && !loadBoard(arguments.output).ok())
        return fail(invalidInput("is there already and is no board file; choose another name",
                                 {.file = arguments.output, .key = "--output"}),
                    arguments.json);
    const auto result = calibrateFromFile(arguments.board, arguments.measurements, [&](int done, int total) {
        if (total > 0 && !arguments.json)
            std::cerr << fmt::format("fit {} of {}\n", done + 1, total);
        return true;
    });
    if (!result.ok())
        return fail(namedByUser(result.error()), arguments.json);
    const std::string remark =
        "Coefficients: dnas calibrate --board " + arguments.board + " --measurements " + arguments.measurements;
    const auto written = writeAtomically(arguments.output, boardYaml(result->board, remark));
    if (!written.ok())
        return fail(written.error(), arguments.json);
    warnOfPoorFits(*result, arguments.json);
    if (arguments.json) {
        Json runtimes = Json::array();
        for (const RuntimeCalibration &calibration : result->runtimes)
            runtimes.push_back(calibrationJson(calibration));
        printJson({{"board", result->board.name}, {"file", arguments.output}, {"runtimes", runtimes}});
        return kExitDone;
    }
    printText(printable(result->board.name) + ", fitted to " + printable(arguments.measurements) + "\n");
    for (const RuntimeCalibration &calibration : result->runtimes)
        printCalibration(calibration);
    printText("\n  held out: predicted without this network on this chip and library; ± is the root mean square of "
              "that\n  written: " +
              printable(arguments.output) + "\n");
    return kExitDone;
}

} // namespace

void addCalibrateVerb(CLI::App &app, CliState &state)
{
    auto arguments = std::make_shared<CalibrateArguments>();
    CLI::App *verb = app.add_subcommand("calibrate", "Fit a board's cost model to measurements");
    verb->add_option("--board", arguments->board, "Name or file of the board to begin with")->required();
    verb->add_option("--measurements", arguments->measurements, "CSV: network, latency_ms, energy_uj …")->required();
    verb->add_option("-o,--output", arguments->output, "Board file to write")->required();
    verb->add_flag("--json", arguments->json, "As JSON");
    verb->callback([&state, arguments] { state.exitCode = calibrateBoard(*arguments); });
}

} // namespace paretoscope
