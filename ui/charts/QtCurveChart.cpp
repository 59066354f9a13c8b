// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/QtCurveChart.h"

#include "ui/charts/QtCurveSeries.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kZoomStep = 0.8, kWheelNotch = 120, kPanStep = 0.1;
constexpr double kDragStarts = 4; // pixels
constexpr double kPixelsPerGenerationTick = 80, kPixelsPerTick = 48;

void label(QCategoryAxis& axis, const CurveViewport::Span& span, const std::vector<Tick>& ticks, bool isLog)
{
    for (const QString& old : axis.categoriesLabels())
        axis.remove(old);
    axis.setRange(span.low, span.high);
    axis.setStartValue(span.low);
    for (const Tick& tick : ticks)
        axis.append(tick.label, isLog ? std::log10(tick.value) : tick.value);
}

} // namespace

/// Paints the shown generation and the one pointed at over the series.
class QtCurveChart::View : public QChartView
{
public:
    View(QChart* chart, QtCurveChart& owner) : QChartView(chart, &owner), m_owner(owner) {}

protected:
    void drawForeground(QPainter* painter, const QRectF&) override { m_owner.paintOver(*painter); }

private:
    QtCurveChart& m_owner;
};

CurveChart* makeCurveChart(QWidget* parent)
{
    return new QtCurveChart(parent);
}

QtCurveChart::QtCurveChart(QWidget* parent)
    : CurveChart(parent), m_chart(new QChart), m_across(new QCategoryAxis), m_up(new QCategoryAxis)
{
    m_chartView = new View(m_chart, *this);
    m_chart->legend()->hide();
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundRoundness(0);
    m_chart->setMargins(QMargins(kGrid, kGrid, 3 * kGrid, kGrid));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->addAxis(m_across, Qt::AlignBottom);
    m_chart->addAxis(m_up, Qt::AlignLeft);
    for (QCategoryAxis* axis : {m_across, m_up}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setTruncateLabels(false);
        axis->setLabelsFont(themeFont(TextSize::Small));
        axis->setTitleFont(themeFont(TextSize::Small));
    }
    m_series = std::make_unique<QtCurveSeries>(*m_chart, *m_across, *m_up);
    m_chartView->setRenderHint(QPainter::Antialiasing);
    m_chartView->setFrameShape(QFrame::NoFrame);
    m_chartView->setFocusPolicy(Qt::NoFocus);
    m_chartView->setContextMenuPolicy(Qt::NoContextMenu);
    m_chartView->viewport()->setMouseTracking(true);
    m_chartView->viewport()->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3, 3, 3, 3);
    column->addWidget(m_chartView);
    setFocusPolicy(Qt::StrongFocus);
    setTheme(*m_theme);
}

QtCurveChart::~QtCurveChart() = default;

void QtCurveChart::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_chart->setBackgroundBrush(theme.surface);
    m_chart->setPlotAreaBackgroundVisible(false);
    for (QCategoryAxis* axis : {m_across, m_up}) {
        axis->setLabelsColor(theme.muted);
        axis->setTitleBrush(theme.muted);
        axis->setGridLineColor(theme.grid);
        axis->setLinePenColor(theme.line);
    }
    m_chartView->setBackgroundBrush(theme.surface);
    update();
}

void QtCurveChart::setPlot(CurvePlot plot)
{
    m_plot = std::move(plot);
    m_across->setTitleText(m_plot.xTitle);
    m_up->setTitleText(m_plot.yTitle);
    m_view.setHome(m_plot.x, m_plot.y);
    lookAgain();
}

void QtCurveChart::setMarker(double generation)
{
    m_plot.marker = generation;
    m_chartView->viewport()->update();
}

void QtCurveChart::resetView()
{
    m_view.reset();
    lookAgain();
}

void QtCurveChart::lookAgain()
{
    labelAxes();
    m_series->fill(m_plot, m_view, std::max(64, static_cast<int>(plotArea().width())));
    m_chartView->viewport()->update();
}

void QtCurveChart::labelAxes()
{
    const QRectF area = plotArea();
    const auto count = [](double length, double each) {
        return std::max(2, static_cast<int>(length / each));
    };
    label(*m_across, m_view.x(), wholeTicks(m_view.rangeX(), count(area.width(), kPixelsPerGenerationTick)),
          false);
    std::vector<Tick> up = niceTicks(m_view.rangeY(), count(area.height(), kPixelsPerTick));
    const QString offset = shortenLabels(up, m_view.rangeY());
    m_up->setTitleText(m_plot.yTitle.isEmpty() || offset.isEmpty()
                           ? m_plot.yTitle + offset
                           : QStringLiteral("%1 (%2)").arg(m_plot.yTitle, offset));
    label(*m_up, m_view.y(), up, m_view.isLog());
}

QRectF QtCurveChart::plotArea() const
{
    return m_chart->plotArea().translated(m_chartView->pos());
}

QPointF QtCurveChart::shareAt(const QPointF& at) const
{
    const QRectF area = m_chart->plotArea();
    return {(at.x() - area.left()) / std::max(1.0, area.width()),
            (area.bottom() - at.y()) / std::max(1.0, area.height())};
}

int QtCurveChart::generationAt(const QPointF& at) const
{
    if (!m_chart->plotArea().adjusted(-2, 0, 2, 0).contains(at))
        return -1;
    const double x = m_view.rangeX().valueAt(shareAt(at).x());
    return std::clamp(static_cast<int>(std::lround(x)), 0, static_cast<int>(m_plot.x.high));
}

void QtCurveChart::press(const QPointF& at)
{
    m_pressed = m_last = at;
    m_isPressed = true;
    m_hasDragged = false;
    setFocus(Qt::MouseFocusReason);
}

void QtCurveChart::drag(const QPointF& at, bool isDown)
{
    m_hasDragged |= isDown && m_isPressed && (at - m_pressed).manhattanLength() > kDragStarts;
    if (isDown && m_hasDragged) {
        const QRectF area = m_chart->plotArea();
        m_view.pan((m_last.x() - at.x()) / area.width(), (at.y() - m_last.y()) / area.height());
        m_last = at;
        lookAgain();
    }
    const int generation = generationAt(at);
    if (generation == m_hovered)
        return;
    m_hovered = generation;
    m_chartView->viewport()->update();
    Q_EMIT generationHovered(generation);
}

void QtCurveChart::release(const QPointF& at)
{
    const int generation = generationAt(at);
    if (m_isPressed && !m_hasDragged && generation >= 0)
        Q_EMIT generationChosen(generation);
    m_isPressed = false;
}

void QtCurveChart::turn(const QPointF& at, double notches, Qt::KeyboardModifiers keys)
{
    const QPointF share = shareAt(at);
    const QPointF fixed(std::clamp(share.x(), 0.0, 1.0), std::clamp(share.y(), 0.0, 1.0));
    m_view.zoom(std::pow(kZoomStep, notches), fixed, !(keys & Qt::ShiftModifier),
                !(keys & Qt::ControlModifier));
    lookAgain();
}

bool QtCurveChart::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton)
            return false;
        press(static_cast<QMouseEvent*>(event)->position());
        return true;
    case QEvent::MouseMove: {
        const auto* move = static_cast<QMouseEvent*>(event);
        drag(move->position(), move->buttons() & Qt::LeftButton);
        return true;
    }
    case QEvent::MouseButtonRelease:
        release(static_cast<QMouseEvent*>(event)->position());
        return true;
    case QEvent::MouseButtonDblClick:
        m_isPressed = false;
        resetView();
        return true;
    case QEvent::Wheel: {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        const QPoint angle = wheel->angleDelta(); // Qt turns Alt's and some platforms' Shift's wheel sideways
        turn(wheel->position(), (angle.y() != 0 ? angle.y() : angle.x()) / kWheelNotch, wheel->modifiers());
        return true;
    }
    case QEvent::Leave:
        drag({-1, -1}, false);
        return false;
    default:
        return CurveChart::eventFilter(watched, event);
    }
}

void QtCurveChart::keyPressEvent(QKeyEvent* event)
{
    const bool pans = event->modifiers() & Qt::ShiftModifier;
    const QPointF centre = m_chart->plotArea().center();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return turn(centre, 1, {});
    case Qt::Key_Minus:
        return turn(centre, -1, {});
    case Qt::Key_0:
        return resetView();
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!pans)
            break;
        m_view.pan(event->key() == Qt::Key_Left ? -kPanStep : kPanStep, 0);
        return lookAgain();
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!pans)
            break;
        m_view.pan(0, event->key() == Qt::Key_Down ? -kPanStep : kPanStep);
        return lookAgain();
    default:
        break;
    }
    CurveChart::keyPressEvent(event);
}

void QtCurveChart::resizeEvent(QResizeEvent*)
{
    lookAgain();
}

void QtCurveChart::focusInEvent(QFocusEvent*)
{
    m_chartView->viewport()->update();
}

void QtCurveChart::focusOutEvent(QFocusEvent*)
{
    m_chartView->viewport()->update();
}

void QtCurveChart::paintOver(QPainter& painter) const
{
    const QRectF area = m_chart->plotArea();
    const auto across = [&](double generation, const QPen& pen) {
        const double share = m_view.rangeX().share(generation);
        if (share < 0 || share > 1)
            return;
        painter.setPen(pen);
        const double x = area.left() + share * area.width();
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    };
    across(m_plot.marker, QPen(m_theme->muted, 1.2));
    if (m_hovered >= 0)
        across(m_hovered, QPen(m_theme->text, 1, Qt::DashLine, Qt::FlatCap));
    const double level = m_view.placed(m_plot.level);
    if (level >= m_view.y().low && level <= m_view.y().high) {
        painter.setPen(QPen(m_theme->generation(0), 1.4, Qt::DotLine, Qt::FlatCap));
        const double y = area.bottom() - (level - m_view.y().low) / m_view.y().width() * area.height();
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme->accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(m_chartView->viewport()->rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

} // namespace hareloom::ui
