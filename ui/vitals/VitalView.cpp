// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalView.h"

#include "ui/accessible/ChartDescription.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

VitalView::VitalView(std::function<VitalChart()> chart, QWidget* parent)
    : QWidget(parent), m_chart(std::move(chart)), m_still(*this)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    describeChart(this, {[this] { return m_chart().title(); }, [this] { return m_chart().summary(); },
                         [this] { return m_chart().table(); }});
}

void VitalView::setTheme(const Theme& theme)
{
    m_theme = &theme;
    reload();
}

void VitalView::setWordScale(double scale)
{
    m_wordScale = scale;
}

void VitalView::reload()
{
    m_still.invalidate();
    update();
}

void VitalView::refresh()
{
    m_still.outdate();
    update();
}

QRectF VitalView::inside() const
{
    return QRectF(rect()).adjusted(1.5 * kGrid, kGrid, -1.5 * kGrid, -kGrid / 2);
}

void VitalView::paintEvent(QPaintEvent*)
{
    const FontScaleScope words(m_wordScale);
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->surface);
    if (y() > 0) {
        painter.setPen(QPen(m_theme->grid, 1));
        painter.drawLine(QPointF(1.5 * kGrid, 0.5), QPointF(width() - 1.5 * kGrid, 0.5));
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme->accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 2, -3, -1), 6, 6);
    }
    const VitalChart chart = m_chart();
    m_still.paint(painter, [&](QPainter& still) { chart.paintStill(still, inside(), *m_theme); });
    chart.paintMoving(painter, inside(), *m_theme);
}

int VitalView::generationAt(const QPointF& point) const
{
    const FontScaleScope words(m_wordScale);
    const VitalChart chart = m_chart();
    const auto plot = chart.frame(inside());
    const auto count = static_cast<int>(chart.series->measured());
    if (!plot || count == 0 || point.y() < plot->area().top())
        return -1;
    const double share = (point.x() - plot->area().left()) / plot->area().width();
    return std::clamp(static_cast<int>(std::lround(plot->xRange().valueAt(share))), 0, count - 1);
}

// So that the words never lie on what they speak of: left of the charts.
QPoint VitalView::besideChart(const QString& text, const QPointF& pointer) const
{
    const int width = QFontMetrics(QToolTip::font()).size(0, text).width();
    return {mapToGlobal(QPoint(0, 0)).x() - width - 4 * kGrid, static_cast<int>(pointer.y()) - 4 * kGrid};
}

void VitalView::mouseMoveEvent(QMouseEvent* event)
{
    const int generation = generationAt(event->position());
    Q_EMIT generationHovered(generation);
    if (generation < 0) {
        QToolTip::hideText();
        return;
    }
    QStringList lines{tr("Generation %1").arg(generation)};
    lines << m_chart().readout(generation);
    const QString text = lines.join(QLatin1Char('\n'));
    QToolTip::showText(besideChart(text, event->globalPosition()), text, this, rect());
    if (event->buttons() & Qt::LeftButton)
        Q_EMIT generationChosen(generation);
}

void VitalView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const int generation = generationAt(event->position()); generation >= 0)
        Q_EMIT generationChosen(generation);
}

void VitalView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT enlargeRequested();
}

void VitalView::leaveEvent(QEvent*)
{
    Q_EMIT generationHovered(-1);
}

void VitalView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        event->modifiers() & Qt::ShiftModifier ? Q_EMIT formulaRequested() : Q_EMIT enlargeRequested();
        break;
    case Qt::Key_Up:
        Q_EMIT neighbourRequested(-1);
        break;
    case Qt::Key_Down:
        Q_EMIT neighbourRequested(1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void VitalView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(isKeyboard ? mapToGlobal(rect().center()) : event->globalPos());
}

// What the metric is, while the pointer rests on its name.
bool VitalView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (generationAt(help->pos()) < 0)
            QToolTip::showText(help->globalPos(), m_chart().definition(), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace hareloom::ui
