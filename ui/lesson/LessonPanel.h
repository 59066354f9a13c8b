// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Judge.h"
#include "core/lesson/Lesson.h"
#include "ui/theme/Theme.h"

#include <QFrame>

#include <map>
#include <optional>
#include <string>
#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace hareloom::ui {

class LessonPlayer;
class PollBox;
class QuestionView;
class UnlockedSettings;

/// A lesson beside the stage: the step's words, its question, what is said to the answer, and the way on and
/// back.
class LessonPanel : public QFrame
{
    Q_OBJECT
public:
    explicit LessonPanel(QWidget* parent = nullptr);

    /// Null: none. It outlives the panel, or is taken away before it goes.
    void setPlayer(LessonPlayer* player);
    LessonPlayer* player() const { return m_player; }
    void setTheme(const Theme& theme);
    /// How wide it may be, so that what stands beside it has room; 0: as wide as it likes.
    void setRoom(int width);
    /// Gives the keyboard to what is to be answered, else to the way on.
    void takeFocus();
    /// The picture is still on its way to the step's generation: that is said. At `last`: it has arrived.
    void setPicture(int shown, int last);

    QuestionView* question() const { return m_question; }
    /// An answer to the step's question that was only begun, as QuestionView::draft() gave it.
    void setDraft(const LessonPrediction& draft);
    /// The hands of a class; null where nothing is to be chosen, and hidden until it is asked for.
    PollBox* poll() const { return m_poll; }
    /// Null where the step unlocks nothing.
    UnlockedSettings* settings() const { return m_settings; }
    /// What stands there, without marks, for tests and screen readers.
    QString text() const;
    QPushButton* nextButton() const { return m_next; }
    QPushButton* backButton() const { return m_back; }
    QPushButton* skipButton() const { return m_skip; }
    QToolButton* pollButton() const { return m_showPoll; }
    QPushButton* hintButton() const { return m_showHint; }
    /// Shown while the learner can still give a name.
    QLineEdit* nameEdit() const { return m_name; }

Q_SIGNALS:
    void closeRequested();
    /// The lesson is over, and another one is wanted.
    void moreRequested();
    /// The player has other settings: they want to be run.
    void tried();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLayout* makeHead();
    QLayout* makeFoot();
    QLabel* addWords(QVBoxLayout* column, const char* name);
    void rebuild();
    void makeQuestion();
    void makePoll(const LessonStep& asked);
    void makeSettings();
    void makeNameRow();
    void orderTabs();
    void bringIntoSight(QWidget* part);
    bool asks() const;
    QString nextWords() const;
    void refresh();
    void refreshWaiting();
    void showWaiting();
    void refreshFinished();
    void goOn();
    QString verdict(std::optional<bool> isRight) const;
    QString summary() const;
    QString answersList() const;

    LessonPlayer* m_player = nullptr;
    const Theme* m_theme = &lightTheme();
    QLabel *m_title, *m_place, *m_picture;
    QToolButton* m_close;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column;
    QLabel *m_revealed, *m_words, *m_asked, *m_feedback, *m_fixed, *m_goal, *m_hint, *m_problem;
    QWidget* m_nameRow;
    QLineEdit* m_name;
    int m_room = 0; // 0: not known
    QuestionView* m_question = nullptr;
    PollBox* m_poll = nullptr;
    std::map<std::string, std::vector<int>> m_hands; // of a class, by step: they are asked once
    UnlockedSettings* m_settings = nullptr;
    QToolButton* m_showPoll;
    QPushButton *m_showHint, *m_back, *m_skip, *m_next;
};

} // namespace hareloom::ui
