// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lesson/QuestionView.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLineEdit;
class QSlider;
class QSpinBox;
QT_END_NAMESPACE

namespace hareloom::ui {

/// A number within the question's range.
class NumberEntry : public QuestionView
{
    Q_OBJECT
public:
    NumberEntry(const Question& question, QWidget* parent);

    /// Empty while what is typed is no number.
    LessonPrediction prediction() const override;
    void show(const LessonPrediction& prediction) override;
    void reveal(const LessonPrediction& outcome) override;
    QWidget* first() override;

private:
    QLineEdit* m_edit;
    QLabel* m_note;
};

/// A generation, by slider or number, or never.
class MarkSlider : public QuestionView
{
    Q_OBJECT
public:
    MarkSlider(int last, QWidget* parent);

    LessonPrediction prediction() const override;
    void show(const LessonPrediction& prediction) override;
    void reveal(const LessonPrediction& outcome) override;
    QWidget* first() override;

private:
    void take(int generation);

    QSlider* m_slider;
    QSpinBox* m_number;
    QCheckBox* m_never;
    QLabel* m_note;
    bool m_isTouched = false;
};

} // namespace hareloom::ui
