// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/ExperimentInput.h"
#include "app/cli/ProgressPrinter.h"
#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "core/forecast/Estimate.h"
#include "core/recipe/Families.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

namespace hareloom::cli {

namespace {

std::string bytesText(double bytes)
{
    const char* const units[] = {"B", "kB", "MB", "GB", "TB"};
    int unit = 0;
    for (; bytes >= 1000 && unit < 4; ++unit)
        bytes /= 1000;
    char text[32];
    std::snprintf(text, sizeof text, "%.3g %s", bytes, units[unit]);
    return text;
}

std::string rowsText(double rows)
{
    char text[32];
    std::snprintf(text, sizeof text, rows < 1e6 ? "%.0f" : "%.3g", rows);
    return text;
}

std::string timeText(const Estimate& e)
{
    if (std::isnan(e.seconds))
        return "not known: nothing was finished while it was measured";
    const std::string how = e.wholeRunMeasured ? "the whole run was measured"
                                               : "measured for " + durationText(e.probeSeconds) +
                                                     ", the rest counted from its rows";
    return (e.seconds < 1 ? "less than a second" : "about " + durationText(e.seconds)) + " (" + how + ")";
}

std::string deviceText(const Estimate& e)
{
    if (e.deviceBytes == 0)
        return "";
    const std::string free =
        e.deviceFreeBytes > 0 ? " of " + bytesText(e.deviceFreeBytes) + " that are free" : "";
    if (!e.fitsDevice())
        return ", " + bytesText(e.deviceLeastBytes) + free + ": it does not fit";
    return ", about " + bytesText(e.deviceBytes) + free;
}

void printText(Console& console, const Experiment& experiment, const DeviceChoice& device, const Estimate& e)
{
    const std::string_view rows = findFamily(experiment.family)->rowsWord;
    console.out << (experiment.title.empty() ? "Experiment" : printable(experiment.title)) << "\n"
                << "  time         " << timeText(e) << "\n"
                << "  memory       about " << bytesText(e.memoryBytes) << "\n"
                << "  disk         about " << bytesText(e.diskBytes) << " with --out, nothing without\n"
                << "  device       " << device.words() << deviceText(e) << "\n"
                << "  generations  " << e.generations << " in " << e.chains
                << (e.chains == 1 ? " chain\n" : " chains\n") << "  " << rows
                << std::string(13 - rows.size(), ' ') << rowsText(e.fittedRows) << " to fit, at most "
                << e.largestFit << " at once\n";
    for (const std::string& remark : e.remarks)
        console.out << "  note         " << printable(remark) << "\n";
}

void printJson(Console& console, const DeviceChoice& device, const Estimate& e)
{
    nlohmann::ordered_json json = {{"seconds", e.seconds},
                                   {"memoryBytes", std::llround(e.memoryBytes)},
                                   {"diskBytes", std::llround(e.diskBytes)},
                                   {"device", device.name},
                                   {"deviceBytes", std::llround(e.deviceBytes)},
                                   {"deviceLeastBytes", std::llround(e.deviceLeastBytes)},
                                   {"deviceFreeBytes", std::llround(e.deviceFreeBytes)},
                                   {"generations", e.generations},
                                   {"chains", e.chains},
                                   {"fittedRows", e.fittedRows},
                                   {"largestFit", e.largestFit},
                                   {"probeSeconds", e.probeSeconds},
                                   {"wholeRunMeasured", e.wholeRunMeasured},
                                   {"remarks", e.remarks}};
    console.data << jsonText(std::move(json), 2) << "\n";
}

} // namespace

int execute(const EstimateArguments& arguments, Console& console)
{
    const Result<ExperimentInput> input = readExperimentInput(arguments.experiment);
    if (!input)
        return fail(console, input.error());
    console.note(input->note);
    const Experiment& experiment = input->experiment;
    const Result<DeviceChoice> device = readDeviceInput(experiment.family, arguments.device);
    if (!device)
        return fail(console, device.error());
    const Result<Estimate> found =
        estimate(experiment, {.threads = arguments.threads, .stop = {}, .device = device->name});
    if (!found)
        return fail(console, found.error());
    for (const std::string& line : found->readAs)
        console.note(line);
    arguments.json ? printJson(console, *device, *found) : printText(console, experiment, *device, *found);
    return kDone;
}

} // namespace hareloom::cli
