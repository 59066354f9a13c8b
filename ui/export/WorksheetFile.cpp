// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/WorksheetFile.h"

#include "core/lesson/LessonReader.h"
#include "ui/export/WorksheetPdf.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Languages.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

/// The sheet's own words, and what metrics are called on it.
std::string sheetWords(std::string_view english)
{
    const std::string text(english);
    const QString own = QCoreApplication::translate("Worksheet", text.c_str());
    return own == QString::fromStdString(text) ? engineWords(EngineList::Metric, text).toStdString()
                                               : own.toStdString();
}

} // namespace

Result<std::shared_ptr<const WorksheetSource>> worksheetSource(const WorksheetWish& wish,
                                                               const StopToken& stop)
{
    auto lesson = findLesson(wish.lesson, spokenLanguage().toStdString());
    if (!lesson)
        return lesson.error();
    auto source = std::make_shared<WorksheetSource>();
    source->lesson = *std::move(lesson);
    source->seed = wish.name.empty() ? 1 : seedFor(source->lesson.id, wish.name);
    if (wish.hasKey) {
        source->run = std::make_unique<LessonRun>(source->lesson, source->seed);
        if (auto done = source->run->runAll(stop); !done)
            return done.error();
    }
    return std::shared_ptr<const WorksheetSource>(std::move(source));
}

QByteArray worksheetBytes(const WorksheetSource& source, const WorksheetWish& wish)
{
    const LessonFindings findings = source.run ? source.run->findings() : LessonFindings{source.lesson, {}};
    WorksheetOptions options{wish.name, {}, source.run ? &findings : nullptr, {}, sheetWords};
    options.language = spokenLanguage().replace(QLatin1Char('_'), QLatin1Char('-')).toStdString();
    if (wish.isNotes)
        return QByteArray::fromStdString(teacherHtml(source.lesson, options));
    if (source.run || !wish.name.empty())
        options.seed = source.seed;
    return wish.isHtml ? QByteArray::fromStdString(worksheetHtml(source.lesson, options))
                       : worksheetPdf(source.lesson, options);
}

} // namespace hareloom::ui
