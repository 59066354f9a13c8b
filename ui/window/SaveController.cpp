// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/SaveController.h"

#include "ui/gallery/Preview.h"
#include "ui/language/EngineSentence.h"
#include "ui/lesson/LessonRuns.h"
#include "ui/presets/PresetList.h"
#include "ui/session/Recordings.h"
#include "ui/window/Actions.h"
#include "ui/window/FileQuestions.h"

#include <QAction>
#include <QFileInfo>
#include <QRegularExpression>
#include <QWidget>

namespace hareloom::ui {

namespace {

QString fileName(const Experiment& experiment)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\w\\-]+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    return QString::fromStdString(experiment.title).replace(unsafe, QStringLiteral("-")).left(60).toLower();
}

} // namespace

SaveController::SaveController(LabSession& session, const Actions& actions, QWidget& window)
    : QObject(&window), m_session(session), m_window(window)
{
    connect(actions.save, &QAction::triggered, this, &SaveController::save);
    connect(actions.saveAs, &QAction::triggered, this, &SaveController::saveAs);
    connect(&session, &LabSession::experimentChanged, this, [this] { name({}); });
    connect(&session, &LabSession::generationsReady, this, &SaveController::rememberRun);
    connect(&session, &LabSession::stateChanged, this, [this](RunState state) {
        if (state != RunState::Running)
            return;
        m_remembered.clear();
        rememberRun();
        tidyRecordings();
    });
}

bool SaveController::isModified() const
{
    return !m_file.isEmpty() && m_session.history().size() > m_linksInFile;
}

void SaveController::adopt(const QString& path)
{
    name(isRecording(path) ? QString() : path);
    if (isRecording(path))
        keepRecording(path);
    remember(path);
}

// Into the file that the user named before, without asking again.
void SaveController::save()
{
    if (m_file.isEmpty())
        saveAs();
    else if (m_file != m_session.recordingPath())
        saveTo(m_file);
}

void SaveController::saveAs()
{
    if (m_session.recordingPath().isEmpty()) {
        Q_EMIT said(tr("There is no recording of this run to save."));
        return;
    }
    const QString path = askWhereTo(&m_window, tr("Save session as"), proposedName(),
                                    tr("Sessions (*.hareloom)"), QStringLiteral("hareloom"));
    if (!path.isEmpty())
        saveTo(path);
}

// The file that is open, or after the experiment's title.
QString SaveController::proposedName() const
{
    return m_file.isEmpty() ? fileName(m_session.experiment()) + QStringLiteral(".hareloom")
                            : QFileInfo(m_file).fileName();
}

void SaveController::saveTo(const QString& path)
{
    if (const auto saved = copySession(m_session.recordingPath(), path); !saved) {
        Q_EMIT said(engineSentence(saved.error().message));
        return;
    }
    name(path);
    remember(path);
    Q_EMIT saved(path);
}

void SaveController::name(const QString& path)
{
    m_file = path;
    m_linksInFile = path.isEmpty() ? 0 : generationsIn(path);
    Q_EMIT named();
}

void SaveController::remember(const QString& path)
{
    if (!path.isEmpty())
        m_recents.add(path, QString::fromStdString(m_session.experiment().title),
                      changesToPreset(m_session.experiment()));
}

// A run is offered again as soon as it has something to show.
void SaveController::rememberRun()
{
    const QString path = m_session.recordingPath();
    if (!m_session.isRunning() || path == m_remembered || m_session.history().isEmpty())
        return;
    m_remembered = path;
    remember(path);
}

// Of the recordings that nobody asked for, the newest stay, and all that the gallery offers.
void SaveController::tidyRecordings() const
{
    const QString own = m_session.recordingPath();
    if (!isRecording(own))
        return;
    QStringList kept{own};
    for (const RecentSession& entry : m_recents.list())
        kept << entry.path;
    kept << lessonRuns(); // a lesson that was left goes on with its run
    pruneRecordings(QFileInfo(own).absolutePath(), kept);
}

} // namespace hareloom::ui
