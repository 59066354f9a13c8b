// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMouseEvent>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionSlider>

namespace hareloom::ui {

/// A slider that goes where it is clicked, instead of a page in that direction, and can be dragged on from
/// there.
class JumpSlider : public QSlider
{
public:
    using QSlider::QSlider;

protected:
    void mousePressEvent(QMouseEvent* event) override
    {
        QStyleOptionSlider option;
        initStyleOption(&option);
        const QRect handle =
            style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
        if (event->button() == Qt::LeftButton && orientation() == Qt::Horizontal &&
            !handle.contains(event->position().toPoint())) {
            const int left = static_cast<int>(event->position().x()) - handle.width() / 2;
            setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), left, width() - handle.width(),
                                                     option.upsideDown));
        }
        QSlider::mousePressEvent(event); // the handle is there now: it is dragged
    }
};

} // namespace hareloom::ui
