// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Lesson.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace hareloom {

/// One field of lesson.json, as the reference tells of it.
struct LessonField
{
    std::string path;   // "steps[].ask.kind"
    std::string values; // what it may hold
    std::string usual;  // "must be given", or what it is otherwise
    std::string meaning;
};

/// Every field, in the order of the reference.
std::vector<LessonField> lessonFields();

/// The reference as rows of a table in Markdown, as docs/lessons.md has it.
std::string lessonFieldTable();

/// Reads what stands in lesson.json, each field by itself: types, ranges, lengths, settings' names. How the
/// parts go together is checked by readLesson(). Experiments are complete. Errors: InvalidInput with the
/// path, what was found and what is allowed.
Result<Lesson> readLessonFields(const nlohmann::json& object);

} // namespace hareloom
