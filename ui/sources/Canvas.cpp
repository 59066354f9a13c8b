// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/Canvas.h"

#include <QKeyEvent>
#include <QPainter>

namespace hareloom::ui {

namespace {

constexpr int kXTicks = 5, kYTicks = 5;

bool isOwnKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return true;
    default:
        return false;
    }
}

} // namespace

Canvas::Canvas(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Canvas::setTheme(const Theme& theme)
{
    m_theme = &theme;
    update();
}

int Canvas::heightForWidth(int width) const
{
    return static_cast<int>(width * heightShare());
}

bool Canvas::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (isOwnKey(key->key()) && !(key->modifiers() & Qt::ControlModifier)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Canvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void Canvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

PlotFrame Canvas::frame() const
{
    const int left = hasYTicks() ? 4 * kGrid : kGrid;
    const QRectF area = QRectF(rect()).adjusted(left, 1.5 * kGrid, -2 * kGrid, -3 * kGrid);
    PlotFrame::Axis x{xRange(), {}, niceTicks(xRange(), kXTicks)};
    PlotFrame::Axis y{yRange(), {}, hasYTicks() ? niceTicks(yRange(), kYTicks) : std::vector<Tick>()};
    return {area, x, y};
}

QPointF Canvas::valueAt(const QPointF& position) const
{
    const PlotFrame plot = frame();
    return {plot.xRange().valueAt((position.x() - plot.area().left()) / plot.area().width()),
            plot.yRange().valueAt((plot.area().bottom() - position.y()) / plot.area().height())};
}

void Canvas::paintEvent(QPaintEvent*)
{
    const Theme& theme = *m_theme;
    const PlotFrame plot = frame();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(TextSize::Small));
    const QRectF border = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(theme.line, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(border, 6, 6);
    plot.paintGrid(painter, theme);
    painter.save();
    painter.setClipRect(plot.area().adjusted(-4, -4, 4, 4));
    paintData(painter, plot, theme);
    painter.restore();
    plot.paintAxes(painter, theme);
    painter.setPen(theme.muted);
    paintText(painter, plot.area().center(), Qt::AlignCenter, invitation());
}

} // namespace hareloom::ui
