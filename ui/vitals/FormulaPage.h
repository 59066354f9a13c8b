// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Formula.h"
#include "ui/jobs/LatestJob.h"
#include "ui/vitals/VitalChart.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The equation behind a chart's curve of theory, with the numbers of one generation in it: what each of its
/// symbols is, what it assumes, whether it is exact, and its source. Computed beside the GUI thread.
class FormulaPage : public QWidget
{
    Q_OBJECT
public:
    explicit FormulaPage(QWidget* parent);

    /// Of the variant that the chart writes out, one of `variants`; asks the engine where anything has changed.
    void setChart(const VitalChart& chart, const std::vector<Experiment>& variants, int generation);
    /// Returns when what setChart() asked for is here.
    void wait() { m_job.wait(); }
    /// All that is said, a line each.
    QStringList lines() const;

private:
    void set(const std::optional<Formula>& formula);
    void setTerms(const std::vector<FormulaTerm>& terms);
    QLabel* makeLabel(bool isMuted);

    LatestJob<std::optional<Formula>> m_job;
    std::string m_asked; // what the job was started for
    int m_generation = 0;
    QString m_variant; // empty: there is just one
    QLabel *m_heading, *m_symbols, *m_numbers, *m_exactness, *m_assumes, *m_source;
    QWidget* m_terms;
    QGridLayout* m_grid;
};

} // namespace hareloom::ui
