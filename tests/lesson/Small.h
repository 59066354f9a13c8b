// SPDX-License-Identifier: GPL-3.0-or-later
// A small lesson to be changed, and runs made by hand.
#pragma once

#include "core/lesson/Evaluate.h"
#include "core/lesson/LessonReader.h"
#include "core/lesson/Skeleton.h"

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>

namespace hareloom::test {

/// The files of the lesson that `lesson new` writes.
inline LessonFiles smallFiles()
{
    LessonFiles files;
    files.id = "small";
    for (const NamedText& file : lessonSkeleton())
        (file.name == "lesson.json" ? files.json : files.text) = file.content;
    return files;
}

/// The small lesson with another value at a place of its JSON: "/steps/0/id".
inline LessonFiles changed(const char* pointer, const QByteArray& value)
{
    LessonFiles files = smallFiles();
    auto json = nlohmann::json::parse(files.json);
    json[nlohmann::json::json_pointer(pointer)] = nlohmann::json::parse(value.toStdString());
    files.json = json.dump();
    return files;
}

/// Why it is refused; empty when it is not.
inline QString refusalOf(const LessonFiles& files)
{
    const auto lesson = readLesson(files);
    return lesson ? QString() : QString::fromStdString(lesson.error().message);
}

inline Lesson lessonOf(const LessonFiles& files)
{
    auto lesson = readLesson(files);
    if (!lesson)
        qFatal("%s", lesson.error().message.c_str());
    return *std::move(lesson);
}

/// A generation with one metric, and where there are any, states' probabilities.
inline Generation link(int chain, int index, const char* metric, double value)
{
    Generation generation;
    generation.chain = chain;
    generation.index = index;
    generation.metrics = {{MetricName(metric), value}};
    return generation;
}

} // namespace hareloom::test
