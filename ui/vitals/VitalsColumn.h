// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"
#include "ui/vitals/TheoryLoader.h"
#include "ui/vitals/VariantLegend.h"
#include "ui/vitals/VitalChart.h"

#include <QWidget>

#include <map>

QT_BEGIN_NAMESPACE
class QScrollArea;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class VitalChooser;
class VitalView;

/// The right side of the window: small charts, one under another, all on the same generations. Which ones is
/// chosen by the user, per family; else the first four that the experiment measures. They scroll where there
/// is no room for all.
class VitalsColumn : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 4;

    /// `session` outlives this.
    explicit VitalsColumn(const LabSession& session, QWidget* parent = nullptr);

    /// Reads and keeps the user's choices: in a window, not in figures made without one.
    void setRemembering(bool on);
    void setTheme(const Theme& theme);
    void setPosition(double position);
    /// Whose values are written out: the generation that the view is on its way to.
    void setShown(int shown);
    void setChain(ChainIndex chain);
    /// Whether the charts show nothing of generations after the shown one.
    void setFutureHidden(bool on);
    /// The names of the data's variables, once they are known.
    void setVariables(std::vector<std::string> names);
    /// Returns when theory's curves are there: for figures.
    void waitForTheory() { m_loader.wait(); }
    /// Starts over with the session's experiment.
    void reload();
    /// Takes in new generations.
    void refresh();

    /// What the lines of all charts are.
    std::vector<LegendMark> legend(const Theme& theme) const;
    int chartCount() const { return static_cast<int>(m_series.size()); }
    VitalChart chartAt(std::size_t index) const;
    /// Nothing when it is not among those shown.
    std::optional<VitalChart> chartOf(const std::string& metric) const;
    const QList<VitalView*>& views() const { return m_views; }
    /// Shows these, in this order, and remembers it. What was not measured is left out.
    void choose(const std::vector<std::string>& metrics);
    /// Shows these alone, whatever was chosen, until it is empty again: a lesson's step names its charts. Of
    /// the variants so many, from the first on; nothing: all.
    void setOnly(std::vector<std::string> metrics, std::optional<std::size_t> variants = {});
    /// What somebody has drawn of this metric before it was run, beside what is measured; an empty curve takes it away.
    void setExpected(const std::string& metric, PublishedCurve curve);
    void clearExpected();
    const ExpectedCurves& expected() const { return m_expected; }
    void setScale(const std::string& metric, AxisScale scale);
    /// Opens the list of metrics to choose from.
    void openChooser();
    /// The charts into `area`, with their legend, as many as have room, and without the future: for presentations.
    enum class Parts { All, Still, Moving }; // Still: what stays while generations pass
    void paintCharts(QPainter& painter, const QRectF& area, const Theme& theme,
                     Parts parts = Parts::All) const;

    QSize sizeHint() const override { return {304, 330}; }
    QSize minimumSizeHint() const override { return {240, 200}; }

Q_SIGNALS:
    /// Clicked on in a chart.
    void generationChosen(int generation);
    void enlargeRequested(const std::string& metric);
    void menuRequested(const std::string& metric, const QPoint& globalPosition);
    /// The equation behind this metric's curve of theory: the curve was clicked in the legend, or
    /// Shift+Return in the chart.
    void formulaRequested(const std::string& metric);
    /// Other numbers or other charts.
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    const LegendMark* theoryIn(const std::vector<LegendMark>& marks, const QPointF& at) const;
    std::vector<Experiment> shownVariants() const;
    void chooseSeries();
    void keepExtents();
    bool hasTheory() const;
    std::vector<std::string> wanted(const Generation* first) const;
    std::vector<std::string> offered() const;
    void makeViews();
    VitalView* makeView(std::size_t index);
    double wordScale() const;
    void arrange();
    void alignAxes();
    void setHovered(int generation);
    void refill(VitalChooser* chooser) const;
    QRectF legendArea() const;
    double notch() const;
    std::vector<LegendMark> legendHere() const;
    void updateAll();
    void followAxes();

    const LabSession& m_session;
    const Theme* m_theme = &lightTheme();
    std::vector<std::string> m_variables;
    std::vector<VitalSeries> m_series;
    std::vector<AxisScale> m_scales; // by series
    std::map<std::string, VitalExtent> m_before; // by metric: of the run before, where only its settings were changed
    std::string m_ran;                           // the experiment of these series
    QList<VitalView*> m_views;       // by series
    TheoryLoader m_loader;
    double m_position = 0;
    int m_shown = -1;
    ChainIndex m_chain = 0;
    int m_hovered = -1;
    bool m_hidesFuture = false;
    std::vector<AxisRange> m_seenAxes; // of each chart, where it hides the future
    double m_left = 0;         // what the words of every vertical axis take: their charts stand in line
    bool m_hadTheory = false;     // before a change of settings
    bool m_isTheoryKnown = false; // the curves of theory, or that there are none
    bool m_isMeasured = false; // chosen from what generation 0 really measured
    bool m_scrolls = false;    // there is no room for all at once
    bool m_remembers = false;
    std::vector<std::string> m_only; // empty: what was chosen
    std::optional<std::size_t> m_onlyVariants;
    ExpectedCurves m_expected;
    QScrollArea* m_scroll;
    QWidget* m_list;
    QToolButton* m_button;
};

} // namespace hareloom::ui
