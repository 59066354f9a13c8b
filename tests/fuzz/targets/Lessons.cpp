// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Answers.h"
#include "core/lesson/LessonReader.h"
#include "core/lesson/Skeleton.h"
#include "core/lesson/Worksheet.h"
#include "tests/fuzz/targets/Targets.h"

namespace hareloom::fuzz {

namespace {

LessonFiles smallLesson()
{
    LessonFiles files;
    files.id = "fuzz";
    for (const NamedText& file : lessonSkeleton())
        (file.name == "lesson.json" ? files.json : files.text) = file.content;
    return files;
}

void read(const LessonFiles& files)
{
    const auto lesson = readLesson(files);
    if (!lesson)
        return requireSentence(lesson.error());
    require(!lesson->steps.empty() && !lesson->texts["title"].empty(), "a lesson has steps and a title");
    for (const std::string& page : {worksheetHtml(*lesson), teacherHtml(*lesson)})
        require(page.find("<script") == std::string::npos && page.find("src=\"") == std::string::npos,
                "a page loads and runs nothing", page);
}

void readAnswersFile(Input input)
{
    static const Lesson lesson = *readLesson(smallLesson());
    const InputFile file(input);
    const auto answers = readAnswers(file.path(), lesson);
    if (!answers)
        return requireSentence(answers.error());
    require(readCollected(file.path()).ok(), "answers that can be read can be collected");
    const std::string written = answersText(*answers);
    const InputFile again(Input(reinterpret_cast<const std::uint8_t*>(written.data()), written.size()));
    const auto back = readAnswers(again.path(), lesson);
    require(back.ok() && answersText(*back) == written, "reading what is written changes nothing", written);
}

} // namespace

// The first byte says what the rest is: lesson.json, text.en.md, a file of answers, or an expression.
void lesson(Input input)
{
    if (input.empty())
        return;
    LessonFiles files = smallLesson();
    const std::string rest(textOf(input.subspan(1)));
    switch (input[0] % 4) {
    case 0:
        files.json = rest;
        return read(files);
    case 1:
        files.text = rest;
        return read(files);
    case 2:
        return readAnswersFile(input.subspan(1));
    default:
        if (const auto expression = Expression::parse(rest); !expression)
            requireSentence(expression.error());
    }
}

} // namespace hareloom::fuzz
