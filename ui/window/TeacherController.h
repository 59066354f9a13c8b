// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/ThemeControl.h"

#include <QObject>

#include <functional>
#include <string>

namespace hareloom::ui {

struct Actions;

/// What a teacher does with lessons beside showing them: worksheets, and the answers of a class. GUI thread.
class TeacherController : public QObject
{
    Q_OBJECT
public:
    /// `lesson` says which is on the screen, by its id; empty: none. All outlive this.
    TeacherController(const Actions& actions, const ThemeControl& themes, std::function<std::string()> lesson,
                      QWidget& window);

    /// Shows the answers in a folder. False, and said, where there are none.
    bool openClass(const QString& folder);

Q_SIGNALS:
    void said(const QString& sentence);
    /// The answers of a class are shown: what was said before has been mended.
    void opened();

private:
    const ThemeControl& m_themes;
    std::function<std::string()> m_lesson;
    QWidget& m_window;
};

} // namespace hareloom::ui
