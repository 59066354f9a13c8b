// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/LessonRuns.h"

#include <QSettings>

namespace hareloom::ui {

namespace {

constexpr auto kRuns = "lessons/runs", kInterrupted = "lessons/interrupted";

QString keyOf(const std::string& lesson, const std::string& experiment)
{
    return QStringLiteral("%1/%2/%3")
        .arg(QLatin1String(kRuns), QString::fromStdString(lesson), QString::fromStdString(experiment));
}

} // namespace

void rememberLessonRun(const std::string& lesson, const std::string& experiment, const QString& path)
{
    QSettings().setValue(keyOf(lesson, experiment), path);
}

QString lessonRun(const std::string& lesson, const std::string& experiment)
{
    return QSettings().value(keyOf(lesson, experiment)).toString();
}

QStringList lessonRuns()
{
    QSettings settings;
    settings.beginGroup(QLatin1String(kRuns));
    QStringList paths;
    for (const QString& key : settings.allKeys())
        paths << settings.value(key).toString();
    return paths;
}

void forgetLessonRuns(const std::string& lesson)
{
    QSettings().remove(QStringLiteral("%1/%2").arg(QLatin1String(kRuns), QString::fromStdString(lesson)));
}

QString interruptedLesson()
{
    return QSettings().value(QLatin1String(kInterrupted)).toString();
}

void setInterruptedLesson(const QString& place)
{
    QSettings().setValue(QLatin1String(kInterrupted), place);
}

} // namespace hareloom::ui
