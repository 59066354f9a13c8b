// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Estimate.h"
#include "ui/gallery/Preview.h"
#include "ui/session/EngineThread.h"

#include <QSettings>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr std::chrono::milliseconds kProbe{350};

} // namespace

Result<double> expectedSeconds(const Experiment& experiment, const StopToken& stop)
{
    const int threads = engineThreads();
    const QString key = QStringLiteral("runTimes/%1-%2").arg(fingerprint(experiment)).arg(threads);
    QSettings settings;
    bool isNumber = false;
    if (const double known = settings.value(key).toDouble(&isNumber); isNumber && known >= 0)
        return known;
    const auto measured = estimate(
        experiment, {.threads = threads, .probeTime = kProbe, .countsProcessorTime = true, .stop = stop});
    if (!measured)
        return measured.error();
    if (!std::isnan(measured->seconds))
        settings.setValue(key, measured->seconds);
    return measured->seconds;
}

} // namespace hareloom::ui
