// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lesson/QuestionView.h"

#include <QStringList>

#include <vector>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QCheckBox;
class QListWidget;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Choose one, or strike out some: a button for each option.
class OptionButtons : public QuestionView
{
    Q_OBJECT
public:
    OptionButtons(const Lesson& lesson, const LessonStep& step, QWidget* parent);

    LessonPrediction prediction() const override;
    void show(const LessonPrediction& prediction) override;
    void reveal(const LessonPrediction& outcome) override;
    void setLettered(bool on) override;
    QWidget* first() override;

private:
    void addOption(QAbstractButton* button, const QString& words);
    void addNone();
    void relabel();

    const Question& m_question;
    std::vector<QAbstractButton*> m_buttons; // one for each option, in order
    QStringList m_words;                     // of the options
    LessonPrediction m_outcome;              // once it is revealed
    bool m_isLettered = false;
    QCheckBox* m_none = nullptr; // striking out nothing is an answer, too
};

/// Put in order: drag, or the arrows beside the list.
class OrderList : public QuestionView
{
    Q_OBJECT
public:
    OrderList(const Lesson& lesson, const LessonStep& step, QWidget* parent);

    LessonPrediction prediction() const override;
    void show(const LessonPrediction& prediction) override;
    void reveal(const LessonPrediction& outcome) override;
    QWidget* first() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const std::vector<std::string>& ids);
    void move(int by);

    const Lesson& m_lesson;
    const LessonStep& m_step;
    QListWidget* m_list;
    QToolButton *m_up, *m_down;
};

} // namespace hareloom::ui
