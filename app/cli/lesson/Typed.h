// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/lesson/Lesson.h"

#include <optional>
#include <string>

namespace hareloom::cli {

/// What is typed after `prompt`, without blanks around it; nothing at the end of the input.
std::optional<std::string> readLine(Console& console, const std::string& prompt);

/// "first-lesson-ada.answers.json".
std::string answersFileFor(const std::string& lesson, const std::string& learner);

/// How this kind of question is answered, as a prompt.
std::string howTo(const Question& question);

} // namespace hareloom::cli
