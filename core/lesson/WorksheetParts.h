// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Worksheet.h"

#include <string>
#include <vector>

namespace hareloom {

/// One thing on a worksheet, whatever it is set as: HTML or pages.
struct SheetPart
{
    enum class Kind {
        Heading,     // text
        Field,       // text, then value: "Name: Ada"
        Words,       // text, with LessonText's marks
        Options,     // entries, lettered from A
        List,        // entries
        Outcome,     // text: what the run showed
        Lines,       // so many, to write on
        Axes,        // to draw a curve on: question, text is the vertical axis, outcome a curve or empty
        Generations, // an axis to set a mark on, from 0 to `count`; outcome: where, or empty
    };
    Kind kind = Kind::Words;
    std::string text, value;
    std::vector<std::string> entries;
    std::int64_t count = 0;             // Lines, Generations
    const Question* question = nullptr; // Axes; the lesson's
    std::vector<double> outcome;
    int asked = -1;     // parts of one question have its number, from 0; of none: -1
    bool isKey = false; // only who has the key sees it
};

/// All of a worksheet, in order. The lesson outlives it.
std::vector<SheetPart> worksheetParts(const Lesson& lesson, const WorksheetOptions& options);

/// The words in another language; the English ones where no translation is wanted.
std::string known(Translation translation, std::string_view english);

} // namespace hareloom
