// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/Comparison.h"
#include "ui/compare/OverlayChart.h"
#include "ui/plot/PictureCache.h"
#include "ui/vitals/VitalSeries.h"

#include <QWidget>

namespace hareloom::ui {

/// The charts of a comparison, one a shared metric, under one legend; as many as there is room for, the most
/// telling first.
class OverlayView : public QWidget
{
    Q_OBJECT
public:
    /// `comparison` outlives this.
    explicit OverlayView(const Comparison& comparison, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setPosition(double position);
    /// Other columns, other metrics.
    void reload();
    /// Takes in new generations.
    void refresh();

    const std::vector<OverlayChart>& charts() const { return m_charts; }
    QStringList titles() const;
    /// What is not drawn as one, and why; empty where nothing is left out.
    QString note() const;
    /// Whether the charts show nothing of generations after the shown one.
    void setFutureHidden(bool on);
    /// The charts into `area`, as many as have room, without the future, and without the legend of the
    /// columns, which stand beside them: for presentations. Still: what stays while generations pass.
    enum class Parts { Still, Moving };
    void present(QPainter& painter, const QRectF& area, const Theme& theme, Parts parts) const;
    QSize sizeHint() const override { return {304, 330}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    /// What spans the axes where the future is hidden.
    void axesChanged();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Of one run's metric; shared by the columns that show this run.
    struct Series
    {
        const LabSession* session;
        VitalSeries series;
    };
    void paintInto(QPainter& painter, const QRectF& area, const QStringList& legend, const Theme& theme,
                   Parts parts, bool hidesFuture) const;
    QRectF inside(const QRectF& area) const;
    std::vector<QRectF> places(const QRectF& inside, const QStringList& legend) const;
    bool hasBands() const;
    void followAxes();
    OverlayChart chartAt(std::size_t index, bool hidesFuture) const;
    VitalSeries& seriesOf(const CompareSource& source, const std::string& metric);

    const Comparison& m_comparison;
    const Theme* m_theme = &lightTheme();
    std::vector<Series> m_series;
    std::vector<OverlayChart> m_charts;
    PictureCache m_still; // all that stays while generations pass
    double m_position = 0;
    bool m_hidesFuture = false;
    std::vector<AxisRange> m_seenAxes; // of each chart, where it hides the future
};

} // namespace hareloom::ui
