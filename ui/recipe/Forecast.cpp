// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/Forecast.h"

#include "core/recipe/DeviceChoice.h"
#include "ui/language/EngineSentence.h"
#include "ui/plot/DurationText.h"
#include "ui/session/EngineThread.h"
#include "ui/settings/Preferences.h"

#include <QLocale>

namespace hareloom::ui {

namespace {

constexpr int kSettleMs = 800;
constexpr std::chrono::milliseconds kProbe(250);
constexpr double kMostBytes = 1e9; // a run that needs more is not tried out unasked

Result<Estimate> estimateOf(const Experiment& experiment, const StopToken& stop)
{
    const auto device = chooseDevice(experiment.family, Preferences::device());
    if (!device)
        return device.error();
    auto planned = counted(experiment, engineThreads(), device->name);
    if (!planned || planned->memoryBytes > kMostBytes || trainsNetworks(experiment.family))
        return planned;
    return estimate(experiment, {.threads = engineThreads(), .probeTime = kProbe, .stop = stop});
}

} // namespace

Forecast::Forecast(QObject* parent)
    : QObject(parent), m_job("The run could not be estimated", [this](const Result<Estimate>& found) {
          if (found)
              Q_EMIT ready(forecastText(*found));
          else if (found.error().kind != ErrorKind::Stopped)
              Q_EMIT refused(engineSentence(found.error().message));
      })
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &Forecast::start);
}

void Forecast::stop()
{
    m_settle.stop();
    m_job.cancel();
}

void Forecast::measure(const Experiment& experiment)
{
    stop();
    m_experiment = experiment;
    m_settle.start();
}

void Forecast::start()
{
    m_job.start([experiment = m_experiment](const StopToken& stop) { return estimateOf(experiment, stop); });
}

namespace {

QString costText(const Estimate& e)
{
    const auto size = [](double bytes) {
        return QLocale().formattedDataSize(static_cast<qint64>(bytes), bytes < 1e9 ? 0 : 1,
                                           QLocale::DataSizeSIFormat);
    };
    if (!e.fitsDevice())
        return Forecast::tr("Needs %1 of the card's memory, of which %2 are free.")
            .arg(size(e.deviceLeastBytes), size(e.deviceFreeBytes));
    const QString memory =
        e.deviceBytes > 0
            ? Forecast::tr("%1 of memory and %2 of the card's").arg(size(e.memoryBytes), size(e.deviceBytes))
            : Forecast::tr("%1 of memory").arg(size(e.memoryBytes));
    if (!(e.seconds > 0)) // not known, or not measured
        return Forecast::tr("Needs about %1.").arg(memory);
    const QString time = e.seconds < 1 ? Forecast::tr("Less than a second")
                                       : Forecast::tr("About %1").arg(durationText(e.seconds));
    return Forecast::tr("%1; about %2 and %3 of disk.").arg(time, memory, size(e.diskBytes));
}

} // namespace

QString forecastText(const Estimate& e)
{
    QString words = costText(e);
    for (const std::string& remark : e.remarks)
        words += QLatin1Char('\n') + Forecast::tr("Note: %1").arg(engineSentence(remark));
    return words;
}

} // namespace hareloom::ui
