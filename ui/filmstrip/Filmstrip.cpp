// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filmstrip/Filmstrip.h"

#include "ui/accessible/ChartDescription.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/OkLab.h"
#include "ui/theme/Panel.h"
#include "ui/theme/PlainWords.h"

#include <QElapsedTimer>
#include <QLinearGradient>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

constexpr int kThumbnailsKept = 160;
constexpr double kPictureHeight = 69, kLeastPictureHeight = 36;
constexpr double kBudgetMs = 6; // of new pictures in one paint; the rest follow in the next
constexpr int kPage = 10;
constexpr int kWheelNotch = 120;
constexpr int kToldBehind = 5; // generations

// It is one line of several in the window: larger words would take the stage's room.
double wordScale()
{
    return std::min(fontScale(), 1.5);
}

int heightFor(double picture)
{
    const FontScaleScope limited(wordScale());
    const double words = QFontMetricsF(themeFont(TextSize::Small)).height();
    return static_cast<int>(std::lround(picture + 2 * words + FilmstripLayout::kAround));
}

} // namespace

Filmstrip::Filmstrip(StageScene& scene, const StageLook& look, GenerationCursor& cursor, QWidget* parent)
    : QWidget(parent), m_scene(scene), m_look(look), m_cursor(cursor), m_thumbnails(kThumbnailsKept)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    describeChart(
        this, {[] { return tr("Generations"); }, [this] { return summary(); }, [this] { return table(); }});
    connect(&look, &StageLook::changed, this, &Filmstrip::clearThumbnails);
    connect(&cursor, &GenerationCursor::positionChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &GenerationCursor::countChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &GenerationCursor::strideChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &GenerationCursor::rangeChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &GenerationCursor::standingChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &GenerationCursor::futureHiddenChanged, this, &Filmstrip::adaptMarks);
    adaptMarks();
    connect(&cursor, &GenerationCursor::shownChanged, this, [this] {
        adaptMarks();
        setAccessibleDescription(summary());
        ChartDescription::of(this)->announce();
        update();
    });
}

void Filmstrip::setTheme(const Theme& theme)
{
    m_theme = &theme;
    updateGeometry(); // the size of words may be another
    clearThumbnails();
}

void Filmstrip::setPlanned(int generations)
{
    m_planned = generations;
    update();
}

void Filmstrip::setMarks(const MarkedGenerations& marks)
{
    setMarks(std::vector<ChainMarks>{ChainMarks{marks, {}}});
}

void Filmstrip::setMarks(std::vector<ChainMarks> chains)
{
    m_marks.set(std::move(chains));
    update();
}

void Filmstrip::setForks(FilmstripForks forks)
{
    m_forks = std::move(forks);
    update();
}

// What is not to be seen yet is not told either.
void Filmstrip::setMarksShown(bool on)
{
    m_showsMarks = on;
    adaptMarks();
    update();
}

void Filmstrip::adaptMarks()
{
    m_lastMarked = !m_showsMarks            ? -1
                   : m_cursor.hidesFuture() ? m_cursor.shown()
                                            : std::numeric_limits<int>::max();
    m_marks.showUpTo(m_lastMarked);
    update();
}

void Filmstrip::clearThumbnails()
{
    m_thumbnails.clear();
    update();
}

QSize Filmstrip::sizeHint() const
{
    return {900, heightFor(kPictureHeight)};
}

QSize Filmstrip::minimumSizeHint() const
{
    return {320, heightFor(kLeastPictureHeight)};
}

void Filmstrip::resizeEvent(QResizeEvent* event)
{
    if (event->size().height() != event->oldSize().height())
        clearThumbnails();
}

FilmstripLayout Filmstrip::geometryNow() const
{
    const FontScaleScope limited(wordScale());
    const double words = QFontMetricsF(themeFont(TextSize::Small)).height();
    return {size(),
            m_cursor.count(),
            std::max(m_planned, m_cursor.count()),
            m_cursor.position(),
            m_cursor.stride(),
            words};
}

const QPixmap* Filmstrip::thumbnail(int index, const QSizeF& size, double budgetLeftMs)
{
    if (const QPixmap* known = m_thumbnails.object(index))
        return known;
    if (budgetLeftMs <= 0 || !m_scene.stage())
        return nullptr;
    const double ratio = devicePixelRatioF();
    auto* picture = new QPixmap((size * ratio).toSize());
    picture->setDevicePixelRatio(ratio);
    picture->fill(m_theme->surface);
    {
        QPainter painter(picture);
        m_scene.paintThumbnail(painter, QRectF(QPointF(0, 0), size), index, m_look.options(), *m_theme);
    }
    m_thumbnails.insert(index, picture);
    return picture;
}

void Filmstrip::paintEvent(QPaintEvent*)
{
    const FontScaleScope limited(wordScale());
    QPainter painter(this);
    const FilmstripLayout layout = geometryNow();
    paintPanel(painter, rect(), *m_theme, hasFocus());
    painter.setFont(themeFont(TextSize::Small));
    if (m_cursor.count() == 0) {
        painter.setPen(m_theme->muted);
        painter.drawText(rect().adjusted(0, 0, 0, -int(layout.footHeight())), Qt::AlignCenter,
                         tr("Every generation leaves a frame here"));
    }
    painter.save();
    painter.setClipRect(rect().adjusted(3, 3, -3, -3));
    paintFrames(painter, layout);
    painter.restore();
    paintTrack(painter, layout);
}

void Filmstrip::paintFrames(QPainter& painter, const FilmstripLayout& layout)
{
    QElapsedTimer clock;
    clock.start();
    const auto [first, inSight] = layout.visible();
    const int last = m_cursor.hidesFuture() ? std::min(inSight, layout.frameOf(m_cursor.shown())) : inSight;
    std::vector<int> order;
    for (int i = first; i <= last; ++i)
        order.push_back(i);
    // Where the time does not suffice for all, the eye is where the cursor is.
    std::stable_sort(order.begin(), order.end(), [shown = layout.frameOf(m_cursor.shown())](int a, int b) {
        return std::abs(a - shown) < std::abs(b - shown);
    });
    bool isWaiting = false;
    for (const int i : order) {
        const QPixmap* picture =
            thumbnail(layout.generationOf(i), layout.thumbnail(i).size(),
                      m_isUnhurried ? 1 : kBudgetMs - double(clock.nsecsElapsed()) / 1e6);
        isWaiting |= !picture;
        paintFrame(painter, layout, i, picture);
    }
    if (isWaiting && m_scene.stage())
        QMetaObject::invokeMethod(this, qOverload<>(&QWidget::update), Qt::QueuedConnection);
}

void Filmstrip::paintFrame(QPainter& painter, const FilmstripLayout& layout, int frameIndex,
                           const QPixmap* picture)
{
    const QRectF frame = layout.frame(frameIndex), inside = layout.thumbnail(frameIndex);
    const int generation = layout.generationOf(frameIndex);
    const bool isShown = frameIndex == layout.frameOf(m_cursor.shown());
    const QColor colour = m_theme->generation(m_scene.shareOf(generation));
    painter.setPen(isShown ? QPen(colour, 2.5) : QPen(m_theme->line, 1));
    painter.setBrush(isShown ? mix(m_theme->surface, colour, 0.12) : m_theme->surface);
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (picture)
        painter.drawPixmap(inside.topLeft(), *picture);
    const QString words = frameIndex == 0 ? tr("on real data") : m_marks.wordOf(frameIndex, layout);
    painter.setFont(themeFont(TextSize::Small, isShown ? QFont::DemiBold : QFont::Normal));
    painter.setPen(isShown ? m_theme->text : m_theme->muted);
    const QPointF base(frame.left() + 8, frame.bottom() - 3);
    const double used =
        paintFigures(painter, base, Qt::AlignLeft | Qt::AlignBottom, QString::number(generation));
    if (words.isEmpty() || used + QFontMetricsF(painter.font()).horizontalAdvance(words) + 22 > frame.width())
        return;
    painter.setPen(m_theme->generationText(m_scene.shareOf(generation)));
    paintText(painter, {frame.right() - 8, base.y()}, Qt::AlignRight | Qt::AlignBottom, words);
}

void Filmstrip::paintTrack(QPainter& painter, const FilmstripLayout& layout)
{
    const QRectF track = layout.track();
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->grid);
    painter.drawRoundedRect(track, 3, 3);
    if (layout.count == 0)
        return;
    QLinearGradient ramp(track.topLeft(), track.topRight());
    for (int i = 0; i <= 8; ++i)
        ramp.setColorAt(i / 8.0, m_theme->generation(i / 8.0));
    painter.setBrush(ramp);
    painter.drawRoundedRect(QRectF(track.topLeft(), QPointF(layout.trackX(layout.count - 1), track.bottom())),
                            3, 3);
    m_forks.paint(painter, layout, *m_theme, m_lastMarked);
    paintRange(painter, layout);
    paintPace(painter, layout, m_marks.paint(painter, layout, *m_theme));
    const QPointF handle(layout.trackX(m_cursor.position()), track.center().y());
    painter.setPen(QPen(m_theme->surface, 2));
    painter.setBrush(m_theme->generation(m_scene.shareOf(m_cursor.position())));
    painter.drawEllipse(handle, 8, 8);
}

// What playback leaves out is covered; a bracket stands at both ends of what it plays.
void Filmstrip::paintRange(QPainter& painter, const FilmstripLayout& layout) const
{
    if (!m_cursor.hasRange())
        return;
    const QRectF track = layout.track().adjusted(0, -1, 0, 1);
    const double left = layout.trackX(m_cursor.rangeFirst()), right = layout.trackX(m_cursor.rangeLast());
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(m_theme->surface, 0.72));
    painter.drawRect(QRectF(track.topLeft(), QPointF(left, track.bottom())));
    painter.drawRect(QRectF(QPointF(right, track.top()), track.bottomRight()));
    painter.setPen(QPen(m_theme->text, 2));
    painter.setBrush(Qt::NoBrush);
    for (const auto& [x, inwards] : {std::pair(left, 4.0), std::pair(right, -4.0)})
        painter.drawPolyline(QPolygonF{{x + inwards, track.top() - 5},
                                       {x, track.top() - 5},
                                       {x, track.bottom() + 5},
                                       {x + inwards, track.bottom() + 5}});
}

// The run is quicker than the eye: how far it has come.
void Filmstrip::paintPace(QPainter& painter, const FilmstripLayout& layout, const QList<QRectF>& taken) const
{
    if (!m_cursor.isFollowing() || m_cursor.count() - 1 - m_cursor.shown() < kToldBehind)
        return;
    const QString words = tr("the run has come to generation %1").arg(m_cursor.count() - 1);
    painter.setFont(themeFont(TextSize::Small));
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 12;
    const QRectF line = layout.caption();
    QRectF place(line.right() - width, line.top(), width, line.height());
    const auto isTaken = [&] {
        return std::any_of(taken.begin(), taken.end(), [&](const QRectF& t) { return t.intersects(place); });
    };
    for (const double left : {line.right() - width, line.left(), line.center().x() - width / 2}) {
        place.moveLeft(left);
        if (!isTaken())
            break;
    }
    if (isTaken())
        return; // the marks are worth more
    painter.setPen(m_theme->muted);
    paintText(painter, place.center(), Qt::AlignHCenter | Qt::AlignVCenter, words);
}

bool Filmstrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString words = m_marks.at(help->pos(), geometryNow()).second;
    if (words.isEmpty())
        words = m_forks.at(help->pos(), geometryNow(), m_lastMarked).words;
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), folded(words), this);
    return true;
}

void Filmstrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_cursor.count() == 0)
        return;
    if (const int mark = m_marks.at(event->position(), geometryNow()).first; mark >= 0) {
        m_cursor.show(mark);
        return;
    }
    const FilmstripLayout layout = geometryNow();
    const QPointF at = event->position();
    if (const auto fork = m_forks.at(at, layout, m_lastMarked); fork.generation >= 0) {
        if (fork.chain >= 0)
            Q_EMIT chainChosen(fork.chain);
        else
            m_cursor.show(fork.generation);
        return;
    }
    m_hasMoved = false;
    if (at.y() >= height() - layout.footHeight()) {
        m_drag = Drag::Track;
        m_cursor.show(layout.atTrack(at.x()));
        return;
    }
    m_drag = Drag::Frames;
    m_dragStart = at.x();
    m_dragShown = m_cursor.shown();
}

void Filmstrip::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag == Drag::Track)
        m_cursor.show(geometryNow().atTrack(event->position().x()));
    if (m_drag != Drag::Frames)
        return;
    const double moved = m_dragStart - event->position().x();
    m_hasMoved |= std::abs(moved) > 6;
    if (m_hasMoved)
        m_cursor.show(m_dragShown + m_cursor.stride() *
                                        static_cast<int>(std::lround(moved / (FilmstripLayout::kPitch / 4))));
}

void Filmstrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_drag == Drag::Frames && !m_hasMoved)
        if (const int index = geometryNow().atFrame(event->position()); index >= 0)
            m_cursor.show(geometryNow().generationOf(index));
    m_drag = Drag::None;
}

void Filmstrip::wheelEvent(QWheelEvent* event)
{
    const QPoint turn = event->angleDelta();
    m_wheel += std::abs(turn.x()) > std::abs(turn.y()) ? turn.x() : turn.y();
    if (const int notches = m_wheel / kWheelNotch) {
        m_wheel -= notches * kWheelNotch;
        m_cursor.stepBy(-notches);
    }
    event->accept();
}

void Filmstrip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        m_cursor.stepBy(-1);
        break;
    case Qt::Key_Right:
        m_cursor.stepBy(1);
        break;
    case Qt::Key_PageUp:
        m_cursor.stepBy(-kPage);
        break;
    case Qt::Key_PageDown:
        m_cursor.stepBy(kPage);
        break;
    case Qt::Key_Home:
        m_cursor.show(0);
        break;
    case Qt::Key_End:
        m_cursor.show(m_cursor.count() - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace hareloom::ui
