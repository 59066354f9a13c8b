// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/QuestionView.h"

#include "ui/lesson/CurveAnswer.h"
#include "ui/lesson/NumberViews.h"
#include "ui/lesson/OptionViews.h"

namespace hareloom::ui {

void QuestionView::reveal(const LessonPrediction& /*outcome*/)
{
    setEnabled(false);
}

void QuestionView::setTheme(const Theme& /*theme*/) {}

void QuestionView::setLettered(bool /*on*/) {}

QuestionView* makeQuestionView(const Lesson& lesson, const LessonStep& step, int last, QWidget* parent)
{
    const Question& question = *step.ask;
    switch (question.kind) {
    case QuestionKind::Choice:
    case QuestionKind::Strike:
        return new OptionButtons(lesson, step, parent);
    case QuestionKind::Order:
        return new OrderList(lesson, step, parent);
    case QuestionKind::Number:
        return new NumberEntry(question, parent);
    case QuestionKind::Mark:
        return new MarkSlider(last, parent);
    case QuestionKind::DrawCurve:
        return new CurveAnswer(question, parent);
    }
    return nullptr;
}

} // namespace hareloom::ui
