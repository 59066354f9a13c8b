// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/ExperimentJson.h"
#include "core/chain/Presets.h"
#include "ui/export/Figures.h"
#include "ui/export/MetricsCsv.h"
#include "ui/main/MainWindow.h"
#include "ui/main/MessageBar.h"
#include "ui/main/PresetList.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr auto kFolderKey = "files/folder";
constexpr qint64 kLargestExperiment = 16 * 1024 * 1024;

QString fileName(const Experiment& experiment, const QString& what)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\w\\-]+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString name =
        QString::fromStdString(experiment.title).replace(unsafe, QStringLiteral("-")).left(60).toLower();
    return what.isEmpty() ? name : name + QLatin1Char('-') + what;
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
    connect(a.exportStage, &QAction::triggered, this, [this] {
        exportFigure(stageFigure(),
                     fileName(m_session.experiment(), tr("generation-%1").arg(m_cursor.shown())));
    });
    connect(a.exportVitals, &QAction::triggered, this,
            [this] { exportFigure(vitalsFigure(), fileName(m_session.experiment(), tr("vitals"))); });
    connect(a.exportMetrics, &QAction::triggered, this, &MainWindow::exportMetrics);
    connect(a.copyStage, &QAction::triggered, this, [this] { copyFigure(stageFigure()); });
    connect(a.copyVitals, &QAction::triggered, this, [this] { copyFigure(vitalsFigure()); });
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

bool MainWindow::openFile(const QString& path)
{
    const QFileInfo file(path);
    const auto refuse = [this](const QString& sentence) {
        say(sentence);
        return false;
    };
    if (!file.exists())
        return refuse(tr("%1: there is no such file, and no preset of that name.").arg(path));
    if (file.isDir())
        return refuse(
            tr("%1 is a folder; open a session (*.hareloom) or an experiment (*.json) in it.").arg(path));
    if (file.suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0) {
        if (file.size() > kLargestExperiment)
            return refuse(tr("%1 is too large to be an experiment; at most 16 MB are read.").arg(path));
        const auto experiment = loadExperiment(path.toStdString());
        if (!experiment)
            return refuse(QString::fromStdString(experiment.error().message));
        m_presetId.clear();
        m_session.setExperiment(*experiment);
        return true;
    }
    if (isTableName(file.suffix()))
        return openData(path);
    const auto contents = readSession(path);
    if (!contents)
        return refuse(QString::fromStdString(contents.error().message));
    m_presetId.clear();
    m_session.setFinished(*contents, path);
    m_cursor.show(0);
    return true;
}

void MainWindow::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open session or experiment"), QSettings().value(kFolderKey).toString(),
        tr("Sessions, experiments and tables (*.hareloom *.json *.csv *.tsv *.txt *.dat);;Sessions "
           "(*.hareloom);;Experiments (*.json);;All files (*)"));
    if (path.isEmpty())
        return;
    QSettings().setValue(kFolderKey, QFileInfo(path).absolutePath());
    openFile(path);
}

QString MainWindow::askWhereTo(const QString& title, const QString& name, const QString& filter)
{
    const QString folder = QSettings().value(kFolderKey).toString();
    const QString path = QFileDialog::getSaveFileName(
        this, title, folder.isEmpty() ? name : folder + QLatin1Char('/') + name, filter);
    if (!path.isEmpty())
        QSettings().setValue(kFolderKey, QFileInfo(path).absolutePath());
    return path;
}

void MainWindow::saveSession()
{
    const QString recording = m_session.recordingPath();
    if (recording.isEmpty()) {
        say(tr("There is no recording of this run to save."));
        return;
    }
    QString path =
        askWhereTo(tr("Save session as"), fileName(m_session.experiment(), {}) + QStringLiteral(".hareloom"),
                   tr("Sessions (*.hareloom)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".hareloom");
    if (const auto saved = copySession(recording, path); !saved)
        say(QString::fromStdString(saved.error().message));
}

void MainWindow::exportFigure(const Figure& figure, const QString& name)
{
    QString path = askWhereTo(tr("Export figure"), name + QStringLiteral(".png"),
                              tr("PNG, 2x (*.png);;SVG (*.svg);;PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".png");
    if (const auto written = writeFigure(figure, path, {}); !written)
        say(QString::fromStdString(written.error().message));
}

void MainWindow::exportMetrics()
{
    const QString path = askWhereTo(tr("Export metrics"),
                                    fileName(m_session.experiment(), tr("metrics")) + QStringLiteral(".csv"),
                                    tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    if (const auto written = writeMetricsCsv(m_session.history(), path); !written)
        say(QString::fromStdString(written.error().message));
}

void MainWindow::copyFigure(const Figure& figure)
{
    QGuiApplication::clipboard()->setImage(renderFigure(figure, {}));
}

Figure MainWindow::stageFigure()
{
    Figure figure;
    figure.title = QString::fromStdString(m_session.experiment().title);
    figure.origin = figureOrigin(m_session.experimentOf(m_scene.chain()));
    figure.size = QSizeF(std::clamp(m_stage->width(), 880, 1280), std::clamp(m_stage->height(), 440, 720));
    figure.paint = [this](QPainter& painter, const QRectF& area, const Theme& theme) {
        m_scene.paint(painter, area, m_cursor.shown(), m_stage->options(), theme);
    };
    return figure;
}

Figure MainWindow::vitalsFigure()
{
    Figure figure;
    figure.title = QString::fromStdString(m_session.experiment().title);
    figure.origin = figureOrigin(m_session.experiment());
    figure.size = QSizeF(480, 180 * std::max(1, m_vitals->chartCount()));
    figure.paint = [this](QPainter& painter, const QRectF& area, const Theme& theme) {
        m_vitals->paintCharts(painter, area, theme);
    };
    return figure;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            openFile(url.toLocalFile());
        else
            say(tr("%1 is not a file on this computer.").arg(url.toString()));
        break;
    }
}

} // namespace hareloom::ui
