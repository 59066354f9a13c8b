// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/AnswersFile.h"

#include "core/lesson/Answers.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace hareloom::ui {

namespace {

QString ending()
{
    return QString::fromLatin1(kAnswersEnding.data(), qsizetype(kAnswersEnding.size()));
}

} // namespace

QString answersPath(const std::string& lesson)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                      QStringLiteral("/lessons"));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QString::fromStdString(lesson) + ending());
}

QString answersBeside(const QString& session)
{
    const QFileInfo file(session);
    return file.dir().filePath(file.completeBaseName() + ending());
}

} // namespace hareloom::ui
