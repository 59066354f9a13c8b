// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/TypedNumber.h"
#include "app/cli/Interrupts.h"
#include "app/cli/lesson/LessonCommand.h"
#include "core/lesson/LessonCheck.h"
#include "core/lesson/LessonReader.h"

namespace hareloom::cli {
namespace {

std::string wordOf(CheckedLine::Kind kind)
{
    switch (kind) {
    case CheckedLine::Kind::Claim:
        return "claim";
    case CheckedLine::Kind::Question:
        return "question";
    case CheckedLine::Kind::Goal:
        return "goal";
    case CheckedLine::Kind::Value:
        return "value";
    case CheckedLine::Kind::Number:
        return "number";
    case CheckedLine::Kind::Shown:
        return "question";
    }
    return {};
}

void print(const CheckedLine& line, Console& console)
{
    console.out << (line.isSound() ? "ok    " : "FAIL  ") << wordOf(line.kind) << ", " << line.place << ": "
                << line.what;
    if (line.kind != CheckedLine::Kind::Number && line.kind != CheckedLine::Kind::Shown)
        console.out << " [" << line.held << " of " << line.of << " seeds, " << line.needed << " needed]";
    console.out << "\n";
}

} // namespace

int checkLesson(const LessonArguments& arguments, Console& console)
{
    const Result<Lesson> lesson = findLesson(arguments.place);
    if (!lesson)
        return fail(console, lesson.error());
    for (const std::string& language : lessonLanguages(arguments.place))
        if (const Result<Lesson> same = findLesson(arguments.place, language); !same)
            return fail(console, same.error());
    const auto seeds = typedNumber(arguments.seeds, "--seeds", 1, 1000, lesson->seeds);
    if (!seeds)
        return fail(console, seeds.error());
    const StopSource stop;
    const Interrupts interrupts(stop);
    const auto report = hareloom::checkLesson(*lesson, static_cast<int>(*seeds), stop.token(), [&](int seed) {
        if (console.errIsTerminal)
            console.draw("Seed " + std::to_string(seed) + " of " + std::to_string(*seeds));
    });
    if (console.errIsTerminal)
        console.wipe();
    if (!report)
        return report.error().kind == ErrorKind::Stopped ? kInterrupted : fail(console, report.error());
    for (const CheckedLine& line : report->lines)
        print(line, console);
    console.out << lesson->id << (report->isSound() ? ": sound" : ": its words no longer fit")
                << ", played for " << *seeds << (*seeds == 1 ? " seed" : " seeds") << ".\n";
    return report->isSound() ? kDone : kFailed;
}

} // namespace hareloom::cli
