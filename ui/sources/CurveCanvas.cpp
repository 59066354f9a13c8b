// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/CurveCanvas.h"

#include "ui/theme/OkLab.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr std::size_t kGridPoints = 101; // as fine as a hand draws
constexpr double kKeyStep = 0.05;
constexpr std::size_t kKeyReach = 6; // grid points on each side that a key lifts, less and less
constexpr double kDecimals = 1000;   // heights are kept short to be read in the file

} // namespace

CurveCanvas::CurveCanvas(QWidget* parent) : Canvas(parent)
{
    setAccessibleName(tr("Density to draw"));
    setToolTip(
        tr("Drag to draw the density; the right button erases. Keys: Left and Right choose a place, Up and "
           "Down raise and lower it, Delete takes it to zero."));
}

void CurveCanvas::setCurve(double low, double high, const std::vector<double>& heights)
{
    m_low = low;
    m_high = low < high ? high : low + 1;
    m_heights = heights.size() < 2 ? std::vector<double>{0, 0} : heights;
    const double highest = *std::max_element(m_heights.begin(), m_heights.end());
    // Drawn curves are shown as they were drawn; others are scaled to fit.
    if (highest > 1)
        for (double& height : m_heights)
            height /= highest;
    m_place = std::min(m_place, kGridPoints - 1);
    update();
}

// The same curve on the grid that a hand can draw on.
void CurveCanvas::refine()
{
    if (m_heights.size() == kGridPoints)
        return;
    std::vector<double> fine(kGridPoints);
    const auto pieces = static_cast<double>(m_heights.size() - 1);
    for (std::size_t i = 0; i < kGridPoints; ++i) {
        const double place = pieces * static_cast<double>(i) / (kGridPoints - 1);
        const auto left = std::min(static_cast<std::size_t>(place), m_heights.size() - 2);
        const double share = place - static_cast<double>(left);
        const double height = m_heights[left] * (1 - share) + m_heights[left + 1] * share;
        fine[i] = std::round(height * kDecimals) / kDecimals;
    }
    m_heights = std::move(fine);
}

void CurveCanvas::drawTo(const QPointF& position, bool erases)
{
    const QPointF now = valueAt(position);
    const double step = (m_high - m_low) / (kGridPoints - 1);
    const auto gridPoint = [&](double x) {
        return std::clamp<long>(std::lround((x - m_low) / step), 0, kGridPoints - 1);
    };
    const long from = gridPoint(m_last.x()), to = gridPoint(now.x());
    for (long i = std::min(from, to); i <= std::max(from, to); ++i) {
        const double share = from == to ? 1 : static_cast<double>(i - from) / static_cast<double>(to - from);
        const double height = erases ? 0 : m_last.y() + (now.y() - m_last.y()) * share;
        m_heights[static_cast<std::size_t>(i)] =
            std::round(std::clamp(height, 0.0, 1.0) * kDecimals) / kDecimals;
    }
    m_last = now;
    update();
}

void CurveCanvas::mousePressEvent(QMouseEvent* event)
{
    refine();
    m_isDrawing = true;
    m_last = valueAt(event->position());
    drawTo(event->position(), event->button() == Qt::RightButton);
}

void CurveCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isDrawing)
        drawTo(event->position(), event->buttons() & Qt::RightButton);
}

void CurveCanvas::mouseReleaseEvent(QMouseEvent*)
{
    if (std::exchange(m_isDrawing, false))
        Q_EMIT drawn(m_heights);
}

void CurveCanvas::raise(double by)
{
    refine();
    for (std::size_t i = 0; i < kGridPoints; ++i) {
        const double away = std::abs(static_cast<double>(i) - static_cast<double>(m_place)) / (kKeyReach + 1);
        if (away < 1)
            m_heights[i] =
                std::round(std::clamp(m_heights[i] + by * (1 - away), 0.0, 1.0) * kDecimals) / kDecimals;
    }
    Q_EMIT drawn(m_heights);
}

void CurveCanvas::keyPressEvent(QKeyEvent* event)
{
    const std::size_t stride = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        m_place -= std::min(m_place, stride);
        break;
    case Qt::Key_Right:
        m_place = std::min(m_place + stride, kGridPoints - 1);
        break;
    case Qt::Key_Home:
        m_place = 0;
        break;
    case Qt::Key_End:
        m_place = kGridPoints - 1;
        break;
    case Qt::Key_Up:
        raise(kKeyStep * static_cast<double>(stride));
        break;
    case Qt::Key_Down:
        raise(-kKeyStep * static_cast<double>(stride));
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        raise(-1);
        break;
    default:
        Canvas::keyPressEvent(event);
        return;
    }
    update();
}

void CurveCanvas::paintData(QPainter& painter, const PlotFrame& frame, const Theme& theme)
{
    QPainterPath line;
    const auto last = static_cast<double>(m_heights.size() - 1);
    for (std::size_t i = 0; i < m_heights.size(); ++i) {
        const QPointF at = frame.at(m_low + (m_high - m_low) * static_cast<double>(i) / last, m_heights[i]);
        i == 0 ? line.moveTo(at) : line.lineTo(at);
    }
    QPainterPath area = line;
    area.lineTo(frame.area().bottomRight());
    area.lineTo(frame.area().bottomLeft());
    painter.fillPath(area, withAlpha(theme.realData, 0.15));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.realData, 2));
    painter.drawPath(line);
    if (!hasFocus())
        return;
    const double x = m_low + (m_high - m_low) * static_cast<double>(m_place) / (kGridPoints - 1);
    painter.setPen(QPen(theme.accent, 1, Qt::DashLine));
    painter.drawLine(frame.at(x, 0), frame.at(x, 1));
}

} // namespace hareloom::ui
