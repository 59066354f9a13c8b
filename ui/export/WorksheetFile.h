// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/lesson/LessonRun.h"

#include <QByteArray>

#include <memory>
#include <string>

namespace hareloom::ui {

/// What a worksheet is to be.
struct WorksheetWish
{
    std::string lesson;   // the id of a shipped one, or a folder
    std::string name;     // the learner's; empty: a line to write it on
    bool hasKey = false;  // for the seed of this name
    bool isNotes = false; // the teacher's notes instead, which are HTML
    bool isHtml = false;  // else PDF
};

/// A lesson, and where there is a key the runs that it is computed from.
struct WorksheetSource
{
    Lesson lesson;
    Seed seed = 1;
    std::unique_ptr<LessonRun> run; // null: without a key
};

/// Reads the lesson, and runs what a key needs. Any thread. Errors: those of the lesson and its runs;
/// Stopped.
Result<std::shared_ptr<const WorksheetSource>> worksheetSource(const WorksheetWish& wish,
                                                               const StopToken& stop = {});
/// Sets it. GUI thread.
QByteArray worksheetBytes(const WorksheetSource& source, const WorksheetWish& wish);

} // namespace hareloom::ui
