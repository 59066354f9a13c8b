// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/PointsCanvas.h"

#include <QKeyEvent>
#include <QPainter>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hareloom::ui {

namespace {

constexpr double kSprayRadius = 14, kEraseRadius = 14; // pixels
constexpr int kDrops = 3;                              // points for each movement of the mouse
constexpr std::size_t kMostPoints = 20'000;            // they are written into the experiment
constexpr double kDecimals = 1000;
constexpr double kKeySteps = 40; // across the canvas

double rounded(double value)
{
    return std::round(value * kDecimals) / kDecimals;
}

} // namespace

PointsCanvas::PointsCanvas(QWidget* parent) : Canvas(parent)
{
    setAccessibleName(tr("Points to draw"));
    setToolTip(tr("Click to set a point, drag to spray; the right button erases. Keys: the arrows move the "
                  "crosshair, Return sets a point, Delete erases."));
}

// The axes grow with the points, but do not jump about while they are drawn.
void PointsCanvas::setPoints(const PointRows& points)
{
    m_points.clear();
    for (const auto& row : points)
        if (row.size() == 2)
            m_points.push_back(row);
    for (const auto& row : m_points) {
        const bool isInside =
            row[0] >= m_x.low && row[0] <= m_x.high && row[1] >= m_y.low && row[1] <= m_y.high;
        if (isInside)
            continue;
        m_x = padded(std::min(m_x.low, row[0]), std::max(m_x.high, row[0]), 0.05);
        m_y = padded(std::min(m_y.low, row[1]), std::max(m_y.high, row[1]), 0.05);
    }
    update();
}

QString PointsCanvas::invitation() const
{
    return m_points.empty() ? tr("Click or drag to set points") : QString();
}

void PointsCanvas::add(const QPointF& value)
{
    const bool isInside =
        value.x() >= m_x.low && value.x() <= m_x.high && value.y() >= m_y.low && value.y() <= m_y.high;
    if (isInside && m_points.size() < kMostPoints)
        m_points.push_back({rounded(value.x()), rounded(value.y())});
}

void PointsCanvas::spray(const QPointF& position)
{
    auto& random = *QRandomGenerator::global();
    for (int i = 0; i < kDrops; ++i) {
        const double radius = kSprayRadius * std::sqrt(random.generateDouble());
        const double angle = 2 * std::numbers::pi * random.generateDouble();
        add(valueAt(position + radius * QPointF(std::cos(angle), std::sin(angle))));
    }
}

void PointsCanvas::erase(const QPointF& position)
{
    const PlotFrame plot = frame();
    std::erase_if(m_points, [&](const std::vector<double>& row) {
        const QPointF off = plot.at(row[0], row[1]) - position;
        return std::hypot(off.x(), off.y()) <= kEraseRadius;
    });
}

void PointsCanvas::mousePressEvent(QMouseEvent* event)
{
    m_isDrawing = true;
    if (event->button() == Qt::RightButton)
        erase(event->position());
    else
        add(valueAt(event->position()));
    update();
}

void PointsCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isDrawing)
        return;
    event->buttons() & Qt::RightButton ? erase(event->position()) : spray(event->position());
    update();
}

void PointsCanvas::mouseReleaseEvent(QMouseEvent*)
{
    if (std::exchange(m_isDrawing, false))
        Q_EMIT drawn(m_points);
}

void PointsCanvas::move(double right, double up)
{
    m_cross.setX(std::clamp(m_cross.x() + right * (m_x.high - m_x.low) / kKeySteps, m_x.low, m_x.high));
    m_cross.setY(std::clamp(m_cross.y() + up * (m_y.high - m_y.low) / kKeySteps, m_y.low, m_y.high));
}

void PointsCanvas::keyPressEvent(QKeyEvent* event)
{
    const double stride = event->modifiers() & Qt::ShiftModifier ? 5 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        move(-stride, 0);
        break;
    case Qt::Key_Right:
        move(stride, 0);
        break;
    case Qt::Key_Up:
        move(0, stride);
        break;
    case Qt::Key_Down:
        move(0, -stride);
        break;
    case Qt::Key_Return:
    case Qt::Key_Space:
        add(m_cross);
        Q_EMIT drawn(m_points);
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        erase(frame().at(m_cross.x(), m_cross.y()));
        Q_EMIT drawn(m_points);
        break;
    default:
        Canvas::keyPressEvent(event);
        return;
    }
    update();
}

void PointsCanvas::paintData(QPainter& painter, const PlotFrame& frame, const Theme& theme)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.realData);
    for (const auto& row : m_points)
        painter.drawEllipse(frame.at(row[0], row[1]), 2, 2);
    if (!hasFocus())
        return;
    painter.setPen(QPen(theme.accent, 1, Qt::DashLine));
    const QPointF at = frame.at(m_cross.x(), m_cross.y());
    painter.drawLine(QPointF(frame.area().left(), at.y()), QPointF(frame.area().right(), at.y()));
    painter.drawLine(QPointF(at.x(), frame.area().top()), QPointF(at.x(), frame.area().bottom()));
}

} // namespace hareloom::ui
