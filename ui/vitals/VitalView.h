// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PictureCache.h"
#include "ui/vitals/VitalChart.h"

#include <QWidget>

#include <functional>

namespace hareloom::ui {

/// One vital chart of the column: reads values under the pointer, and passes on what is asked of it.
class VitalView : public QWidget
{
    Q_OBJECT
public:
    /// `chart` is asked at each painting.
    VitalView(std::function<VitalChart()> chart, QWidget* parent);

    void setTheme(const Theme& theme);
    VitalChart chart() const { return m_chart(); }
    /// Of the words in it: what its column has room for.
    void setWordScale(double scale);
    /// Where the chart is painted.
    QRectF inside() const;
    /// The chart is another one.
    void reload();
    /// The chart has grown.
    void refresh();
    /// How often its curves were drawn.
    int drawn() const { return m_still.drawn(); }

Q_SIGNALS:
    /// The generation under the pointer; -1 when it has left.
    void generationHovered(int generation);
    /// Clicked, or dragged to.
    void generationChosen(int generation);
    void enlargeRequested();
    void formulaRequested();
    void menuRequested(const QPoint& globalPosition);
    /// The chart above (-1) or below (1) should have the focus.
    void neighbourRequested(int direction);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    int generationAt(const QPointF& point) const;
    QPoint besideChart(const QString& text, const QPointF& pointer) const;

    std::function<VitalChart()> m_chart;
    PictureCache m_still; // all that stays while generations pass
    const Theme* m_theme = &lightTheme();
    double m_wordScale = 1;
};

} // namespace hareloom::ui
