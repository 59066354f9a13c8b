// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Lesson.h"
#include "core/lesson/RunRecord.h"

#include <map>
#include <optional>
#include <string>

namespace hareloom {

/// What a lesson's expressions are computed from: what was run so far and what was answered. Refers to the
/// lesson and the records, which must outlive it.
struct LessonFindings
{
    const Lesson& lesson;
    std::map<std::string, const RunRecord*, std::less<>>
        runs; // by experiment; one that is absent has no numbers
    std::map<std::string, double, std::less<>> answers = {}; // of steps whose answer is a number
};

/// The value, NaN where there is none, inf for what never happens. `generation`: the one that is looked at;
/// nothing: the last. `expression` is one of the lesson's.
double evaluate(const Expression& expression, const LessonFindings& findings,
                std::optional<int> generation = {});

/// Whether it is so: a value that is a number and not 0.
bool holds(const Expression& condition, const LessonFindings& findings, std::optional<int> generation = {});

/// The text with its values, each one of the lesson's.
std::string filled(std::string_view text, const LessonFindings& findings);

/// What functions over generations and over chains go through: the first metric or state in `node`, if there
/// is one.
const ExpressionNode* spanOf(const ExpressionNode& node, const Lesson& lesson);

/// Which experiments an expression looks at, those of the values that it names among them.
std::vector<std::string> experimentsOf(const Expression& expression, const Lesson& lesson);

} // namespace hareloom
