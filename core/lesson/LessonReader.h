// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Lesson.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

inline constexpr std::int64_t kMostLessonBytes = 256 << 10; // of lesson.json
inline constexpr std::int64_t kMostLessonLinks = 100'000;   // generations of all chains of one experiment
inline constexpr std::string_view kFirstLanguage = "en";

/// Reads and checks a whole lesson: FOLDER/lesson.json and FOLDER/text.LANGUAGE.md, where there is no such
/// file text.en.md. Nothing outside of the folder is read, and nothing is run. Errors: InvalidInput and
/// InvalidFile, one sentence or two with the file, the path or line, what was found and what is allowed.
Result<Lesson> readLesson(const std::string& folder, std::string_view language = kFirstLanguage);

/// The same of files in memory; `folder` is where data lie that its experiments name, empty: nowhere.
struct LessonFiles
{
    std::string id;         // its folder's name
    std::string json, text; // their content
    std::string textName = "text.en.md";
    std::string folder = {};
};
Result<Lesson> readLesson(const LessonFiles& files);

/// A lesson that comes with the program, resources/lessons/ID, in the order in which they are taught.
std::span<const std::string> shippedLessons();

/// A shipped lesson by its id, or one in a folder. A folder of the same name is reached as ./NAME. Errors: as
/// readLesson(); InvalidInput naming the lessons there are.
Result<Lesson> findLesson(const std::string& name, std::string_view language = kFirstLanguage);

/// The languages of a shipped lesson's texts, or of one in a folder: "en", "zh_CN". Empty where there is
/// none.
std::vector<std::string> lessonLanguages(const std::string& name);

} // namespace hareloom
