// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/Estimate.h"
#include "core/sweep/SweepForecast.h"
#include "ui/gallery/Preview.h"
#include "ui/session/EngineThread.h"

#include <QSettings>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr std::chrono::milliseconds kProbe{350};
constexpr double kLongest = 1e10; // seconds, three centuries: what is kept beyond them was not measured

QString keyOf(const Experiment& experiment)
{
    return QStringLiteral("runTimes/%1-%2").arg(fingerprint(experiment)).arg(engineThreads());
}

Result<double> secondsOfSweep(const Experiment& experiment, const StopToken& stop)
{
    const auto plan = SweepPlan::make(experiment, stop);
    if (!plan)
        return plan.error();
    const auto measured = forecastSweep(*plan, {.stop = stop});
    if (!measured)
        return measured.error();
    const double seconds = measured->seconds(*plan, engineThreads());
    if (!std::isnan(seconds))
        rememberSeconds(experiment, seconds);
    return seconds;
}

} // namespace

std::optional<double> rememberedSeconds(const Experiment& experiment)
{
    bool isNumber = false;
    const double known = QSettings().value(keyOf(experiment)).toDouble(&isNumber);
    return isNumber && known >= 0 && known < kLongest ? std::optional(known) : std::nullopt;
}

void rememberSeconds(const Experiment& experiment, double seconds)
{
    QSettings().setValue(keyOf(experiment), seconds);
}

Result<double> expectedSeconds(const Experiment& experiment, const StopToken& stop)
{
    if (const auto known = rememberedSeconds(experiment))
        return *known;
    if (experiment.sweep)
        return secondsOfSweep(experiment, stop);
    // On the clock, as the recipe and hareloom-cli estimate measure it: on a busy machine a run takes longer.
    const auto measured =
        estimate(experiment, {.threads = engineThreads(), .probeTime = kProbe, .stop = stop});
    if (!measured)
        return measured.error();
    if (!std::isnan(measured->seconds))
        rememberSeconds(experiment, measured->seconds);
    return measured->seconds;
}

} // namespace hareloom::ui
