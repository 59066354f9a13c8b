// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forecast/Estimate.h"
#include "ui/jobs/LatestJob.h"

#include <QObject>
#include <QTimer>

namespace hareloom::ui {

/// What a run of the recipe will take, measured for a moment on a thread of its own once the recipe has
/// stayed the same for a while. GUI thread.
class Forecast : public QObject
{
    Q_OBJECT
public:
    explicit Forecast(QObject* parent = nullptr);

    /// Forgets what it knew and measures anew; ends in ready(), or in refused() where a run would be, with
    /// the same sentence.
    void measure(const Experiment& experiment);
    void stop();

Q_SIGNALS:
    void ready(const QString& words);
    void refused(const QString& sentence);

private:
    void start();

    Experiment m_experiment;
    QTimer m_settle;
    LatestJob<Estimate> m_job;
};

/// "About 3 s; about 15 MB of memory and 60 kB of disk.", and a line for each remark. A time of 0 was not measured.
QString forecastText(const Estimate& estimate);

} // namespace hareloom::ui
