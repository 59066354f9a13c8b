// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Event.h"
#include "core/lesson/Judge.h"

#include <string>

namespace hareloom {

/// Whose worksheet it is. `findings`: of the learner's own run, for the key; null: without a key.
struct WorksheetOptions
{
    std::string name; // empty: a line to write it on
    std::optional<Seed> seed;
    const LessonFindings* key = nullptr;
    std::string language = "en";       // as HTML has it
    Translation translation = nullptr; // of the sheet's own words and of metrics' titles
};

/// A worksheet of one page that stands alone, as HTML: the lesson's words and questions, with empty axes to
/// draw on and boxes to tick; with a key the answers, computed from the run, and its curves in the axes.
/// Loads nothing.
std::string worksheetHtml(const Lesson& lesson, const WorksheetOptions& options = {});

/// The teacher's page, as HTML: minutes, aims, misconceptions, steps, discussion and sources. Of the options
/// it takes the language and its words.
std::string teacherHtml(const Lesson& lesson, const WorksheetOptions& options = {});

/// The lesson's questions as GIFT, as Moodle reads it: those that have one right answer in this run. Curves
/// are left out.
std::string giftText(const Lesson& lesson, const LessonFindings& findings);

} // namespace hareloom
