// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/LatestJob.h"
#include "ui/sweep/SweepAxisRow.h"

#include <QDialog>
#include <QTimer>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Asks which settings vary, over which values, with how many chains at each point, and says what that makes
/// before anything runs. GUI thread.
class SweepDialog : public QDialog
{
    Q_OBJECT
public:
    static constexpr std::size_t kMostRows = 4;

    /// Begins with the sweep of `experiment`, or where it has none with a setting that tells much.
    explicit SweepDialog(const Experiment& experiment, QWidget* parent = nullptr);

    /// With the sweep that was asked for; nothing while it cannot run.
    const std::optional<Experiment>& experiment() const { return m_ready; }
    /// What is said below: how many points, or why they cannot run.
    QString standing() const;
    const std::vector<SweepAxisRow*>& rows() const { return m_rows; }

private:
    struct Checked
    {
        Experiment experiment;
        std::int64_t points = 0, chains = 0;
    };

    SweepAxisRow* addRow();
    void showSweep();
    void adapt();
    void check();
    Result<Experiment> draft() const;
    void takeChecked(const Result<Checked>& checked);

    Experiment m_experiment;
    std::vector<SweepAxisRow*> m_rows;
    QVBoxLayout* m_places;
    QPushButton *m_add, *m_run;
    QSpinBox* m_replicates;
    QLabel *m_note, *m_standing;
    QTimer m_settling; // active until the user stops typing
    LatestJob<Checked> m_checking;
    std::optional<Experiment> m_ready;
    nlohmann::json m_kept; // of the sweep that it began with, what has no control here
};

} // namespace hareloom::ui
