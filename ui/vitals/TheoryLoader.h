// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/LatestJob.h"
#include "ui/vitals/Theory.h"

#include <QObject>

namespace hareloom::ui {

/// Computes curves of theory beside the GUI thread.
class TheoryLoader : public QObject
{
    Q_OBJECT
public:
    /// By metric, by variant; without values where there is no formula.
    using Curves = std::vector<std::vector<Prediction>>;

    explicit TheoryLoader(QObject* parent = nullptr);

    /// Begins; what an earlier call has not delivered yet is dropped.
    void load(TheoryCurve theory, std::vector<Experiment> variants, std::vector<std::string> metrics);
    /// Returns when ready() has been said: for figures, which cannot wait for an event.
    void wait() { m_job.wait(); }

Q_SIGNALS:
    void ready(const hareloom::ui::TheoryLoader::Curves& curves);

private:
    LatestJob<Curves> m_job;
};

} // namespace hareloom::ui
