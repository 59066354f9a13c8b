// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/ElidingBox.h"

#include <QHelpEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolTip>

namespace hareloom::ui {

QString ElidingBox::shownText() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    const QString words = currentIndex() < 0 ? placeholderText() : currentText();
    return fontMetrics().elidedText(words, Qt::ElideRight, room.width());
}

bool ElidingBox::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || shownText() == currentText() || currentIndex() < 0)
        return QComboBox::event(event);
    const QString whole = toolTip().isEmpty() ? currentText() : currentText() + QLatin1Char('\n') + toolTip();
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), whole, this);
    return true;
}

void ElidingBox::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    if (currentIndex() < 0)
        option.palette.setBrush(QPalette::ButtonText, option.palette.placeholderText());
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    option.currentText = shownText();
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace hareloom::ui
