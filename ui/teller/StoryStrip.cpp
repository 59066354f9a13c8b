// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teller/StoryStrip.h"

#include "ui/teller/Words.h"
#include "ui/theme/Icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr qsizetype kLongestEntry = 110; // letters of a line of the list

QString shortened(const QString& words)
{
    return words.size() <= kLongestEntry ? words
                                         : words.left(words.lastIndexOf(QLatin1Char(' '), kLongestEntry)) +
                                               QStringLiteral(" …");
}

} // namespace

StoryStrip::StoryStrip(const ChainStory& story, GenerationCursor& cursor, QWidget* parent)
    : QFrame(parent),
      m_story(story),
      m_cursor(cursor),
      m_text(new StoryText(this)),
      m_previous(makeButton(tr("Event before"))),
      m_next(makeButton(tr("Next event"))),
      m_list(makeButton(tr("All events"))),
      m_pause(makeButton(tr("Pause at events"))),
      m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("story"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_previous->setText(QStringLiteral("‹"));
    m_next->setText(QStringLiteral("›"));
    m_list->setText(QStringLiteral("≡"));
    m_list->setMenu(m_menu);
    m_list->setPopupMode(QToolButton::InstantPopup);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid / 4);
    for (QToolButton* button : {m_previous, m_next, m_pause, m_list})
        buttons->addWidget(button);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid / 2, 0, kGrid / 2, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_text, 1);
    row->addLayout(buttons);
    connect(&story, &ChainStory::changed, this, &StoryStrip::refresh);
    connect(&cursor, &GenerationCursor::shownChanged, this, &StoryStrip::refresh);
    connect(m_text, &QAbstractButton::clicked, this, [this] {
        if (line().generation >= 0)
            m_cursor.show(line().generation);
    });
    connect(m_previous, &QToolButton::clicked, this, [this] { goTo(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goTo(1); });
    connect(m_menu, &QMenu::aboutToShow, this, &StoryStrip::fillList);
    refresh();
}

QToolButton* StoryStrip::makeButton(const QString& name)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("story"));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFixedSize(30, 30);
    return button;
}

void StoryStrip::setPauseAction(QAction* action)
{
    m_pause->setCheckable(true);
    m_pause->setChecked(action->isChecked());
    m_pause->setToolTip(action->toolTip());
    connect(m_pause, &QToolButton::toggled, action, &QAction::setChecked);
    connect(action, &QAction::toggled, m_pause, &QToolButton::setChecked);
}

void StoryStrip::setTheme(const Theme& theme)
{
    m_pause->setIcon(icon(Glyph::Pause, theme.text));
    m_text->setTheme(theme);
    update();
}

void StoryStrip::refresh()
{
    const int shown = m_cursor.shown();
    m_text->setLine(m_story.lineAt(shown));
    const auto& events = m_story.events();
    const bool hasEvents = !events.empty();
    for (QToolButton* button : {m_previous, m_next, m_pause, m_list})
        button->setVisible(hasEvents);
    m_previous->setEnabled(hasEvents && events.front().generation < shown);
    m_next->setEnabled(hasEvents && events.back().generation > shown);
}

void StoryStrip::goTo(int way)
{
    const int shown = m_cursor.shown();
    int nearest = -1;
    for (const Event& event : m_story.events()) {
        const bool isThere = way < 0 ? event.generation < shown : event.generation > shown;
        if (isThere && (nearest < 0 || way < 0))
            nearest = event.generation;
    }
    if (nearest >= 0)
        m_cursor.show(nearest);
}

void StoryStrip::fillList()
{
    m_menu->clear();
    for (const Event& event : m_story.events()) {
        QAction* entry = m_menu->addAction(shortened(words(event)).replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(entry, &QAction::triggered, this, [this, g = event.generation] { m_cursor.show(g); });
    }
}

} // namespace hareloom::ui
