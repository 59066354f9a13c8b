// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/base/Result.h"
#include "core/lesson/Lesson.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hareloom::cli {

/// What is typed after `prompt`, without blanks around it; nothing at the end of the input.
std::optional<std::string> readLine(Console& console, const std::string& prompt);

/// "first-lesson-ada.answers.json".
std::string answersFileFor(const std::string& lesson, const std::string& learner);

/// How this kind of question is answered, as a prompt.
std::string howTo(const Question& question);

/// The whole number that was typed after an option, or `otherwise` where none was. Errors: InvalidInput,
/// naming what was typed and what is allowed.
Result<std::int64_t> typedNumber(const std::optional<std::string>& typed, const char* option, double least,
                                 double most, std::int64_t otherwise);

inline constexpr double kMostSeed = 9007199254740991; // 2^53 - 1, as everywhere

} // namespace hareloom::cli
