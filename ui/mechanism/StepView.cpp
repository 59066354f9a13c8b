// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mechanism/StepView.h"

#include "ui/mechanism/StepWords.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Panel.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kFrameMs = 16;
constexpr double kPresenterLines = 480; // as the presenter has them
constexpr double kPhaseGap = 20, kCloseRoom = 40;

bool isOurs(int key)
{
    return key == Qt::Key_Escape || key == Qt::Key_Space || key == Qt::Key_Left || key == Qt::Key_Right ||
           key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

double heightOf(TextSize size)
{
    return QFontMetricsF(themeFont(size)).height();
}

/// The names of the phases, the present one in ink over a line that grows; ends at `corner`. Returns the
/// width.
double paintPhases(QPainter& painter, const QPointF& corner, const StepClock& clock, const Theme& theme)
{
    double right = corner.x();
    for (int i = StepClock::kPhases - 1; i >= 0; --i) {
        const auto phase = static_cast<StepClock::Phase>(i);
        const bool isNow = phase == clock.phase();
        painter.setFont(themeFont(TextSize::Small, isNow ? QFont::DemiBold : QFont::Normal));
        painter.setPen(isNow ? theme.text : theme.muted);
        const QString name = phaseName(phase);
        const double width =
            QFontMetricsF(themeFont(TextSize::Small, QFont::DemiBold)).horizontalAdvance(name);
        const double left = right - width, line = corner.y() + heightOf(TextSize::Small) + 3;
        paintText(painter, {left, corner.y()}, Qt::AlignLeft | Qt::AlignTop, name);
        painter.fillRect(QRectF(left, line, width, 2), theme.grid);
        painter.fillRect(QRectF(left, line, width * std::clamp(clock.at() - i, 0.0, 1.0), 2), theme.accent);
        right = left - kPhaseGap;
    }
    return corner.x() - right;
}

} // namespace

StepView::StepView(StageScene& scene, SlowStep step, QWidget* host)
    : QWidget(host), m_scene(scene), m_step(std::move(step)), m_close(new QToolButton(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(stepTitle(m_step));
    m_close->setObjectName(QStringLiteral("quiet"));
    m_close->setToolTip(tr("Leave the slow step (Esc)"));
    m_close->setAccessibleName(m_close->toolTip());
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setCursor(Qt::ArrowCursor);
    connect(m_close, &QToolButton::clicked, this, &StepView::ended);
    connect(&m_timer, &QTimer::timeout, this, &StepView::tick);
    m_timer.setInterval(kFrameMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    host->installEventFilter(this);
    setGeometry(host->rect());
    m_sinceTick.start();
    m_timer.start();
    show(m_clock);
    QWidget::show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void StepView::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_close->setIcon(icon(Glyph::Close, theme.muted));
    update();
}

void StepView::setPresenting(bool on)
{
    m_isPresenting = on;
    update();
}

void StepView::setStill(bool on)
{
    m_isStill = on;
    show(m_clock);
}

void StepView::seek(double at)
{
    m_timer.stop();
    StepClock clock;
    clock.moveTo(at);
    show(clock);
}

QString StepView::words() const
{
    return phaseWords(m_clock.phase(), m_step, m_scene.face().rowsWord(),
                      m_scene.stage() ? m_scene.stage()->fitWords(m_step) : QString());
}

void StepView::tick()
{
    StepClock clock = m_clock;
    clock.advance(std::min(0.25, double(m_sinceTick.restart()) / 1000));
    show(clock);
}

// Who does not see it hears each phase.
void StepView::show(const StepClock& clock)
{
    m_clock = clock;
    m_clock.apply(m_step, m_isStill);
    if (m_told != m_clock.phase()) {
        m_told = m_clock.phase();
        setAccessibleDescription(words());
        QAccessibleEvent told(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&told);
    }
    update();
    if (m_clock.isOver() && m_timer.isActive()) {
        m_timer.stop();
        Q_EMIT ended();
    }
}

double StepView::zoom() const
{
    return m_isPresenting ? std::max(1.0, height() / kPresenterLines) : 1;
}

void StepView::paintStep(QPainter& painter, const QRectF& area, StageScene& scene, const SlowStep& step,
                         const StepClock& clock, const Theme& theme)
{
    Stage* stage = scene.stage();
    if (!stage)
        return;
    const QRectF inside = withinMargin(area);
    const double title = heightOf(TextSize::Title), line = heightOf(TextSize::Body) + 2;
    const double phases = paintPhases(painter, inside.topRight() - QPointF(kCloseRoom, 0), clock, theme);
    painter.setFont(themeFont(TextSize::Title, QFont::DemiBold));
    painter.setPen(theme.generationText(clock.phase() < StepClock::Fit ? step.fromShare : step.toShare));
    const double room = inside.width() - phases - kCloseRoom;
    const bool fits = painter.fontMetrics().horizontalAdvance(stepTitle(step)) <= room;
    paintText(painter, inside.topLeft(), Qt::AlignLeft | Qt::AlignTop,
              fits ? stepTitle(step) : shortStepTitle(step));
    const QRectF words(inside.left(), inside.bottom() - 2 * line, inside.width() - kGrid, 2 * line);
    stage->paintStep(painter,
                     QRectF(inside.left(), inside.top() + title + kGrid, inside.width(),
                            words.top() - inside.top() - title - 2 * kGrid),
                     step, theme);
    painter.setFont(themeFont(TextSize::Body));
    painter.setPen(theme.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     phaseWords(clock.phase(), step, scene.face().rowsWord(), stage->fitWords(step)));
}

void StepView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_isPresenting)
        painter.fillRect(rect(), m_theme->surface);
    else
        paintPanel(painter, rect(), *m_theme, hasFocus());
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = zoom();
    const FontScaleScope words(m_isPresenting ? 1.15 : fontScale());
    painter.scale(scale, scale);
    paintStep(painter, QRectF(0, 0, width() / scale, height() / scale), m_scene, m_step, m_clock, *m_theme);
}

void StepView::resizeEvent(QResizeEvent*)
{
    m_close->adjustSize();
    m_close->move(width() - m_close->width() - kGrid, kGrid);
}

// It covers its host, whatever size that has.
bool StepView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(static_cast<QWidget*>(parent())->rect());
    return QWidget::eventFilter(watched, event);
}

bool StepView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isOurs(static_cast<QKeyEvent*>(event)->key()))
        event->accept(); // before the window's own keys
    return QWidget::event(event);
}

void StepView::keyPressEvent(QKeyEvent* event)
{
    StepClock clock = m_clock;
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Space:
        m_timer.stop();
        Q_EMIT ended();
        return;
    case Qt::Key_Right:
    case Qt::Key_PageDown:
        clock.next();
        return show(clock);
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        clock.back();
        return show(clock);
    default:
        QWidget::keyPressEvent(event);
    }
}

void StepView::mousePressEvent(QMouseEvent*)
{
    StepClock clock = m_clock;
    clock.next();
    show(clock);
}

} // namespace hareloom::ui
