// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/PresenterView.h"

#include "ui/plot/PlotFrame.h"
#include "ui/stage/Legend.h"
#include "ui/teller/StoryText.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLinearGradient>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kRestMs = 2500;
constexpr double kDesignHeight =
    480; // the stage is drawn as if the screen had this many lines, then enlarged
constexpr double kVitalsShare = 0.27;
constexpr double kHeading = 84, kTrack = 26, kControls = 38; // in lines of that screen
constexpr double kStoryPixels = 15, kLeastStoryPixels = 12;      // 3.1% and 2.5% of the height
constexpr int kLeastControl = 11;                            // pixels
constexpr double kChainWidth = 240;                          // at most
constexpr int kMostLegendRows = 2;
constexpr double kLinesPerTurn = 3.0 / 120; // three lines a notch

QFont largeFont(double pixels, QFont::Weight weight)
{
    QFont font = themeFont(TextSize::Title, weight);
    font.setPixelSize(static_cast<int>(std::lround(pixels)));
    return font;
}

/// The largest font in [least, most] in which the words have room.
QFont fitted(const QString& words, int most, int least, QFont::Weight weight, double room)
{
    for (int pixels = most; pixels > least; --pixels)
        if (QFontMetricsF(largeFont(pixels, weight)).horizontalAdvance(words) <= room)
            return largeFont(pixels, weight);
    return largeFont(least, weight);
}

int rowsOf(const std::vector<LegendEntry>& legend, const QRectF& area)
{
    return std::clamp(legendRows(legend, area.width()), 1, kMostLegendRows);
}

/// The row's size, in words that are as large as the user's where they have room, and no larger than that.
QSize fitControls(QWidget& row, int room)
{
    QSize size;
    for (int pixels = themeFont(TextSize::Body).pixelSize(); pixels >= kLeastControl; --pixels) {
        QFont font = themeFont(TextSize::Body);
        font.setPixelSize(pixels);
        for (QToolButton* button : row.findChildren<QToolButton*>()) {
            button->setFont(font);
            button->updateGeometry();
        }
        row.layout()->invalidate();
        size = row.sizeHint();
        if (size.width() <= room)
            break;
    }
    return size;
}

} // namespace

PresenterView::PresenterView(StageScene& scene, const StageLook& look, GenerationCursor& cursor,
                             const VitalsColumn& vitals, QWidget* parent)
    : QWidget(parent),
      m_scene(scene),
      m_look(look),
      m_cursor(cursor),
      m_vitals(vitals),
      m_mode(look.options().mode),
      m_choice(look.options().choice),
      m_controls(new QWidget(this)),
      m_still(*this)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::ClickFocus); // Tab goes round the buttons
    setMouseTracking(true);
    setAccessibleName(tr("Presentation"));
    auto* row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &PresenterView::rest);
    connect(&vitals, &VitalsColumn::changed, this, [this] {
        m_still.outdate();
        update();
    });
    connect(&look, &StageLook::changed, this, &PresenterView::beginAnew);
    connect(&look, &StageLook::moved, this, qOverload<>(&QWidget::update));
    connect(&cursor, &GenerationCursor::positionChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &GenerationCursor::countChanged, this, qOverload<>(&QWidget::update));
    connect(&cursor, &GenerationCursor::shownChanged, this, [this](int shown) {
        if (!isVisible())
            return;
        const QString told = m_story ? m_story->lineAt(shown).sentence : QString();
        setAccessibleDescription(told.isEmpty() ? m_scene.summary(shown)
                                                : m_scene.summary(shown) + QLatin1Char(' ') + told);
    });
}

void PresenterView::setControls(const QList<QAction*>& actions)
{
    for (QAction* action : actions) {
        auto* button = new QToolButton(m_controls);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setMinimumHeight(44);
        button->setFocusPolicy(Qt::TabFocus);
        const auto name = [button, action] {
            button->setText(action->isCheckable() ? tr("Leave")
                                                  : QString(action->text()).remove(QLatin1Char('&')));
            button->setAccessibleName(button->text());
        };
        connect(action, &QAction::changed, button, name);
        name();
        button->setMouseTracking(true);
        m_controls->layout()->addWidget(button);
    }
}

void PresenterView::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_still.invalidate();
    update();
}

StageOptions PresenterView::options() const
{
    StageOptions options = m_look.options();
    options.scroll = m_scroll;
    return options;
}

// A text begins at its first line when another is chosen.
void PresenterView::beginAnew()
{
    const StageOptions& now = m_look.options();
    if (now.mode != m_mode || now.choice != m_choice)
        m_scroll = 0;
    m_mode = now.mode;
    m_choice = now.choice;
    update();
}

void PresenterView::setTitle(const QString& title, const QString& question, const QString& chain)
{
    m_title = title;
    m_question = question;
    m_chain = chain;
    update();
}

void PresenterView::setMarks(const MarkedGenerations& marks)
{
    m_marks = marks;
    update();
}

void PresenterView::setStory(const ChainStory& story)
{
    m_story = &story;
    connect(&story, &ChainStory::changed, this, qOverload<>(&QWidget::update));
    update();
}

void PresenterView::wake()
{
    m_controls->show();
    update();
    m_controls->raise();
    unsetCursor();
    m_rest.start();
}

// Not while the keyboard or the mouse is on the buttons.
void PresenterView::rest()
{
    if (m_controls->underMouse() ||
        (focusWidget() && m_controls->isAncestorOf(focusWidget()) && focusWidget()->hasFocus())) {
        m_rest.start();
        return;
    }
    m_controls->hide();
    update(); // what happens is told in their place, and beyond it
    setCursor(Qt::BlankCursor);
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
}

void PresenterView::mouseMoveEvent(QMouseEvent*)
{
    wake();
}

void PresenterView::keyPressEvent(QKeyEvent* event)
{
    const bool isArrow = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else if (!isArrow || !scrollBy(event->key() == Qt::Key_Up ? -1 : 1))
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
    if (!m_scene.stage() || m_cursor.count() == 0)
        return false;
    const FontScaleScope asZoomed(1);
    const double position = m_cursor.position();
    const int most = m_scene.mostScrollBare(belowLegend(m_scene.legend(position, options(), *m_theme)),
                                            position, options());
    if (most == 0)
        return false;
    m_scroll = std::clamp(std::min(m_scroll, most) + lines, 0, most);
    update();
    return true;
}

void PresenterView::resizeEvent(QResizeEvent*)
{
    const double right = stageArea().right() * zoom();
    const QSize size = fitControls(*m_controls, static_cast<int>(right) - 2 * kGrid);
    const double strip = zoom() * kControls, below = zoom() * (kTrack + 6);
    m_controls->setGeometry(static_cast<int>((right - size.width()) / 2),
                            static_cast<int>(height() - below - (strip + size.height()) / 2), size.width(),
                            size.height());
}

double PresenterView::zoom() const
{
    return std::max(1.0, height() / kDesignHeight);
}

void PresenterView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(zoom(), zoom());
    const FontScaleScope asZoomed(1); // the zoom is scale enough
    const QRectF area = inside();
    paintHeading(painter, QRectF(area.topLeft(), QSizeF(area.width(), kHeading)));
    paintTrack(painter, QRectF(area.left(), area.bottom() - kTrack, area.width(), kTrack));
    if (const QRectF vitals = vitalsArea(middle()); !vitals.isEmpty()) {
        painter.save();
        painter.resetTransform();
        m_still.paint(painter, [&](QPainter& still) {
            still.scale(zoom(), zoom());
            m_vitals.paintCharts(still, vitals, *m_theme, VitalsColumn::Parts::Still);
        });
        painter.restore();
        m_vitals.paintCharts(painter, vitals, *m_theme, VitalsColumn::Parts::Moving);
    }
    paintStage(painter);
    paintStory(painter);
}

QRectF PresenterView::inside() const
{
    return QRectF(0, 0, width() / zoom(), height() / zoom()).adjusted(16, 8, -16, -6);
}

QRectF PresenterView::middle() const
{
    return inside().adjusted(0, kHeading, 0, -kTrack);
}

QRectF PresenterView::stageArea() const
{
    QRectF area = middle().adjusted(0, 0, 0, -kControls); // the buttons never lie on it
    if (const QRectF vitals = vitalsArea(middle()); !vitals.isEmpty())
        area.setRight(vitals.left() - kGrid);
    return area;
}

QRectF PresenterView::belowLegend(const std::vector<LegendEntry>& legend) const
{
    const QRectF area = stageArea();
    return area.adjusted(0, rowsOf(legend, area) * legendLineHeight() + 4, 0, 0);
}

QRectF PresenterView::vitalsArea(const QRectF& middle) const
{
    if (m_vitals.chartCount() == 0 || middle.width() <= 1.3 * middle.height())
        return {};
    const double width = kVitalsShare * middle.width();
    return {middle.right() - width, middle.top(), width, middle.height()};
}

// The number stands at the right, as large as the heading allows: it is what a room follows.
void PresenterView::paintHeading(QPainter& painter, const QRectF& area) const
{
    const bool hasStage = m_scene.stage() != nullptr;
    const QString number = QString::number(m_cursor.shown());
    double taken = 0;
    if (hasStage) {
        painter.setPen(m_theme->generationText(m_scene.shareOf(m_cursor.shown())));
        painter.setFont(largeFont(68, QFont::Bold));
        taken =
            paintFigures(painter, area.topRight() + QPointF(0, -6), Qt::AlignRight | Qt::AlignTop, number);
        painter.setFont(largeFont(22, QFont::DemiBold));
        const QPointF beside(area.right() - taken - 10, area.top() + 50);
        paintText(painter, beside, Qt::AlignRight | Qt::AlignBottom, tr("Generation"));
        const double word = QFontMetricsF(painter.font()).horizontalAdvance(tr("Generation"));
        taken += std::max(word, paintChain(painter, beside)) + 30;
    }
    const double room = area.width() - taken;
    painter.setPen(m_theme->text);
    painter.setFont(fitted(m_title, 28, 18, QFont::DemiBold, room));
    paintText(painter, area.topLeft() + QPointF(0, 4), Qt::AlignLeft | Qt::AlignTop,
              QFontMetricsF(painter.font()).elidedText(m_title, Qt::ElideRight, room));
    painter.setPen(m_theme->muted);
    painter.setFont(fitted(m_question, 16, 12, QFont::Normal, room));
    paintText(painter, area.topLeft() + QPointF(1, 42), Qt::AlignLeft | Qt::AlignTop,
              QFontMetricsF(painter.font()).elidedText(m_question, Qt::ElideRight, room));
}

// Which of several chains the stage shows; its width.
double PresenterView::paintChain(QPainter& painter, const QPointF& corner) const
{
    painter.save();
    painter.setPen(m_theme->muted);
    painter.setFont(largeFont(14, QFont::Normal));
    const QFontMetricsF metrics(painter.font());
    const QString words = metrics.elidedText(m_chain, Qt::ElideRight, kChainWidth);
    paintText(painter, corner, Qt::AlignRight | Qt::AlignTop, words);
    painter.restore();
    return metrics.horizontalAdvance(words);
}

void PresenterView::paintStage(QPainter& painter)
{
    const QRectF area = stageArea();
    if (!m_scene.stage() || m_cursor.count() == 0) {
        painter.setPen(m_theme->muted);
        painter.setFont(largeFont(22, QFont::Normal));
        paintText(painter, area.center(), Qt::AlignHCenter | Qt::AlignVCenter, tr("Press Space to run"));
        return;
    }
    const double position = m_cursor.position();
    const auto legend = m_scene.legend(position, options(), *m_theme);
    paintLegend(painter, area.topRight(), area.width(), legend, *m_theme, rowsOf(legend, area));
    m_scene.paintBare(painter, belowLegend(legend), position, options(), *m_theme);
}

// In the place of the buttons, while these rest. As large as a room needs it, in two lines; longer words smaller.
void PresenterView::paintStory(QPainter& painter) const
{
    if (!m_story || m_controls->isVisible() || m_cursor.count() == 0)
        return;
    const QRectF stage = stageArea();
    const QRectF room(stage.left(), stage.bottom() + 2, stage.width(), kControls - 2);
    const ChainStory::Line line = m_story->lineAt(m_cursor.shown());
    double pixels = kStoryPixels;
    while (pixels > kLeastStoryPixels && storyLines(line, largeFont(pixels, QFont::Normal), room.width()) > 2)
        --pixels;
    ui::paintStory(painter, room, line, largeFont(pixels, QFont::Normal), *m_theme, 2);
}

void PresenterView::paintTrack(QPainter& painter, const QRectF& area) const
{
    const int last = std::max(1, m_cursor.count() - 1);
    const QRectF track(area.left() + 6, area.top() + 6, area.width() - 12, 5);
    const auto x = [&](double g) { return track.left() + track.width() * g / last; };
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->grid);
    painter.drawRoundedRect(track, 2.5, 2.5);
    if (m_cursor.count() < 2)
        return;
    QLinearGradient ramp(track.topLeft(), track.topRight());
    for (int i = 0; i <= 8; ++i)
        ramp.setColorAt(i / 8.0, m_theme->generation(i / 8.0 * m_scene.shareOf(last)));
    painter.setBrush(ramp);
    painter.drawRoundedRect(QRectF(track.topLeft(), QPointF(x(m_cursor.position()), track.bottom())), 2.5,
                            2.5);
    painter.setFont(largeFont(kLeastStoryPixels, QFont::Normal));
    for (const auto& [mark, words, way] : {std::tuple(m_marks.early, tr("early collapse"), Qt::AlignRight),
                                           std::tuple(m_marks.late, tr("late collapse"), Qt::AlignLeft)}) {
        if (!mark)
            continue;
        painter.setPen(QPen(m_theme->text, 1.2));
        painter.drawLine(QPointF(x(*mark), track.top() - 4), QPointF(x(*mark), area.bottom() - 3));
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 8;
        const bool left =
            way == Qt::AlignRight ? x(*mark) - width > area.left() : x(*mark) + width > area.right();
        paintText(painter, {x(*mark) + (left ? -5 : 5), track.bottom() + 2},
                  (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop, words);
    }
    painter.setPen(QPen(m_theme->surface, 1.5));
    painter.setBrush(m_theme->generation(m_scene.shareOf(m_cursor.position())));
    painter.drawEllipse(QPointF(x(m_cursor.position()), track.center().y()), 6, 6);
}

} // namespace hareloom::ui
