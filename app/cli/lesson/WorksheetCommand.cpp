// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/Interrupts.h"
#include "app/cli/TypedNumber.h"
#include "app/cli/lesson/LessonCommand.h"
#include "core/base/AtomicFile.h"
#include "core/base/Text.h"
#include "core/lesson/ClassAnswers.h"
#include "core/lesson/LessonReader.h"
#include "core/lesson/LessonRun.h"
#include "core/lesson/Worksheet.h"

#include <filesystem>

namespace hareloom::cli {
namespace {

namespace fs = std::filesystem;

Result<std::string> pageOf(const LessonArguments& arguments, const Lesson& lesson, Seed seed)
{
    if (arguments.notes)
        return teacherHtml(lesson);
    LessonRun run(lesson, seed);
    const StopSource stop;
    const Interrupts interrupts(stop);
    if (arguments.key || arguments.gift)
        if (auto done = run.runAll(stop.token()); !done)
            return done.error();
    const LessonFindings findings = run.findings();
    if (arguments.gift)
        return giftText(lesson, findings);
    WorksheetOptions options{arguments.name, {}, arguments.key ? &findings : nullptr};
    if (arguments.key || !arguments.name.empty() || arguments.seed)
        options.seed = seed;
    return worksheetHtml(lesson, options);
}

/// A line for the table; the file's name where the learner gave none.
std::string rowOf(const CollectedAnswer& answer, const std::string& file)
{
    std::string row;
    const std::string name = answer.name.empty() ? file : answer.name;
    for (const std::string& cell : {name, answer.step, answer.prediction, answer.outcome, answer.right,
                                    answer.lesson, std::to_string(answer.seed)})
        row += (row.empty() ? "" : ",") + csvField(cell);
    return row + "\n";
}

} // namespace

int writeWorksheet(const LessonArguments& arguments, Console& console)
{
    const Result<Lesson> lesson = findLesson(arguments.place);
    if (!lesson)
        return fail(console, lesson.error());
    const Seed own = arguments.name.empty() ? 1 : seedFor(lesson->id, arguments.name);
    const auto seed = typedNumber(arguments.seed, "--seed", 0, kMostSeed, static_cast<std::int64_t>(own));
    if (!seed)
        return fail(console, seed.error());
    const Result<std::string> page = pageOf(arguments, *lesson, static_cast<Seed>(*seed));
    if (!page)
        return page.error().kind == ErrorKind::Stopped ? kInterrupted : fail(console, page.error());
    if (arguments.out.empty()) {
        console.data << *page;
        return kDone;
    }
    const auto written = writeFileAtomically(arguments.out, [&page](std::ostream& out) {
        out << *page;
        return Result<void>();
    });
    return written ? kDone : fail(console, written.error());
}

int collectAnswers(const LessonArguments& arguments, Console& console)
{
    const auto files = answersFilesIn(arguments.place);
    if (!files)
        return fail(console, files.error());
    console.data << "name,step,prediction,outcome,right,lesson,seed\n";
    int status = kDone;
    for (const std::string& file : *files) {
        const auto rows = readCollected(file);
        if (!rows) // one damaged file must not lose a class
            status = fail(console, rows.error());
        else
            for (const CollectedAnswer& row : *rows)
                console.data << rowOf(row, fs::path(file).filename().string());
    }
    if (files->empty())
        console.note(arguments.place + ": there are no files *" + std::string(kAnswersEnding) + " here.");
    return status;
}

} // namespace hareloom::cli
