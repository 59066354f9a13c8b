// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "app/cli/lesson/LessonArguments.h"

#include <functional>

namespace CLI {
class App;
}

namespace hareloom::cli {

/// Adds `lesson` and its commands to the program. When one is given, `chosen` is called with its arguments.
void declareLesson(CLI::App& program, const std::function<void(LessonArguments)>& chosen);

/// Does what the action says and returns the exit status.
int execute(const LessonArguments& arguments, Console& console);

/// The actions that are more than a few lines.
int playLesson(const LessonArguments& arguments, Console& console);
int checkLesson(const LessonArguments& arguments, Console& console);
int writeWorksheet(const LessonArguments& arguments, Console& console);
int collectAnswers(const LessonArguments& arguments, Console& console);

} // namespace hareloom::cli
