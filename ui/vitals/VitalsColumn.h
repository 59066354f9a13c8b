// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"
#include "ui/vitals/TheoryLoader.h"
#include "ui/vitals/VitalChart.h"

#include <QWidget>

namespace hareloom::ui {

/// The right side of the window: up to four small charts, one under another, all on the same generations.
class VitalsColumn : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 4;

    /// `session` outlives this.
    explicit VitalsColumn(const LabSession& session, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setPosition(double position);
    void setChain(ChainIndex chain);
    void setTheory(TheoryCurve theory);
    /// Returns when theory's curves are there: for figures.
    void waitForTheory() { m_loader.wait(); }
    /// Starts over with the session's experiment.
    void reload();
    /// Takes in new generations.
    void refresh();

    int chartCount() const { return static_cast<int>(m_series.size()); }
    /// The charts into `area`, as many as it has room for, as in the window: for figures.
    void paintCharts(QPainter& painter, const QRectF& area, const Theme& theme) const;

    QSize sizeHint() const override { return {304, 480}; }
    QSize minimumSizeHint() const override { return {240, 240}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void chooseSeries();
    VitalChart chartAt(std::size_t index) const;

    const LabSession& m_session;
    const Theme* m_theme = &lightTheme();
    std::vector<VitalSeries> m_series;
    TheoryCurve m_theory;
    TheoryLoader m_loader;
    double m_position = 0;
    ChainIndex m_chain = 0;
    bool m_isChosen = false; // from what generation 0 really measured
};

} // namespace hareloom::ui
