// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/TeacherController.h"

#include "core/lesson/ClassAnswers.h"
#include "core/lesson/LessonReader.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/Languages.h"
#include "ui/paths/PathBytes.h"
#include "ui/window/Actions.h"
#include "ui/window/ClassDialog.h"
#include "ui/window/FileQuestions.h"
#include "ui/window/WorksheetDialog.h"

#include <QAction>

namespace hareloom::ui {

TeacherController::TeacherController(const Actions& actions, const ThemeControl& themes,
                                     std::function<std::string()> lesson, QWidget& window)
    : QObject(&window), m_themes(themes), m_lesson(std::move(lesson)), m_window(window)
{
    connect(actions.worksheet, &QAction::triggered, this, [this] {
        auto* dialog = new WorksheetDialog(m_lesson(), &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(actions.classAnswers, &QAction::triggered, this, [this] {
        const QString folder = askForFolder(&m_window, tr("Folder with the answers of a class"));
        if (!folder.isEmpty())
            openClass(folder);
    });
}

bool TeacherController::openClass(const QString& folder)
{
    const auto refuse = [this](const QString& sentence) {
        Q_EMIT said(sentence);
        return false;
    };
    const auto id = lessonOfClass(bytesOf(folder));
    if (!id)
        return refuse(engineSentence(id.error().message));
    if (id->empty())
        return refuse(tr("%1: there are no answers to a lesson (*.answers.json) here.").arg(folder));
    auto lesson = findLesson(*id, spokenLanguage().toStdString());
    if (!lesson)
        return refuse(
            tr("These answers are to the lesson \"%1\", which is not among the lessons of this program.")
                .arg(QString::fromStdString(*id)));
    auto answers = readClass(bytesOf(folder), *lesson);
    if (!answers)
        return refuse(engineSentence(answers.error().message));
    auto* dialog = new ClassDialog(*std::move(lesson), *std::move(answers), m_themes.theme(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QWidget::show();
    Q_EMIT opened();
    return true;
}

} // namespace hareloom::ui
