// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepChart.h"

#include "ui/plot/FittingScale.h"
#include "ui/plot/PlotFrame.h"
#include "ui/sweep/HeatMap.h"
#include "ui/sweep/SweepCurve.h"
#include "ui/theme/Panel.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kMargin = 2 * kGrid; // around a figure
const QSizeF kRoomAtOne{320, 220};    // from which on there is room for words of 100%

/// What is left of `area` below the line that says metric and statistic.
QRectF belowHeading(const QRectF& area)
{
    return area.adjusted(0, QFontMetricsF(themeFont(TextSize::Small, QFont::DemiBold)).height() + kGrid, 0,
                         0);
}

void paintAll(QPainter& painter, const QRectF& area, const SweepPicture& picture, SweepShape shape,
              const FigureParts& parts, const Theme& theme)
{
    if (parts.heading) {
        painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
        painter.setPen(theme.text);
        paintText(painter, area.topLeft(), Qt::AlignLeft | Qt::AlignTop,
                  QFontMetricsF(painter.font()).elidedText(picture.heading(), Qt::ElideRight, area.width()));
    }
    const QRectF rest = parts.heading ? belowHeading(area) : area;
    if (isMap(picture, shape))
        HeatMap(picture, rest, theme).paint(painter);
    else
        SweepCurve(picture, rest, theme, parts.legend).paint(painter);
}

} // namespace

bool isMap(const SweepPicture& picture, SweepShape shape)
{
    return picture.up && shape == SweepShape::Map;
}

void paintSweep(QPainter& painter, const QRectF& area, const SweepPicture& picture, SweepShape shape,
                const FigureParts& parts, const Theme& theme)
{
    paintAll(painter, area.adjusted(kMargin, kMargin, -kMargin, 0), picture, shape, parts, theme);
}

SweepChart::SweepChart(QWidget* parent) : QWidget(parent), m_still(*this)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void SweepChart::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_still.invalidate();
    update();
}

SweepShape firstShape(const std::vector<SweptAxis>& dimensions)
{
    constexpr std::size_t kFewRows = 3, kManyTimes = 4;
    const bool isFlat = dimensions.size() == 2 && dimensions[1].size() <= kFewRows &&
                        dimensions[0].size() >= kManyTimes * dimensions[1].size();
    return isFlat ? SweepShape::Curves : SweepShape::Map;
}

void SweepChart::setPicture(SweepPicture picture, SweepShape shape)
{
    const bool isSame = m_picture && m_shape == shape &&
                        m_picture->across.labels() == picture.across.labels() &&
                        m_picture->rows() == picture.rows();
    m_picture = std::move(picture);
    m_shape = shape;
    if (isSame) {
        m_still.outdate();
        if (m_chosen)
            Q_EMIT read(m_picture->sentence(m_chosen->first, m_chosen->second));
    } else {
        m_still.invalidate();
        m_chosen.reset();
    }
    update();
}

bool SweepChart::isMap() const
{
    return ui::isMap(*m_picture, m_shape);
}

QRectF SweepChart::inside() const
{
    return QRectF(rect()).adjusted(2 * kGrid, 2 * kGrid, -2 * kGrid, -1.5 * kGrid);
}

std::optional<SweepChart::Point> SweepChart::pointAt(const QPointF& at) const
{
    if (!m_picture)
        return {};
    const FontScaleScope words(fittingScale(size(), kRoomAtOne));
    const QRectF area = belowHeading(inside());
    return isMap() ? HeatMap(*m_picture, area, *m_theme).cellAt(at)
                   : SweepCurve(*m_picture, area, *m_theme).pointAt(at);
}

void SweepChart::choose(std::optional<Point> point)
{
    if (point == m_chosen)
        return;
    m_chosen = point;
    Q_EMIT read(point ? m_picture->sentence(point->first, point->second) : QString());
    update();
}

void SweepChart::move(int columns, int rows)
{
    if (!m_picture)
        return;
    const auto [column, row] = m_chosen.value_or(Point{0, 0});
    const auto stepped = [](std::size_t from, int by, std::size_t size) {
        return static_cast<std::size_t>(
            std::clamp<std::int64_t>(std::int64_t(from) + by, 0, std::int64_t(size) - 1));
    };
    if (!m_chosen)
        choose(Point{0, 0});
    else
        choose(
            Point{stepped(column, columns, m_picture->across.size()), stepped(row, rows, m_picture->rows())});
}

void SweepChart::paintEvent(QPaintEvent*)
{
    const FontScaleScope words(fittingScale(size(), kRoomAtOne));
    QPainter painter(this);
    m_still.paint(painter, [this](QPainter& still) {
        paintPanel(still, rect(), *m_theme, hasFocus());
        if (m_picture)
            paintAll(still, inside(), *m_picture, m_shape, {}, *m_theme);
    });
    if (!m_picture || !m_chosen)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = belowHeading(inside());
    if (isMap())
        HeatMap(*m_picture, area, *m_theme).paintChosen(painter, m_chosen->first, m_chosen->second);
    else
        SweepCurve(*m_picture, area, *m_theme).paintChosen(painter, m_chosen->first, m_chosen->second);
}

void SweepChart::mouseMoveEvent(QMouseEvent* event)
{
    choose(pointAt(event->position()));
    setCursor(m_chosen ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void SweepChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto point = pointAt(event->position()))
        Q_EMIT activated(point->first, point->second);
}

void SweepChart::leaveEvent(QEvent*)
{
    choose({});
}

void SweepChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return move(-1, 0);
    case Qt::Key_Right:
        return move(1, 0);
    case Qt::Key_Up:
        return move(0, 1);
    case Qt::Key_Down:
        return move(0, -1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_chosen)
            Q_EMIT activated(m_chosen->first, m_chosen->second);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SweepChart::focusInEvent(QFocusEvent* event)
{
    m_still.invalidate();
    QWidget::focusInEvent(event);
}

void SweepChart::focusOutEvent(QFocusEvent* event)
{
    m_still.invalidate();
    QWidget::focusOutEvent(event);
}

} // namespace hareloom::ui
