// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Judge.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace hareloom::ui {

/// Where a question of a lesson is answered: one kind of question, one widget. All of it works with the
/// keyboard alone.
class QuestionView : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// What stands there now; empty while it is no answer yet.
    virtual LessonPrediction prediction() const = 0;
    /// What show() brings back of an answer that is only begun: a number that lacks is NaN.
    virtual LessonPrediction draft() const { return prediction(); }
    /// An answer of an earlier time. Tells no edit.
    virtual void show(const LessonPrediction& prediction) = 0;
    /// From now on it is only looked at, beside what happened.
    virtual void reveal(const LessonPrediction& outcome);
    virtual void setTheme(const Theme& theme);
    /// A, B, C ... before each option, as a poll calls them; nothing where there are none to choose from.
    virtual void setLettered(bool on);
    /// The first part that takes the keyboard.
    virtual QWidget* first() = 0;

Q_SIGNALS:
    /// A person has changed it.
    void edited();
};

/// By the question's kind. `last`: the last generation that a mark can be set at. The lesson must outlive it.
QuestionView* makeQuestionView(const Lesson& lesson, const LessonStep& step, int last, QWidget* parent);

} // namespace hareloom::ui
