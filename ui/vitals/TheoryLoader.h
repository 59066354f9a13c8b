// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "ui/jobs/LatestJob.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hareloom::ui {

/// What theory expects of a metric in generations 0 ... experiment.generations; nothing where no formula
/// exists. Called on another thread.
using TheoryCurve =
    std::function<std::optional<std::vector<double>>(const Experiment& variant, const std::string& metric)>;

/// Computes curves of theory beside the GUI thread: some open a table or sum over thousands of states.
class TheoryLoader : public QObject
{
    Q_OBJECT
public:
    /// By metric, by variant; empty where there is no formula.
    using Curves = std::vector<std::vector<std::vector<double>>>;

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
