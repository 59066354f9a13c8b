// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/playback/GenerationCursor.h"
#include "ui/teller/StoryText.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// What happens, in words, under the stage: before a run its story, while it plays the newest event, at its end what
/// became of it. Leads to the generations of events: by a click on one, from one to the next, and by a list of all.
class StoryStrip : public QFrame
{
    Q_OBJECT
public:
    /// Both outlive this.
    StoryStrip(const ChainStory& story, GenerationCursor& cursor, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// A button for whether playing pauses at events, beside those that lead to them. Outlives this.
    void setPauseAction(QAction* action);
    /// Lines of words: fewer in a low window.
    void setLines(int lines) { m_text->setLines(lines); }
    const ChainStory::Line& line() const { return m_text->line(); }
    /// To the nearest event before what is shown, or after it.
    void goTo(int way);

private:
    QToolButton* makeButton(const QString& name);
    void refresh();
    void fillList();

    const ChainStory& m_story;
    GenerationCursor& m_cursor;
    StoryText* m_text;
    QToolButton *m_previous, *m_next, *m_list, *m_pause;
    QMenu* m_menu;
};

} // namespace hareloom::ui
