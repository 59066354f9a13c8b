// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/PresenterView.h"

#include "ui/presenter/PresenterControls.h"
#include "ui/presenter/PresenterWords.h"
#include "ui/teller/StoryText.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kStoryPixels = 15, kLeastStoryPixels = 12;
constexpr double kLinesPerTurn = 3.0 / 120; // three lines a notch

} // namespace

PresenterView::PresenterView(GenerationCursor& cursor, QWidget* parent)
    : QWidget(parent),
      m_cursor(cursor),
      m_controls(new PresenterControls(this)),
      m_regions(new PresenterRegions(*this)),
      m_still(*this)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::ClickFocus); // Tab goes round the buttons
    setMouseTracking(true);
    setAccessibleName(tr("Presentation"));
    connect(m_controls, &PresenterControls::rested, this, [this] {
        update(); // what happens is told in their place, and beyond it
        setCursor(Qt::BlankCursor);
    });
    connect(&cursor, &GenerationCursor::positionChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &GenerationCursor::countChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &GenerationCursor::shownChanged, this, &PresenterView::describe);
}

PresenterView::~PresenterView() = default;

void PresenterView::setPresented(std::unique_ptr<Presented> presented)
{
    m_presented = std::move(presented);
    connect(m_presented.get(), &Presented::changed, this, &PresenterView::takeNews);
    connect(m_presented.get(), &Presented::moved, this, qOverload<>(&QWidget::update));
    m_still.invalidate();
    takeNews();
}

void PresenterView::takeNews()
{
    m_still.outdate();
    m_regions->set(m_presented->words(m_cursor.shown()));
    arrange();
    update();
}

// For those who do not see it: the generation, and each chart as it is now.
void PresenterView::describe(int shown)
{
    if (!isVisible() || !m_presented)
        return;
    m_regions->set(m_presented->words(shown));
    const ChainStory::Line told = line();
    setAccessibleDescription(tr("Generation %1. %2").arg(shown).arg(told.sentence).trimmed());
    m_regions->announce();
}

void PresenterView::setControls(const QList<QAction*>& actions)
{
    m_controls->setActions(actions);
}

void PresenterView::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_still.invalidate();
    arrange(); // words may have grown
    update();
}

void PresenterView::setTitle(const QString& title, const QString& question, const QString& chain)
{
    m_title = title;
    m_question = question;
    m_chain = chain;
    update();
}

void PresenterView::setProgress(const QString& words)
{
    if (words == m_progress)
        return;
    m_progress = words;
    update();
}

void PresenterView::wake()
{
    m_controls->wake();
    update();
    unsetCursor();
}

bool PresenterView::event(QEvent* event)
{
    // Tab brings the buttons, which a hidden row would keep from it.
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab)
            wake();
    }
    return QWidget::event(event);
}

void PresenterView::showEvent(QShowEvent*)
{
    setFocus(Qt::OtherFocusReason);
    wake();
    describe(m_cursor.shown());
}

void PresenterView::mouseMoveEvent(QMouseEvent*)
{
    wake();
}

void PresenterView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT leaveRequested();
        return;
    case Qt::Key_B:
    case Qt::Key_Period:
        m_isDark = !m_isDark;
        m_isDark ? m_controls->hide() : wake();
        update();
        return;
    case Qt::Key_F5:
        m_cursor.show(0);
        return;
    case Qt::Key_PageDown:
        Q_EMIT nextRequested();
        return;
    case Qt::Key_PageUp:
        Q_EMIT previousRequested();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (scrollBy(event->key() == Qt::Key_Up ? -1 : 1))
            return;
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void PresenterView::wheelEvent(QWheelEvent* event)
{
    m_turned += event->angleDelta().y() * kLinesPerTurn;
    const double lines = std::trunc(m_turned);
    m_turned -= lines;
    event->setAccepted(scrollBy(-static_cast<int>(lines)));
}

// A text that is longer than the screen; false where everything has room.
bool PresenterView::scrollBy(int lines)
{
    if (!m_presented || m_cursor.count() == 0)
        return false;
    const FontScaleScope asZoomed(1);
    return m_presented->scrollBy(lines, layoutNow().stage(), m_cursor.position(), *m_theme);
}

PresenterLayout PresenterView::layoutNow() const
{
    PresenterLayout layout;
    layout.size = size();
    layout.words = fontScale();
    layout.hasCharts = m_presented && m_presented->hasCharts();
    if (m_presented)
        layout.charts = m_presented->chartsShare();
    return layout;
}

void PresenterView::resizeEvent(QResizeEvent*)
{
    arrange();
}

void PresenterView::arrange()
{
    const PresenterLayout layout = layoutNow();
    m_controls->placeIn(layout.onScreen(layout.strip()));
    m_regions->place(layout.onScreen(layout.stage()), layout.onScreen(layout.chartsArea()));
}

void PresenterView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_isDark) {
        painter.fillRect(rect(), Qt::black);
        return;
    }
    painter.fillRect(rect(), m_theme->surface);
    if (!m_presented)
        return;
    const PresenterLayout layout = layoutNow();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(layout.zoom(), layout.zoom());
    const FontScaleScope asZoomed(1); // the zoom is scale enough
    const int last = std::max(0, m_cursor.count() - 1);
    const double position = m_cursor.position();
    paintPresenterHeading(painter, layout.heading(),
                          {m_title, m_question, m_chain, m_cursor.count() > 0 ? m_cursor.shown() : -1,
                           m_presented->shareOf(m_cursor.shown())},
                          *m_theme);
    paintPresenterTrack(painter, layout.track(),
                        {last, position, m_presented->shareOf(last), m_presented->marks()}, *m_theme);
    paintCharts(painter, layout);
    painter.save();
    m_presented->paintMain(painter, layout.stage(), position, *m_theme);
    painter.restore();
    paintTold(painter, layout);
}

void PresenterView::paintCharts(QPainter& painter, const PresenterLayout& layout)
{
    const QRectF area = layout.chartsArea();
    if (area.isEmpty())
        return;
    painter.save();
    painter.resetTransform();
    m_still.paint(painter, [&](QPainter& still) {
        still.scale(layout.zoom(), layout.zoom());
        m_presented->paintStill(still, area, *m_theme);
    });
    painter.restore();
    painter.save();
    m_presented->paintMoving(painter, area, *m_theme);
    painter.restore();
}

// What is being done comes first: a network's training takes minutes.
ChainStory::Line PresenterView::line() const
{
    if (!m_progress.isEmpty() && m_cursor.shown() >= m_cursor.count() - 1)
        return {m_progress, {}, -1};
    return m_presented ? m_presented->lineAt(m_cursor.shown()) : ChainStory::Line();
}

// In the place of the buttons, while these rest: as large as a room needs it, in two lines; longer words
// smaller.
void PresenterView::paintTold(QPainter& painter, const PresenterLayout& layout) const
{
    if (m_controls->isVisible())
        return;
    const ChainStory::Line told = line();
    const QRectF room = layout.strip();
    double pixels = kStoryPixels;
    while (pixels > kLeastStoryPixels &&
           storyLines(told, presenterFont(pixels, QFont::Normal), room.width()) > 2)
        --pixels;
    paintStory(painter, room, told, presenterFont(pixels, QFont::Normal), *m_theme, 2);
}

} // namespace hareloom::ui
