// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/LatestJob.h"
#include "ui/session/LabSession.h"
#include "ui/stage/SlowStep.h"

#include <QObject>

namespace hareloom::ui {

/// Finds what a slow step shows: the rows that a generation was really fitted on, computed again from seeds and models.
/// GUI thread.
class StepLoader : public QObject
{
    Q_OBJECT
public:
    explicit StepLoader(QObject* parent = nullptr);

    /// Of the step to `generation` >= 1 of a chain, which has arrived. Ends in ready() or failed(), later; an earlier
    /// request is forgotten. `needsRows`: see Stage::stepNeedsRows().
    void load(const LabSession& session, ChainIndex chain, int generation, bool needsRows);
    void cancel() { m_job.cancel(); }
    bool isAtWork() const { return m_job.isAtWork(); }

    /// What is known without the rows: which models, and how many rows of each kind.
    static SlowStep outline(const LabSession& session, ChainIndex chain, int generation);
    /// The rows of it, at once and on this thread. `before`: all generations before step.to.
    static Result<SlowStep> withRows(SlowStep step, const Experiment& variant, int replicate,
                                     const std::vector<GenerationPtr>& before, const StopToken& stop = {});

Q_SIGNALS:
    void ready(const hareloom::ui::SlowStep& step);
    void failed(const QString& sentence);

private:
    LatestJob<SlowStep> m_job;
};

} // namespace hareloom::ui
