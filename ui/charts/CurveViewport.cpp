// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/CurveViewport.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kLeastGenerations = 2;
constexpr double kLeastShare = 1e-4; // of the whole height: closer, labels could not be told apart

CurveViewport::Span scaled(const CurveViewport::Span& span, double factor, double at)
{
    const double fixed = span.low + at * span.width();
    return {fixed - (fixed - span.low) * factor, fixed + (span.high - fixed) * factor};
}

/// Not beyond home, and not wider than it.
CurveViewport::Span kept(CurveViewport::Span span, const CurveViewport::Span& home, double least)
{
    const double width = std::clamp(span.width(), std::min(least, home.width()), home.width());
    const double centre = (span.low + span.high) / 2;
    const double low = std::clamp(centre - width / 2, home.low, home.high - width);
    return {low, low + width};
}

} // namespace

void CurveViewport::setHome(const AxisRange& x, const AxisRange& y)
{
    const bool isSameKind = y.isLog == m_isLog;
    m_isLog = y.isLog;
    m_homeX = {x.low, x.high};
    m_homeY = y.isLog ? Span{std::log10(y.low), std::log10(y.high)} : Span{y.low, y.high};
    if (!m_isZoomed)
        reset();
    else if (!isSameKind)
        m_y = m_homeY;
    m_x = kept(m_x, m_homeX, kLeastGenerations);
    m_y = kept(m_y, m_homeY, kLeastShare * m_homeY.width());
}

void CurveViewport::reset()
{
    m_x = m_homeX;
    m_y = m_homeY;
    m_isZoomed = false;
}

void CurveViewport::zoom(double factor, const QPointF& at, bool across, bool up)
{
    if (across)
        m_x = kept(scaled(m_x, factor, at.x()), m_homeX, kLeastGenerations);
    if (up)
        m_y = kept(scaled(m_y, factor, at.y()), m_homeY, kLeastShare * m_homeY.width());
    m_isZoomed = m_x.width() < m_homeX.width() * 0.9999 || m_y.width() < m_homeY.width() * 0.9999;
}

void CurveViewport::pan(double across, double up)
{
    const double dx = across * m_x.width(), dy = up * m_y.width();
    m_x = kept({m_x.low + dx, m_x.high + dx}, m_homeX, kLeastGenerations);
    m_y = kept({m_y.low + dy, m_y.high + dy}, m_homeY, kLeastShare * m_homeY.width());
}

double CurveViewport::placed(double value) const
{
    if (!m_isLog)
        return std::isfinite(value) ? value : std::nan("");
    if (value == 0)
        return m_homeY.low; // the floor
    return std::isfinite(value) && value > 0 ? std::log10(value) : std::nan("");
}

AxisRange CurveViewport::rangeY() const
{
    if (!m_isLog)
        return {m_y.low, m_y.high, false};
    return {std::pow(10, m_y.low), std::pow(10, m_y.high), true};
}

} // namespace hareloom::ui
