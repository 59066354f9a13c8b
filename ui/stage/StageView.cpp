// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/StageView.h"

#include "ui/accessible/ChartDescription.h"
#include "ui/stage/EmptyStage.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace hareloom::ui {

StageView::StageView(StageScene& scene, QWidget* parent) : QWidget(parent), m_scene(scene)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    describeChart(
        this,
        {[] { return tr("Stage"); }, [this] { return m_scene.summary(static_cast<int>(m_position)); }, {}});
    setFocusPolicy(Qt::StrongFocus);
}

void StageView::setTheme(const Theme& theme)
{
    m_theme = &theme;
    update();
}

void StageView::setPosition(double position)
{
    m_position = position;
    if (position == std::floor(position))
        setAccessibleDescription(m_scene.summary(static_cast<int>(position)));
    update();
}

void StageView::setOptions(const StageOptions& options)
{
    m_options = options;
    update();
}

void StageView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? m_theme->accent : m_theme->line, hasFocus() ? 2 : 1));
    painter.setBrush(m_theme->surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kGrid, kGrid);
    if (m_scene.stage())
        m_scene.paint(painter, rect(), m_position, m_options, *m_theme);
    else
        paintEmptyStage(painter, rect(), m_scene.realData(), *m_theme);
}

void StageView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_scene.stage() && rect().contains(event->position().toPoint()))
        Q_EMIT runRequested();
}

} // namespace hareloom::ui
