// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Answers.h"

#include <string>
#include <vector>

namespace hareloom {

/// The answers files (*.answers.json) of a folder, by name. Errors: InvalidFile: it cannot be read.
Result<std::vector<std::string>> answersFilesIn(const std::string& folder);

/// What a class answered in one lesson.
struct ClassAnswers
{
    std::vector<LessonAnswers> learners;
    std::vector<std::string> problems; // a sentence for each file that cannot be read, or is of another
                                       // lesson: one must not lose a class
};

/// The lesson that most of the folder's answers are of; empty where there are none. Errors: as
/// answersFilesIn().
Result<std::string> lessonOfClass(const std::string& folder);
/// Those of the folder that are of this lesson; others are passed over, and said. Errors: as
/// answersFilesIn().
Result<ClassAnswers> readClass(const std::string& folder, const Lesson& lesson);

/// How often each option of a choice, an order or names to strike out was named: of an order the first place,
/// else each.
struct OptionCount
{
    int predicted = 0, came = 0; // by learners; in their runs
};
std::vector<OptionCount> countOptions(const LessonStep& step, const ClassAnswers& answers);

} // namespace hareloom
