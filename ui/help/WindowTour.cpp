// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/WindowTour.h"

#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kNoteWidth = 42 * kGrid;
constexpr int kMargin = 2 * kGrid;
const QColor kShade(0, 0, 0, 150);

QRect inside(QRect note, const QRect& window)
{
    note.moveLeft(std::clamp(note.left(), window.left(), std::max(window.left(), window.right() - note.width() + 1)));
    note.moveTop(std::clamp(note.top(), window.top(), std::max(window.top(), window.bottom() - note.height() + 1)));
    return note;
}

/// Beside the region where the note has room, else in the middle of it.
QRect placeBeside(const QRect& region, const QSize& note, const QRect& window)
{
    const int right = window.right() - region.right(), left = region.left() - window.left(),
              below = window.bottom() - region.bottom(), above = region.top() - window.top();
    const QPoint middle = region.center() - QPoint(note.width() / 2, note.height() / 2);
    QRect area(middle, note);
    if (below >= note.height() + kMargin)
        area.moveTop(region.bottom() + kMargin);
    else if (above >= note.height() + kMargin)
        area.moveTop(region.top() - kMargin - note.height());
    else if (right >= note.width() + kMargin)
        area.moveLeft(region.right() + kMargin);
    else if (left >= note.width() + kMargin)
        area.moveLeft(region.left() - kMargin - note.width());
    return inside(area, window);
}

} // namespace

WindowTour::WindowTour(std::vector<HelpRegion> regions, QWidget* parent)
    : QWidget(parent), m_before(QApplication::focusWidget()), m_note(new QFrame(this)), m_name(new QLabel(m_note)),
      m_words(new QLabel(m_note)), m_place(new QLabel(m_note)), m_back(new QPushButton(tr("Back"), m_note)),
      m_next(new QPushButton(m_note))
{
    for (HelpRegion& region : regions)
        if (region.widget && region.widget->isVisibleTo(parent) && !region.widget->size().isEmpty())
            m_regions.push_back(std::move(region));
    setObjectName(QStringLiteral("windowTour"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    makeNote();
    parent->installEventFilter(this);
    setGeometry(parent->rect());
    QWidget::show();
    raise();
    if (m_regions.empty())
        end();
    else
        show(0);
}

void WindowTour::makeNote()
{
    m_note->setObjectName(QStringLiteral("popup"));
    m_name->setFont(themeFont(TextSize::Title, QFont::DemiBold));
    m_name->setWordWrap(true);
    m_words->setFont(themeFont(TextSize::Body));
    m_words->setWordWrap(true);
    m_place->setObjectName(QStringLiteral("muted"));
    m_place->setFont(themeFont(TextSize::Small));
    m_next->setObjectName(QStringLiteral("primary"));
    auto* more = new QPushButton(tr("Documentation"), m_note);
    connect(more, &QPushButton::clicked, this, [this] {
        Q_EMIT documentationRequested();
        end();
    });
    connect(m_back, &QPushButton::clicked, this, &WindowTour::previous);
    connect(m_next, &QPushButton::clicked, this, &WindowTour::next);
    for (QPushButton* button : {more, m_back, m_next})
        button->setFocusPolicy(Qt::TabFocus); // a click does not take Right and Left away
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_place, 1);
    row->addWidget(more);
    row->addWidget(m_back);
    row->addWidget(m_next);
    auto* column = new QVBoxLayout(m_note);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(kGrid);
    column->addWidget(m_name);
    column->addWidget(m_words);
    column->addLayout(row);
}

QString WindowTour::name() const
{
    return m_name->text();
}

QString WindowTour::words() const
{
    return m_words->text();
}

QRect WindowTour::areaOf(const HelpRegion& region) const
{
    return region.widget ? QRect(region.widget->mapTo(parentWidget(), QPoint()), region.widget->size()) : QRect();
}

QRect WindowTour::regionArea() const
{
    return m_regions.empty() ? QRect() : areaOf(m_regions[m_current]);
}

void WindowTour::show(std::size_t index)
{
    m_current = index;
    const HelpRegion& region = m_regions[index];
    m_name->setText(region.name);
    m_words->setText(region.words);
    m_place->setText(tr("%1 of %2").arg(index + 1).arg(m_regions.size()));
    m_back->setEnabled(index > 0);
    m_next->setText(index + 1 < m_regions.size() ? tr("Next") : tr("Close"));
    placeNote();
    update();
    setFocus();
    setAccessibleName(region.name);
    setAccessibleDescription(region.words);
    QAccessibleEvent said(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&said);
}

void WindowTour::placeNote()
{
    const QRect window = rect().adjusted(kGrid, kGrid, -kGrid, -kGrid);
    const int width = std::min(static_cast<int>(scaled(kNoteWidth)), window.width());
    m_note->setFixedWidth(width);
    m_note->layout()->activate();
    const int height = m_note->layout()->hasHeightForWidth() ? m_note->layout()->heightForWidth(width)
                                                             : m_note->sizeHint().height();
    m_note->setGeometry(placeBeside(regionArea(), QSize(width, std::min(height, window.height())), window));
}

void WindowTour::next()
{
    if (m_current + 1 < m_regions.size())
        show(m_current + 1);
    else
        end();
}

void WindowTour::previous()
{
    if (m_current > 0)
        show(m_current - 1);
}

void WindowTour::end()
{
    parentWidget()->removeEventFilter(this);
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    close();
}

// Every key is the tour's: what lies beneath neither runs nor steps.
bool WindowTour::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool WindowTour::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && !m_regions.empty()) {
        setGeometry(parentWidget()->rect());
        // The layout of what lies beneath follows the same event.
        QMetaObject::invokeMethod(this, [this] { show(m_current); }, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void WindowTour::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_PageDown:
        return next();
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        return previous();
    case Qt::Key_Escape:
    case Qt::Key_F1:
        return end();
    default:
        QWidget::keyPressEvent(event);
    }
}

// The smallest region counts where one lies in another.
void WindowTour::mousePressEvent(QMouseEvent* event)
{
    std::size_t best = m_regions.size();
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const QRect area = areaOf(m_regions[i]);
        const auto size = [](const QRect& r) { return qint64(r.width()) * r.height(); };
        if (area.contains(event->pos()) && (best == m_regions.size() || size(area) < size(areaOf(m_regions[best]))))
            best = i;
    }
    if (best < m_regions.size())
        show(best);
}

void WindowTour::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shade;
    shade.addRect(rect());
    const QRectF region = QRectF(regionArea()).intersected(QRectF(rect())).adjusted(1, 1, -1, -1);
    QPainterPath hole;
    hole.addRoundedRect(region, kGrid / 2.0, kGrid / 2.0);
    painter.fillPath(shade.subtracted(hole), kShade);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawPath(hole);
}

} // namespace hareloom::ui
