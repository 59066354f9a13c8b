// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Presets.h"
#include "ui/presets/PresetList.h"
#include "ui/session/Recordings.h"
#include "ui/settings/Preferences.h"
#include "ui/sources/OwnData.h"
#include "ui/window/Comparing.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr qint64 kLargestExperiment = 16 * 1024 * 1024;

QString fileName(const Experiment& experiment)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\w\\-]+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    return QString::fromStdString(experiment.title).replace(unsafe, QStringLiteral("-")).left(60).toLower();
}

bool isTableName(const QString& suffix)
{
    return QStringList{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"),
                       QStringLiteral("dat")}
        .contains(suffix.toLower());
}

} // namespace

void MainWindow::connectFileActions()
{
    const Actions& a = m_actions;
    connect(a.openFile, &QAction::triggered, this, &MainWindow::askForFile);
    connect(a.openData, &QAction::triggered, this, &MainWindow::askForData);
    connect(a.save, &QAction::triggered, this, &MainWindow::saveSession);
    connect(a.saveAs, &QAction::triggered, this, &MainWindow::saveSessionAs);
    connectExport();
}

bool MainWindow::open(const QString& what)
{
    const auto& known = presetList();
    const bool isPreset =
        std::any_of(known.begin(), known.end(), [&](const PresetEntry& p) { return p.id == what; });
    return isPreset && !QFileInfo::exists(what) ? openPreset(what) : openFile(what);
}

bool MainWindow::openPreset(const QString& id)
{
    const auto experiment = loadPreset(id.toStdString());
    if (!experiment) {
        say(QString::fromStdString(experiment.error().message));
        return false;
    }
    m_presetId = id;
    m_session.setExperiment(*experiment);
    return true;
}

// Images or prose.
bool MainWindow::openOwn(const QString& path)
{
    const auto own = experimentOnOwn(path);
    if (!own)
        return false;
    m_presetId.clear();
    m_session.setExperiment(*own);
    return true;
}

bool MainWindow::openFile(const QString& path)
{
    const QFileInfo file(path);
    const auto refuse = [this](const QString& sentence) {
        say(sentence);
        return false;
    };
    if (!file.exists())
        return refuse(tr("%1: there is no such file, and no preset of that name.").arg(path));
    if (openOwn(path))
        return true;
    if (file.isDir())
        return refuse(tr("%1 is a folder without images (*.png, or MNIST's files) and texts (*.txt); open a "
                         "session (*.hareloom) or an experiment (*.json) in it.")
                          .arg(path));
    if (file.suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0) {
        if (file.size() > kLargestExperiment)
            return refuse(tr("%1 is too large to be an experiment; at most 16 MB are read.").arg(path));
        const auto experiment = loadExperiment(path.toStdString());
        if (!experiment)
            return refuse(QString::fromStdString(experiment.error().message));
        m_presetId = presetOf(*experiment);
        m_session.setExperiment(*experiment);
        return true;
    }
    if (isTableName(file.suffix()))
        return openData(path);
    const auto contents = readSession(path);
    if (!contents)
        return refuse(QString::fromStdString(contents.error().message));
    m_presetId = presetOf(contents->experiment);
    m_session.setFinished(*contents, path);
    m_cursor.show(0);
    nameFile(isRecording(path) ? QString() : path);
    if (isRecording(path))
        keepRecording(path);
    remember(path);
    return true;
}

void MainWindow::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open session or experiment"), Preferences::startFolder(),
        tr("Sessions, experiments and tables (*.hareloom *.json *.csv *.tsv *.txt *.dat);;Sessions "
           "(*.hareloom);;Experiments (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    Preferences::setLastFolder(QFileInfo(path).absolutePath());
    openFile(path);
}

QString MainWindow::askWhereTo(const QString& title, const QString& name, const QString& filter)
{
    const QString folder = Preferences::startFolder();
    const QString path = QFileDialog::getSaveFileName(
        this, title, folder.isEmpty() ? name : folder + QLatin1Char('/') + name, filter);
    if (!path.isEmpty())
        Preferences::setLastFolder(QFileInfo(path).absolutePath());
    return path;
}

// Into the file that the user named before, without asking again.
void MainWindow::saveSession()
{
    if (m_file.isEmpty())
        saveSessionAs();
    else if (m_file != m_session.recordingPath())
        saveTo(m_file);
}

void MainWindow::saveSessionAs()
{
    if (m_session.recordingPath().isEmpty()) {
        say(tr("There is no recording of this run to save."));
        return;
    }
    QString path =
        askWhereTo(tr("Save session as"), fileName(m_session.experiment()) + QStringLiteral(".hareloom"),
                   tr("Sessions (*.hareloom)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".hareloom");
    saveTo(path);
}

void MainWindow::saveTo(const QString& path)
{
    if (const auto saved = copySession(m_session.recordingPath(), path); !saved) {
        say(QString::fromStdString(saved.error().message));
        return;
    }
    nameFile(path);
    remember(path);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList sessions;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).suffix() == QLatin1String("hareloom"))
            sessions << url.toLocalFile();
    if (sessions.size() > 1) {
        m_comparing->compareFiles(sessions, false, m_scene.chain());
        return;
    }
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            openFile(url.toLocalFile());
        else
            say(tr("%1 is not a file on this computer.").arg(url.toString()));
        break;
    }
}

} // namespace hareloom::ui
