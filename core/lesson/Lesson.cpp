// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Lesson.h"

#include "core/base/Text.h"

#include <algorithm>

namespace hareloom {
namespace {

template<class T>
const T* findIn(const std::vector<T>& all, std::string_view id)
{
    const auto found = std::find_if(all.begin(), all.end(), [id](const T& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

bool Question::isJudged() const
{
    return kind != QuestionKind::Choice ||
           std::any_of(options.begin(), options.end(),
                       [](const LessonOption& option) { return !option.when.isEmpty(); });
}

const LessonExperiment* Lesson::findExperiment(std::string_view wanted) const
{
    return findIn(experiments, wanted);
}

const LessonStep* Lesson::findStep(std::string_view wanted) const
{
    return findIn(steps, wanted);
}

const LessonValue* Lesson::findValue(std::string_view wanted) const
{
    return findIn(values, wanted);
}

std::string labelOf(const Lesson& lesson, const LessonStep& step, std::string_view option)
{
    if (const std::string* own = lesson.texts.find(step.id + "." + std::string(option)))
        return *own;
    const std::string* ofState = lesson.texts.find(step.experiment + "." + std::string(option));
    return ofState ? *ofState : std::string(option);
}

Seed seedFor(std::string_view lesson, std::string_view learner)
{
    constexpr Seed kMostShown = 1'000'000'000; // nine digits can be read out to a class
    Seed hash = 0xcbf29ce484222325;            // FNV-1a, 64 bits
    const auto mix = [&hash](std::string_view bytes) {
        for (const char c : bytes)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    };
    mix(lesson);
    mix("\n");
    mix(lowerAscii(trimmed(learner)));
    return deriveSeed(hash, 0, 0, Purpose::RealRows) % kMostShown + 1;
}

} // namespace hareloom
