// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"

#include <QWidget>

namespace hareloom::ui {

/// What the hand-drawn sources share: a plot that takes the mouse and, with a crosshair, the keyboard. The
/// arrow keys are its own while it has the focus.
class Canvas : public QWidget
{
    Q_OBJECT
public:
    explicit Canvas(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

    virtual AxisRange xRange() const = 0;
    virtual AxisRange yRange() const = 0;
    virtual bool hasYTicks() const { return true; }
    virtual double heightShare() const = 0; // of the width
    virtual void paintData(QPainter& painter, const PlotFrame& frame, const Theme& theme) = 0;
    /// Words in the middle while there is nothing drawn; empty for none.
    virtual QString invitation() const = 0;

    PlotFrame frame() const;
    QPointF valueAt(const QPointF& position) const;

private:
    const Theme* m_theme = &lightTheme();
};

} // namespace hareloom::ui
