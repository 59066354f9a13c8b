// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/CardGrid.h"

#include <QEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr int kGap = 12, kSectionGap = 16;

} // namespace

CardGrid::CardGrid(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardGrid::Section::show(bool on)
{
    heading->setVisible(on);
    if (tools)
        tools->setVisible(on);
}

void CardGrid::addSection(const QString& title, QWidget* tools)
{
    auto* heading = new QLabel(title, this);
    heading->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    if (tools)
        tools->setParent(this);
    m_sections.append({title, heading, tools, {}});
    m_sections.back().show(false);
}

CardGrid::Section* CardGrid::find(const QString& title)
{
    const auto section = std::find_if(m_sections.begin(), m_sections.end(),
                                      [&](const Section& s) { return s.title == title; });
    return section == m_sections.end() ? nullptr : &*section;
}

void CardGrid::add(GalleryCard* card, const QString& title)
{
    Section* section = find(title);
    card->setParent(this);
    section->cards.append(card);
    card->installEventFilter(this);
    connect(card, &GalleryCard::moveRequested, this, [this, card](int key) { move(card, key); });
    connect(card, &GalleryCard::typed, this, &CardGrid::typed);
    card->show();
    section->show(true);
    if (!m_current)
        makeCurrent(card);
    arrange();
}

void CardGrid::clearSection(const QString& title)
{
    Section* section = find(title);
    for (GalleryCard* card : section->cards) {
        if (m_current == card)
            m_current = nullptr;
        card->removeEventFilter(this);
        card->hide();
        card->deleteLater(); // it may be the one that asks
    }
    section->cards.clear();
    section->show(false);
    if (!m_current)
        makeCurrent(shownCards().value(0));
    arrange();
}

void CardGrid::filter(const std::function<bool(const GalleryCard&)>& isWanted)
{
    for (Section& section : m_sections) {
        bool hasAny = false;
        for (GalleryCard* card : section.cards) {
            card->setVisible(isWanted(*card));
            hasAny |= !card->isHidden();
        }
        section.show(hasAny);
    }
    if (!m_current || m_current->isHidden())
        makeCurrent(shownCards().value(0));
    arrange();
}

void CardGrid::setTheme(const Theme& theme)
{
    for (const Section& section : m_sections)
        for (GalleryCard* card : section.cards)
            card->setTheme(theme);
    arrange();
}

QList<GalleryCard*> CardGrid::cards() const
{
    QList<GalleryCard*> all;
    for (const Section& section : m_sections)
        all += section.cards;
    return all;
}

QList<GalleryCard*> CardGrid::shownCards() const
{
    QList<GalleryCard*> shown;
    for (const Section& section : m_sections)
        for (GalleryCard* card : section.cards)
            if (!card->isHidden())
                shown.append(card);
    return shown;
}

GalleryCard* CardGrid::current() const
{
    return m_current && !m_current->isHidden() ? m_current : nullptr;
}

int CardGrid::heightForWidth(int width) const
{
    return place(width, false);
}

// One card; how high all of them are is a question of the width.
QSize CardGrid::minimumSizeHint() const
{
    const QList<GalleryCard*> shown = shownCards();
    return shown.isEmpty() ? QSize(0, 0) : shown.front()->sizeHint();
}

int CardGrid::columnsIn(int width, const Section& section)
{
    return std::max(1, (width + kGap) / (section.cards.front()->sizeHint().width() + kGap));
}

int CardGrid::place(int width, bool moves) const
{
    int y = 0;
    for (const Section& section : m_sections) {
        if (section.heading->isHidden())
            continue;
        const QSize least = section.cards.front()->sizeHint();
        const int columns = columnsIn(width, section);
        const int each = (width - (columns - 1) * kGap) / columns;
        const int heading = std::max(section.heading->sizeHint().height(),
                                     section.tools ? section.tools->sizeHint().height() : 0);
        if (moves)
            placeHeading(section, y, width);
        y += heading + kGrid;
        int column = 0;
        for (GalleryCard* card : section.cards) {
            if (card->isHidden())
                continue;
            if (column == columns) {
                column = 0;
                y += least.height() + kGap;
            }
            if (moves)
                card->setGeometry(column * (each + kGap), y, each, least.height());
            ++column;
        }
        y += least.height() + kSectionGap;
    }
    return std::max(0, y - kSectionGap);
}

void CardGrid::placeHeading(const Section& section, int y, int width)
{
    const QSize words = section.heading->sizeHint();
    const QSize beside = section.tools ? section.tools->sizeHint() : QSize(0, 0);
    const int height = std::max(words.height(), beside.height());
    section.heading->setGeometry(2, y, std::min(words.width(), width - beside.width() - kGap), height);
    if (section.tools)
        section.tools->setGeometry(section.heading->geometry().right() + 2 * kGap, y, beside.width(), height);
}

void CardGrid::arrange()
{
    place(width(), true);
    updateGeometry();
}

void CardGrid::resizeEvent(QResizeEvent*)
{
    place(width(), true);
    const auto filled = std::find_if(m_sections.begin(), m_sections.end(),
                                     [](const Section& section) { return !section.cards.isEmpty(); });
    const int columns = filled == m_sections.end() ? 1 : columnsIn(width(), *filled);
    if (std::exchange(m_columns, columns) != columns)
        Q_EMIT columnsChanged();
}

bool CardGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        makeCurrent(static_cast<GalleryCard*>(watched));
        Q_EMIT reached(m_current);
    }
    return QWidget::eventFilter(watched, event);
}

void CardGrid::makeCurrent(GalleryCard* card)
{
    if (m_current)
        m_current->setFocusPolicy(Qt::ClickFocus);
    m_current = card;
    if (m_current)
        m_current->setFocusPolicy(Qt::StrongFocus);
}

// Up and down go to the nearest card of another row, left and right along the reading order.
void CardGrid::move(GalleryCard* from, int key)
{
    const QList<GalleryCard*> shown = shownCards();
    const qsizetype at = shown.indexOf(from);
    GalleryCard* goal = nullptr;
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        goal = shown.value(at + (key == Qt::Key_Right ? 1 : -1));
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        goal = key == Qt::Key_Home ? shown.front() : shown.back();
    else {
        const int way = key == Qt::Key_Down ? 1 : -1;
        int best = 1 << 30;
        for (GalleryCard* card : shown) {
            const int rows = way * (card->y() - from->y());
            const int distance = 8 * rows + std::abs(card->x() - from->x());
            if (rows > 0 && distance < best) {
                best = distance;
                goal = card;
            }
        }
        if (!goal && way < 0)
            Q_EMIT leftUpwards();
    }
    if (goal)
        goal->setFocus(Qt::OtherFocusReason);
}

} // namespace hareloom::ui
