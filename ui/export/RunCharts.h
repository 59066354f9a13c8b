// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/Figures.h"
#include "ui/vitals/Theory.h"
#include "ui/vitals/VitalChart.h"

#include <memory>

namespace hareloom::ui {

/// Which charts of a run, and how.
struct ChartRequest
{
    std::vector<std::string> metrics; // in this order, those that were measured; empty: the most telling ones
    std::size_t most = 12;            // of these
    std::vector<std::string> variables; // the names of the data's variables
    Spread spread = Spread::Deciles;
    ExpectedCurves expected = {}; // drawn beside what was measured
};

/// The charts of a run's metrics as figures, each on its own. A picture of the session at one moment: what
/// arrives later is not in it.
class RunCharts : public CommonLegend, public std::enable_shared_from_this<RunCharts>
{
public:
    /// Computes theory's curves at once.
    static std::shared_ptr<RunCharts> of(const LabSession& session, const TheoryCurve& theory,
                                         ChartRequest request);

    std::size_t count() const { return m_series.size(); }
    const VitalSeries& series(std::size_t index) const { return m_series[index]; }
    VitalChart chart(std::size_t index) const;
    const QStringList& variantTitles() const { return m_titles; }
    /// With its legend. Keeps this alive, as all that follow.
    Figure figure(std::size_t index, const QSizeF& size) const;
    /// The first `count` charts below each other.
    Figure overview(std::size_t count) const;
    /// The chart alone, without margins, legend and footer: for a page that has these.
    Figure bareFigure(std::size_t index, const QSizeF& size) const;
    /// The variants of all charts together, and what their chains spread over; what other lines are is said
    /// in words. Higher than `size` where they need more rows.
    Figure legendFigure(const QSizeF& size) const;
    double paintLegendOf(QPainter* painter, const QRectF& area, const std::vector<std::size_t>& parts,
                         const Theme& theme) const override;
    /// One word for file names: "variance", "mean-0".
    QString name(std::size_t index) const;

private:
    RunCharts() = default;

    Figure m_blank; // what every figure of this run carries
    std::vector<VitalSeries> m_series;
    std::vector<std::string> m_variables;
    QStringList m_titles;
    int m_lastGeneration = 1;
};

/// "variance", "mean-0": a metric as a word of a file's name.
QString fileWord(const std::string& metric);

} // namespace hareloom::ui
