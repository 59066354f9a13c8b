// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/ClassAnswers.h"
#include "ui/theme/Theme.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class ClassPicture;

/// What a class expected of a lesson, question by question, beside what came of it: large enough for a room,
/// and saved as a picture.
class ClassDialog : public QDialog
{
    Q_OBJECT
public:
    ClassDialog(Lesson lesson, ClassAnswers answers, const Theme& theme, QWidget* parent = nullptr);

    /// How many questions there are, and which is shown.
    int count() const;
    int current() const;
    void show(int question);

private:
    void save();

    Lesson m_lesson;
    ClassAnswers m_answers;
    const Theme& m_theme;
    QComboBox* m_questions;
    QPushButton *m_back, *m_next;
    ClassPicture* m_picture;
    QLabel* m_note;
};

} // namespace hareloom::ui
