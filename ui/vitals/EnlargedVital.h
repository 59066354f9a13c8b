// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/vitals/VitalChart.h"

#include <QDialog>
#include <QTimer>

#include <functional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QTabWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

class CurveChart;
class DataTableView;
class FormulaPage;
class LegendStrip;

/// One vital chart in a window of its own: to zoom into, to read, and its numbers as a table.
class EnlargedVital : public QDialog
{
    Q_OBJECT
public:
    /// Gives the chart as it is now; nothing once it is no longer there.
    using Source = std::function<std::optional<VitalChart>()>;

    EnlargedVital(Source source, const Theme& theme, QWidget* window);

    void setTheme(const Theme& theme);
    void setPosition(double position);
    /// Takes in new numbers, at most 15 times a second; closes when the chart is gone.
    void refreshSoon();
    /// The chart with the part that is looked at: what copy and export paint.
    std::optional<VitalChart> chartInView() const;
    CurveChart* chart() const { return m_chart; }
    DataTableView* table() const { return m_table; }
    /// Offers the equation of theory's curve as a page: `variants` gives the experiments that the chart's lines are of.
    void offerFormula(std::function<std::vector<Experiment>()> variants);
    /// That page instead of the chart.
    void showFormula();

Q_SIGNALS:
    void generationChosen(int generation);
    void scaleChosen(hareloom::ui::AxisScale scale);
    void copyRequested();
    void exportRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLayout* makeHead();
    QWidget* makeChartPage();
    void refresh();
    void showReadout();
    QString summary() const;

    Source m_source;
    std::function<std::vector<Experiment>()> m_variants; // empty: no formula is offered
    const Theme* m_theme;
    double m_position = 0;
    int m_hovered = -1;
    QTimer m_timer;
    QLabel *m_title, *m_meaning, *m_readout;
    QComboBox* m_scale;
    QTabWidget* m_tabs;
    LegendStrip* m_legend;
    CurveChart* m_chart;
    DataTableView* m_table;
    FormulaPage* m_formula;
};

} // namespace hareloom::ui
