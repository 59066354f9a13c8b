// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lesson/LessonCommand.h"

#include "app/cli/ExitStatus.h"
#include "core/base/ReadFile.h"
#include "core/base/WriteJson.h"
#include "core/lesson/LessonFields.h"
#include "core/lesson/LessonReader.h"
#include "core/lesson/Skeleton.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace hareloom::cli {
namespace {

namespace fs = std::filesystem;

int list(const LessonArguments& arguments, Console& console)
{
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    std::size_t width = 0;
    for (const std::string& id : shippedLessons())
        width = std::max(width, id.size());
    for (const std::string& id : shippedLessons()) {
        const Result<Lesson> lesson = findLesson(id);
        if (!lesson)
            return fail(console, lesson.error());
        const std::string title = plainOf(lesson->texts["title"]),
                          question = plainOf(lesson->texts["question"]);
        all.push_back({{"id", id}, {"minutes", lesson->minutes}, {"title", title}, {"question", question}});
        if (!arguments.json)
            console.out << id << std::string(width - id.size() + 2, ' ') << title << ", " << lesson->minutes
                        << " minutes\n"
                        << std::string(width + 2, ' ') << question << "\n";
    }
    if (arguments.json)
        console.data << jsonText(std::move(all), 2) << "\n";
    else
        console.out << "\nhareloom-cli lesson play " << shippedLessons().front()
                    << " begins the first one.\n";
    return kDone;
}

int makeNew(const LessonArguments& arguments, Console& console)
{
    std::error_code ignored;
    if (fs::exists(arguments.place, ignored))
        return fail(console,
                    invalidInput(arguments.place + " exists and is not overwritten. Choose another folder."));
    if (auto written = writeIntoFolder(arguments.place, lessonSkeleton()); !written)
        return fail(console, written.error());
    console.out << arguments.place << ": lesson.json and text.en.md. Change them, then:\n"
                << "hareloom-cli lesson check " << arguments.place << "\n"
                << "hareloom-cli lesson play " << arguments.place << "\n";
    return kDone;
}

} // namespace

int execute(const LessonArguments& arguments, Console& console)
{
    if (arguments.action == "list")
        return list(arguments, console);
    if (arguments.action == "new")
        return makeNew(arguments, console);
    if (arguments.action == "check")
        return checkLesson(arguments, console);
    if (arguments.action == "play")
        return playLesson(arguments, console);
    if (arguments.action == "collect")
        return collectAnswers(arguments, console);
    if (arguments.action == "worksheet")
        return writeWorksheet(arguments, console);
    console.data << lessonFieldTable();
    return kDone;
}

} // namespace hareloom::cli
