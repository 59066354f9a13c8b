// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/LegendStrip.h"

#include "ui/language/Joining.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace hareloom::ui {

LegendStrip::LegendStrip(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Legend"));
    setMouseTracking(true);
}

void LegendStrip::setMarks(std::vector<LegendMark> marks, const Theme& theme)
{
    m_marks = std::move(marks);
    m_theme = &theme;
    QStringList words;
    for (const LegendMark& mark : m_marks)
        words << mark.text;
    setAccessibleDescription(listed(words));
    setToolTip(words.join(QLatin1Char('\n')));
    adaptHeight();
    update();
}

void LegendStrip::adaptHeight()
{
    setFixedHeight(static_cast<int>(std::ceil(paintLegend(nullptr, rect(), m_marks, *m_theme))) + 2);
}

void LegendStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(&painter, rect(), m_marks, *m_theme);
}

void LegendStrip::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(theoryAt(event->position(), rect(), m_marks) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void LegendStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && theoryAt(event->position(), rect(), m_marks))
        Q_EMIT theoryClicked();
}

void LegendStrip::resizeEvent(QResizeEvent*)
{
    adaptHeight();
}

} // namespace hareloom::ui
