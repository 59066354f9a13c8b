// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Judge.h"
#include "ui/theme/Theme.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QSpinBox;
QT_END_NAMESPACE

namespace hareloom::ui {

class PollBars;

/// A class answers a choice by raising hands: the teacher types how many, and sees bars. A, B, C ... add one
/// hand from wherever the keyboard is in it, with Shift they take one back. Once it is revealed it is only
/// looked at.
class PollBox : public QWidget
{
    Q_OBJECT
public:
    PollBox(const Lesson& lesson, const LessonStep& step, QWidget* parent);

    /// By option.
    std::vector<int> counts() const;
    void setCounts(const std::vector<int>& counts);
    /// The option with most hands; empty: there is none, or several have as many.
    LessonPrediction leading() const;
    void reveal(const LessonPrediction& outcome);
    void setTheme(const Theme& theme);
    QWidget* first() const;

Q_SIGNALS:
    /// A person has changed a count.
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void adapt();

    const Question& m_question;
    std::vector<QSpinBox*> m_hands; // one for each option
    PollBars* m_bars;
};

} // namespace hareloom::ui
