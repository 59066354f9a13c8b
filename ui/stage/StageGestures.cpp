// SPDX-License-Identifier: GPL-3.0-or-later
// StageView under the pointer and the keyboard: reading, zooming, panning.
#include "ui/stage/StageView.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kZoomStep = 1.25;       // of one key press
constexpr double kZoomPerDegree = 0.012; // natural logarithm of the factor, for a turn of the wheel
constexpr double kPanStep = 0.15;        // of what is seen
constexpr double kEighthsOfDegree = 8;
constexpr double kLinesPerDegree = 0.2; // three lines a notch

QPoint arrow(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, 1};
    case Qt::Key_Down:
        return {0, -1};
    default:
        return {};
    }
}

} // namespace

StagePlot StageView::plotNow() const
{
    return m_scene.stage() ? m_scene.plot(rect(), m_position, options()) : StagePlot();
}

// Beside the plot only that axis is zoomed.
void StageView::zoomBy(double factor, const QPointF& about)
{
    const StagePlot plot = plotNow();
    if (!plot.zooms || plot.area.isEmpty())
        return;
    Qt::Orientations axes = plot.zooms;
    if (about.x() < plot.area.left())
        axes &= Qt::Vertical;
    else if (about.y() > plot.area.bottom())
        axes &= Qt::Horizontal;
    const QPointF share(std::clamp((about.x() - plot.area.left()) / plot.area.width(), 0.0, 1.0),
                        std::clamp((plot.area.bottom() - about.y()) / plot.area.height(), 0.0, 1.0));
    m_look.setZoom(options().zoom.scaled(factor, share, axes, plot.keepsBase));
}

void StageView::zoomIn()
{
    zoomBy(kZoomStep, m_readAt.value_or(plotNow().area.center()));
}

void StageView::zoomOut()
{
    zoomBy(1 / kZoomStep, m_readAt.value_or(plotNow().area.center()));
}

void StageView::resetZoom()
{
    m_look.setZoom({});
}

void StageView::toggleReading()
{
    if (m_readAt && m_readsByKey)
        readAt(std::nullopt, false);
    else
        readAt(plotNow().area.center(), true);
}

void StageView::readAt(std::optional<QPointF> at, bool byKey)
{
    m_readAt = at;
    m_readsByKey = byKey && at;
    m_read->setChecked(m_readsByKey);
    if (byKey || !at)
        describe();
    update();
}

void StageView::adaptPointer(const QPointF& at)
{
    const StagePlot plot = plotNow();
    if (m_drag)
        setCursor(Qt::ClosedHandCursor);
    else if (plot.zooms && !options().zoom.isWhole() && plot.area.contains(at))
        setCursor(Qt::OpenHandCursor);
    else
        unsetCursor();
}

void StageView::mousePressEvent(QMouseEvent* event)
{
    const StagePlot plot = plotNow();
    if (event->button() == Qt::LeftButton && plot.zooms && !options().zoom.isWhole() &&
        plot.area.contains(event->position())) {
        m_drag = Drag{event->position(), options().zoom};
        adaptPointer(event->position());
        update();
    }
}

void StageView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_scene.stage())
        return;
    if (m_drag) {
        const StagePlot plot = plotNow();
        const QPointF moved = event->position() - m_drag->start;
        m_look.setZoom(m_drag->zoom.moved({-moved.x() / plot.area.width(), moved.y() / plot.area.height()},
                                          plot.zooms, plot.keepsBase));
    }
    readAt(event->position(), false);
    adaptPointer(event->position());
}

void StageView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (!m_scene.stage() && rect().contains(event->position().toPoint()))
        Q_EMIT runRequested();
    m_drag.reset();
    adaptPointer(event->position());
    update();
}

void StageView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        resetZoom();
    adaptPointer(event->position());
}

void StageView::wheelEvent(QWheelEvent* event)
{
    const StagePlot plot = plotNow();
    const QPointF degrees = QPointF(event->angleDelta()) / kEighthsOfDegree;
    if (!plot.zooms) {
        m_scrolled += degrees.y() * kLinesPerDegree;
        const double lines = std::trunc(m_scrolled);
        m_scrolled -= lines;
        event->setAccepted(m_scene.stage() && scrollBy(-static_cast<int>(lines)));
        return;
    }
    if (std::abs(degrees.x()) > std::abs(degrees.y()))
        m_look.setZoom(options().zoom.moved({-degrees.x() / 100, 0}, plot.zooms, plot.keepsBase));
    else
        zoomBy(std::exp(kZoomPerDegree * degrees.y()), event->position());
    adaptPointer(event->position());
    event->accept();
}

void StageView::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ShiftModifier && panByKey(event->key()))
        return;
    if (modifiers == Qt::ControlModifier && readByKey(event->key()))
        return;
    if (modifiers == Qt::NoModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) &&
        scrollBy(event->key() == Qt::Key_Up ? -1 : 1))
        return;
    if (event->key() == Qt::Key_Escape && m_readAt) {
        readAt(std::nullopt, false);
        return;
    }
    QWidget::keyPressEvent(event);
}

bool StageView::panByKey(int key)
{
    const StagePlot plot = plotNow();
    const QPoint direction = arrow(key);
    if (direction.isNull() || !plot.zooms)
        return false;
    m_look.setZoom(options().zoom.moved(QPointF(direction) * kPanStep, plot.zooms, plot.keepsBase));
    return true;
}

// To the next value there is to read: the stage knows how far away it is.
bool StageView::readByKey(int key)
{
    const StagePlot plot = plotNow();
    const QPoint direction = arrow(key);
    if (direction.isNull() || plot.area.isEmpty())
        return false;
    if (!m_readAt || !m_readsByKey) {
        readAt(plot.area.center(), true);
        return true;
    }
    const auto now = reading();
    const QSizeF step = now ? now->step : QSizeF(plot.area.width() / 100, plot.area.height() / 50);
    const QPointF from = now ? now->at : *m_readAt;
    const QPointF to = from + QPointF(direction.x() * step.width(), -direction.y() * step.height());
    readAt(QPointF(std::clamp(to.x(), plot.area.left(), plot.area.right() - 0.5),
                   std::clamp(to.y(), plot.area.top(), plot.area.bottom() - 0.5)),
           true);
    return true;
}

void StageView::leaveEvent(QEvent*)
{
    if (!m_readsByKey)
        readAt(std::nullopt, false);
}

} // namespace hareloom::ui
