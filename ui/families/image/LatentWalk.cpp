// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/image/LatentWalk.h"

#include "ui/plot/PlotFrame.h"
#include "ui/theme/OkLab.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

namespace hareloom::ui {

namespace {

constexpr int kPictureSide = 56; // about; a whole multiple of the image's own
constexpr double kPadding = 10;

QSize pictureSize(const VaeArchitecture& a)
{
    const int scale = std::max(1, kPictureSide / std::max(a.width, a.height));
    return QSize(a.width, a.height) * scale;
}

} // namespace

LatentWalk::LatentWalk(StageView& view) : StageOverlay(&view), m_view(view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Pictures between latent points"));
    view.installEventFilter(this);
    connect(&m_decoder, &LatentDecoder::decoded, this, &LatentWalk::show);
    setGeometry(view.rect());
    hide();
}

void LatentWalk::setTheme(const Theme& theme)
{
    m_theme = &theme;
    clear(); // its tones are the theme's
}

bool LatentWalk::eventFilter(QObject*, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
        setGeometry(m_view.rect());
        clear();
        break;
    case QEvent::MouseButtonPress:
        if (static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
            begin();
        break;
    case QEvent::MouseButtonRelease:
        if (m_step == Step::Walks)
            m_step = m_end && m_start && !(*m_end->point == *m_start->point) ? Step::Rests : Step::Reads;
        break;
    case QEvent::Wheel:
        clear();
        break;
    case QEvent::KeyPress:
        return takeKey(static_cast<QKeyEvent*>(event)->key());
    case QEvent::Paint: // whatever has changed, the view paints itself
        if (!std::exchange(m_looksSoon, true))
            QTimer::singleShot(0, this, &LatentWalk::look);
        break;
    default:
        break;
    }
    return false;
}

bool LatentWalk::takeKey(int key)
{
    if (key == Qt::Key_Escape)
        clear();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (m_step == Step::Walks)
        m_step = Step::Rests;
    else if (read())
        begin();
    return m_step != Step::Reads;
}

void LatentWalk::begin()
{
    clear();
    m_start = m_end = read(); // a press that no move came before reads nothing yet
    m_step = Step::Walks;
}

void LatentWalk::clear()
{
    m_step = Step::Reads;
    m_start.reset();
    m_end.reset();
    m_asked.reset();
    m_pictures.reset();
    m_problem.clear();
    hide();
}

std::optional<LatentWalk::End> LatentWalk::read() const
{
    const auto reading = m_view.reading();
    const auto point = reading ? std::dynamic_pointer_cast<const LatentPoint>(reading->detail) : nullptr;
    return point ? std::optional(End{reading->at, point}) : std::nullopt;
}

void LatentWalk::look()
{
    m_looksSoon = false;
    if (m_mode != m_view.options().mode)
        clear();
    m_mode = m_view.options().mode;
    if (m_step == Step::Rests)
        return;
    auto now = read();
    if (m_step == Step::Walks && !m_start) {
        m_start = now;
        if (!now)
            return;
    }
    if (m_step == Step::Walks && (!now || now->point->decoder != m_start->point->decoder))
        return; // outside the images: the walk ends where it last was
    const bool isAlone = m_step == Step::Reads || *now->point == *m_start->point;
    if (!now ||
        (isAlone && (now->point->isPicture || !now->point->hasPlace() || !now->point->decoder->weights()))) {
        if (m_asked || !m_problem.isEmpty()) {
            const Step step = m_step;
            const auto start = m_start;
            clear();
            m_step = step;
            m_start = m_end = start;
        }
        return;
    }
    m_end = now;
    if (!now->point->hasPlace() || !now->point->decoder->weights()) {
        m_problem =
            !now->point->hasPlace()
                ? tr("This session was made before planes were kept; a new run can draw between points.")
                : tr("The weights of generation %1 were not kept, so nothing can be drawn here; "
                     "model.keepEvery says which are.")
                      .arg(now->point->generation);
        m_pictures.reset();
        tell();
        return;
    }
    LatentJob job{isAlone ? *now->point : *m_start->point, *now->point, isAlone ? 1 : kPictures};
    if (m_asked && *m_asked == job)
        return;
    m_asked = job;
    m_decoder.ask(std::move(job));
}

void LatentWalk::show(const LatentPictures& pictures)
{
    if (!m_asked)
        return; // asked for before it was cleared
    m_problem = pictures.problem;
    m_pictures.reset();
    if (pictures.problem.isEmpty())
        m_pictures = pictures;
    tell();
}

void LatentWalk::tell()
{
    const bool isNew = accessibleDescription() != caption();
    setAccessibleDescription(caption());
    QWidget::show();
    raise();
    update();
    if (!isNew || m_step == Step::Reads)
        return;
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QString LatentWalk::caption() const
{
    if (!m_pictures)
        return m_problem;
    const LatentJob& job = m_pictures->job;
    const QString by = tr("drawn by generation %1").arg(job.to.generation);
    if (job.count == 1)
        return tr("%1, %2").arg(job.to.name, by);
    return tr("From %1 to %2, %3").arg(job.from.name, job.to.name, by);
}

// At the foot of the stage, or at its head where the foot is being looked at or covered by what is read.
QRectF LatentWalk::panelFor(const QSizeF& size) const
{
    const QPointF eye = m_end ? m_end->at : QPointF();
    const double left = (width() - size.width()) / 2.0;
    const bool isAbove = eye.y() > height() * 0.4;
    return {QPointF(left, isAbove ? 2 * kGrid : height() - size.height() - 2 * kGrid), size};
}

void LatentWalk::paintLine(QPainter& painter) const
{
    if (!m_start || !m_end || m_step == Step::Reads || m_start->at == m_end->at)
        return;
    for (const auto& [colour, width] : {std::pair(m_theme->surface, 5), std::pair(m_theme->text, 2)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(m_start->at, m_end->at);
    }
    painter.setPen(QPen(m_theme->surface, 2));
    painter.setBrush(m_theme->text);
    for (const QPointF& end : {m_start->at, m_end->at})
        painter.drawEllipse(end, 5, 5);
}

void LatentWalk::paintPanel(QPainter& painter) const
{
    const QFont font = themeFont(TextSize::Small);
    const QFontMetricsF metrics(font);
    const double widest = width() - 4.0 * kGrid;
    const int count = m_pictures ? m_pictures->job.count : 0;
    const VaeArchitecture* a = m_pictures ? &m_pictures->job.to.decoder->architecture() : nullptr;
    WallPlan plan;
    if (a) {
        const QSizeF cell = pictureSize(*a);
        plan =
            planWall(QRectF(0, 0, std::min(widest - 2 * kPadding, count * (cell.width() + 4)), cell.height()),
                     count, QSize(a->width, a->height), count);
    }
    const QString words = metrics.elidedText(caption(), Qt::ElideRight, widest - 2 * kPadding);
    const QSizeF size(std::max(plan.area.width(), metrics.horizontalAdvance(words)) + 2 * kPadding,
                      plan.area.height() + metrics.height() + (a ? 6 : 0) + 2 * kPadding);
    const QRectF panel = panelFor(size);
    painter.setPen(QPen(m_theme->line, 1));
    painter.setBrush(withAlpha(m_theme->raised, 0.96));
    painter.drawRoundedRect(panel, kGrid / 2, kGrid / 2);
    if (a) {
        plan.area.moveTopLeft({panel.center().x() - plan.area.width() / 2, panel.top() + kPadding});
        paintWall(painter, plan, m_pictures->pixels, QSize(a->width, a->height), m_pictures->job.to.tones);
    }
    painter.setFont(font);
    painter.setPen(m_theme->text);
    paintText(painter, {panel.center().x(), panel.bottom() - kPadding}, Qt::AlignHCenter | Qt::AlignBottom,
              words);
}

void LatentWalk::paintEvent(QPaintEvent*)
{
    if (caption().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLine(painter);
    paintPanel(painter);
}

} // namespace hareloom::ui
