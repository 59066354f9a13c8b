// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/GalleryCard.h"

#include "ui/families/Faces.h"
#include "ui/language/Joining.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/Icons.h"
#include "ui/theme/OkLab.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kWidth = 264, kBodyLines = 3, kParagraphLines = 3, kPadding = 12;
constexpr int kFrameMs = 90;
constexpr double kRealScale = 0.5;  // what fills a stage, on a card
constexpr double kBeginning = 0.12; // of a preset's run, which a card plays

double lineHeight(TextSize size)
{
    return QFontMetricsF(themeFont(size, QFont::DemiBold)).height();
}

double pictureHeight()
{
    return 96 * fontScale();
}

/// Draws at most `most` lines, the last one shortened; how many.
int paintLines(QPainter& painter, const QRectF& area, QString text, int most)
{
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QTextLayout layout(text, painter.font());
    const QFontMetricsF metrics(painter.font());
    layout.beginLayout();
    double y = area.top();
    int n = 0;
    while (n < most) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        ++n;
        line.setLineWidth(area.width());
        QString words = text.mid(line.textStart(), line.textLength());
        if (n == most)
            words = metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, area.width());
        words.remove(QChar::LineSeparator);
        painter.drawText(QPointF(area.left(), y + metrics.ascent()), words);
        y += metrics.height();
    }
    layout.endLayout();
    return n;
}

} // namespace

GalleryCard::GalleryCard(Face face, QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    m_timer.setInterval(kFrameMs);
    connect(&m_timer, &QTimer::timeout, this, &GalleryCard::advance);
    setFace(std::move(face));
}

GalleryCard::~GalleryCard() = default;

void GalleryCard::setFace(Face face)
{
    m_face = std::move(face);
    setText(m_face.title);
    setAccessibleName(m_face.title);
    const QString kind = faceOf(m_face.family.toStdString()).title();
    setAccessibleDescription(
        inARow(QStringList{m_face.body} + m_face.paragraphs + QStringList{m_face.foot, kind}));
    update();
}

void GalleryCard::setFoot(const QString& words)
{
    Face face = m_face;
    face.foot = words;
    setFace(std::move(face));
}

void GalleryCard::setBody(const QString& words)
{
    Face face = m_face;
    face.body = words;
    setFace(std::move(face));
}

void GalleryCard::setTheme(const Theme& theme)
{
    m_theme = &theme;
    updateGeometry();
    update();
}

void GalleryCard::setPreview(PreviewPtr preview, bool isOwn)
{
    m_stage.reset();
    m_preview = std::move(preview);
    m_isOwn = isOwn;
    if (m_preview && !m_preview->links.empty() && m_preview->links.front()->snapshot) {
        m_stage = faceOf(m_preview->experiment.family).makeStage(*m_preview->links.front()->snapshot);
        if (m_stage)
            m_stage->setOrigin({m_preview->experiment, m_preview->links.front(), nullptr, {}});
        m_shown = restsOn();
    }
    look();
    update();
}

void GalleryCard::setRealData(const RealData& real)
{
    m_real = real;
    update();
}

std::size_t GalleryCard::restsOn() const
{
    return m_isOwn ? m_preview->links.size() - 1 : 0;
}

// Of a few links at least the second, so that something moves.
std::size_t GalleryCard::playsTo() const
{
    const std::size_t last = m_preview->links.size() - 1;
    const double goal = kBeginning * m_preview->links.back()->index;
    std::size_t end = 0;
    while (end < last && (end == 0 || m_preview->links[end]->index < goal))
        ++end;
    return m_isOwn ? last : end;
}

QSize GalleryCard::sizeHint() const
{
    const auto more = static_cast<double>(m_face.paragraphs.size());
    const double words = lineHeight(TextSize::Body) + (kBodyLines + 1) * lineHeight(TextSize::Small) +
                         more * (kParagraphLines * lineHeight(TextSize::Small) + kGrid / 2.0);
    return {static_cast<int>(std::lround(kWidth * std::min(1.5, fontScale()))),
            static_cast<int>(std::lround(pictureHeight() + words + 2 * kPadding + 3.5 * kGrid))};
}

// Plays while it is hovered or has the focus.
void GalleryCard::look()
{
    const bool isWatched = (underMouse() || hasFocus()) && isVisible();
    if (isWatched && m_stage && m_preview->links.size() > 1 && !m_reducedMotion) {
        if (!m_timer.isActive()) {
            m_shown = 0;
            m_timer.start();
        }
    } else {
        m_timer.stop();
        m_shown = m_preview && !m_preview->links.empty() ? restsOn() : 0;
    }
    update();
}

void GalleryCard::advance()
{
    m_shown = m_shown >= playsTo() ? 0 : m_shown + 1;
    update();
}

bool GalleryCard::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverLeave:
    case QEvent::Hide:
        look();
        break;
    case QEvent::ShortcutOverride: // arrows and letters are the gallery's here, not the laboratory's
        if (!(static_cast<QKeyEvent*>(event)->modifiers() &
              (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) &&
            (static_cast<QKeyEvent*>(event)->key() < Qt::Key_F1 ||
             static_cast<QKeyEvent*>(event)->key() > Qt::Key_F35))
            event->accept();
        break;
    default:
        break;
    }
    return QAbstractButton::event(event);
}

void GalleryCard::focusInEvent(QFocusEvent* event)
{
    QAbstractButton::focusInEvent(event);
    look();
}

void GalleryCard::focusOutEvent(QFocusEvent* event)
{
    QAbstractButton::focusOutEvent(event);
    look();
}

void GalleryCard::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        click();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_isRemovable)
            Q_EMIT removeRequested();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        Q_EMIT moveRequested(event->key());
        return;
    default:
        break;
    }
    const bool isLetter = !event->text().isEmpty() && event->text().front().isPrint() &&
                          !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (isLetter)
        Q_EMIT typed(event->text());
    else
        event->ignore(); // Escape, F-keys: the gallery's
}

void GalleryCard::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_isRemovable)
        return;
    QMenu menu(this);
    if (!m_face.isMissing)
        menu.addAction(tr("Open"), this, &QAbstractButton::click);
    menu.addAction(tr("Remove from this list"), this, &GalleryCard::removeRequested);
    menu.exec(event->globalPos());
}

void GalleryCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.setPen(hasFocus() ? QPen(m_theme->accent, 3)
                              : QPen(underMouse() ? m_theme->muted : m_theme->line, 1));
    painter.setBrush(isDown() ? m_theme->grid : m_theme->surface);
    painter.drawRoundedRect(card, kGrid, kGrid);
    const QRectF inside = card.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    QRectF picture = inside;
    picture.setHeight(pictureHeight());
    paintPicture(painter, picture);
    paintTag(painter, picture);
    paintWords(painter, inside.adjusted(0, picture.height() + kGrid, 0, 0));
}

void GalleryCard::paintPicture(QPainter& painter, const QRectF& area)
{
    if (!m_stage && m_real) {
        painter.save();
        painter.setClipRect(area);
        const double below = QFontMetricsF(themeFont(TextSize::Small)).height() + kGrid; // the tag
        painter.translate(area.left(), area.top() + below);
        painter.scale(kRealScale, kRealScale);
        const QSizeF room = (area.size() - QSizeF(0, below)) / kRealScale;
        faceOf(m_face.family.toStdString())
            .paintRealData(painter, QRectF(QPointF(0, 0), room), *m_real, false, *m_theme);
        painter.restore();
        return;
    }
    if (!m_stage) {
        const double side = 40 * fontScale();
        const QRectF spot(area.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
        ui::icon(faceOf(m_face.family.toStdString()).glyph(),
                 m_face.isMissing ? m_theme->line : m_theme->muted)
            .paint(&painter, spot.toRect());
        return;
    }
    const std::size_t last = m_preview->links.size() - 1;
    const GenerationPtr& link = m_preview->links[std::min(m_shown, last)];
    const double share = double(link->index) / std::max<double>(1, double(m_preview->experiment.generations));
    painter.save();
    painter.setClipRect(area);
    m_stage->paintThumbnail(painter, area, link, share, {}, *m_theme);
    painter.restore();
    if (!m_timer.isActive())
        return;
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    painter.setPen(m_theme->generationText(share));
    paintFigures(painter, area.topRight(), Qt::AlignRight | Qt::AlignTop, QString::number(link->index));
}

// The family, small: it is the answer to no question yet.
void GalleryCard::paintTag(QPainter& painter, const QRectF& area) const
{
    const QString kind = faceOf(m_face.family.toStdString()).title();
    const QString words = m_face.step > 0 ? tr("%1 · %2").arg(m_face.step).arg(kind) : kind;
    if (words.isEmpty())
        return;
    painter.setFont(themeFont(TextSize::Small, m_face.step > 0 ? QFont::DemiBold : QFont::Normal));
    const QFontMetricsF metrics(painter.font());
    const QRectF tag(area.topLeft(), QSizeF(metrics.horizontalAdvance(words) + 12, metrics.height() + 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(m_theme->window, 0.92));
    painter.drawRoundedRect(tag, 5, 5);
    painter.setPen(m_theme->muted);
    paintText(painter, tag.center(), Qt::AlignHCenter | Qt::AlignVCenter, words);
}

// A title that takes two lines leaves the sentence two.
void GalleryCard::paintWords(QPainter& painter, const QRectF& area) const
{
    painter.setPen(m_face.isMissing ? m_theme->muted : m_theme->text);
    painter.setFont(themeFont(TextSize::Body, QFont::DemiBold));
    const int lines = paintLines(painter, area, m_face.title, 2);
    painter.setPen(m_theme->muted);
    painter.setFont(themeFont(TextSize::Small));
    const double top = area.top() + lines * lineHeight(TextSize::Body) + 2;
    paintLines(painter, QRectF(area.left(), top, area.width(), 0), m_face.body, kBodyLines + 1 - lines);
    double next =
        area.top() + lineHeight(TextSize::Body) + kBodyLines * lineHeight(TextSize::Small) + kGrid / 2.0;
    painter.setPen(m_theme->text);
    for (const QString& paragraph : m_face.paragraphs) {
        paintLines(painter, QRectF(area.left(), next, area.width(), 0), paragraph, kParagraphLines);
        next += kParagraphLines * lineHeight(TextSize::Small) + kGrid / 2.0;
    }
    painter.setPen(m_theme->muted);
    const double foot = QFontMetricsF(painter.font()).height();
    paintLines(painter, QRectF(area.left(), area.bottom() - foot, area.width(), 0), m_face.foot, 1);
}

} // namespace hareloom::ui
