// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string>

namespace hareloom::ui {

/// Which recordings hold the runs of lessons, so that a lesson that was left goes on with them. Kept in
/// QSettings, written at once. GUI thread.

/// `path` records the run of a lesson's experiment from now on.
void rememberLessonRun(const std::string& lesson, const std::string& experiment, const QString& path);
/// Empty where none is known. The file may be gone, or hold another run.
QString lessonRun(const std::string& lesson, const std::string& experiment);
/// Of all lessons.
QStringList lessonRuns();
/// They are wanted no more.
void forgetLessonRuns(const std::string& lesson);

/// The lesson that somebody was in last and has not finished: its id or its folder, as
/// LessonController::start() takes it. Empty: there is none.
QString interruptedLesson();
void setInterruptedLesson(const QString& place);

} // namespace hareloom::ui
