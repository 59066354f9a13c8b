// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/FileController.h"

#include "core/address/Address.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Presets.h"
#include "core/sweep/SweepFolder.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/Joining.h"
#include "ui/paths/PathBytes.h"
#include "ui/plot/ViewText.h"
#include "ui/presets/PresetList.h"
#include "ui/session/SessionReading.h"
#include "ui/sources/DataDialog.h"
#include "ui/sources/OwnData.h"
#include "ui/window/Actions.h"
#include "ui/window/FileQuestions.h"
#include "ui/window/RunGuard.h"

#include <QAction>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr qint64 kLargestExperiment = 16 * 1024 * 1024;

constexpr QLatin1String kFileScheme("file://");

bool isTableName(const QString& suffix)
{
    return QStringList{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"),
                       QStringLiteral("dat")}
        .contains(suffix.toLower());
}

} // namespace

FileController::FileController(LabSession& session, const RunGuard& guard, const Actions& actions,
                               QWidget& window)
    : QObject(&window),
      m_session(session),
      m_guard(guard),
      m_window(window),
      m_count(new QAction(tr("Count &n-grams"), this))
{
    connect(m_count, &QAction::triggered, this, [this] {
        if (m_other)
            put(*m_other, {});
    });
    connect(actions.openFile, &QAction::triggered, this, &FileController::askForSession);
    connect(actions.openData, &QAction::triggered, this, &FileController::askForData);
    connect(actions.openFolder, &QAction::triggered, this, &FileController::askForFolderOfData);
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool FileController::refuse(const QString& sentence)
{
    Q_EMIT said(sentence);
    return false;
}

void FileController::adopt(const QString& preset, const QString& sweepFolder)
{
    m_presetId = preset;
    m_sweepFolder = sweepFolder;
}

bool FileController::open(const QString& what)
{
    if (isAddress(what.toStdString())) {
        Q_EMIT addressGiven(what);
        return false;
    }
    if (what.startsWith(kFileScheme)) // as desktops hand files on
        return openFile(
            pathOf(QByteArray::fromPercentEncoding(what.mid(kFileScheme.size()).toUtf8()).toStdString()));
    const auto& known = presetList();
    const bool isPreset =
        std::any_of(known.begin(), known.end(), [&](const PresetEntry& p) { return p.id == what; });
    return isPreset && !pathExists(what) ? openPreset(what) : openFile(what);
}

bool FileController::openPreset(const QString& id)
{
    const auto experiment = loadPreset(id.toStdString());
    if (!experiment)
        return refuse(engineSentence(experiment.error().message));
    return put(*experiment, id);
}

bool FileController::openAddressed(const Experiment& experiment)
{
    return put(experiment, presetOf(experiment));
}

QString FileController::presetOnBench() const
{
    return isPresetRun(m_presetId, m_session.experiment()) ? m_presetId : QString();
}

bool FileController::openFile(const QString& path)
{
    const QFileInfo file(path);
    if (!pathExists(path))
        return refuse(
            path.contains(QChar::ReplacementCharacter)
                ? tr("%1: the name seems to hold bytes that are no UTF-8, which a file dialog cannot hand "
                     "on; rename the file, or give it to the program on the command line.")
                      .arg(path)
                : tr("%1: there is no such file, and no preset of that name.").arg(path));
    if (!pathIsFile(path) && !pathIsFolder(path))
        return refuse(tr("%1 is a pipe or a device; open a file.").arg(shownPath(path)));
    if (!isPlainPath(path))
        return openOddlyNamed(path);
    if (const auto opened = openOwn(path))
        return *opened;
    if (pathIsFolder(path) && SweepFolder::isOne(bytesOf(path)))
        return openSweep(path);
    if (isOrderName(path) || (pathIsFolder(path) && holdsOrder(path)))
        return openOrder(path);
    if (pathIsFolder(path))
        return refuse(tr("%1 is a folder without images (*.png, or MNIST's files) and texts (*.txt, *.md, "
                         "*.tokens, *.raw); open a session (*.hareloom) or an experiment (*.json) in it.")
                          .arg(path));
    if (file.suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0)
        return openExperiment(path);
    return isTableName(file.suffix()) ? openData(path) : openSession(path);
}

bool FileController::openOrder(const QString& path)
{
    const auto order = readOrder(path);
    if (!order)
        return refuse(engineSentence(order.error().message));
    if (!open(order->front().what))
        return false;
    Q_EMIT orderOpened(*order);
    return true;
}

// An experiment on a table, a text or images holds their path, and is UTF-8.
bool FileController::openOddlyNamed(const QString& path)
{
    if (!pathIsFolder(path) && path.endsWith(QLatin1String(".hareloom"), Qt::CaseInsensitive))
        return openSession(path);
    if (!pathIsFolder(path) && path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return openExperiment(path);
    return refuse(
        tr("%1: the name holds bytes that are no UTF-8, and an experiment could not hold it; rename it.")
            .arg(shownPath(path)));
}

// Images or prose; nothing where the file holds neither.
std::optional<bool> FileController::openOwn(const QString& path)
{
    const auto own = experimentOnOwn(path);
    if (!own)
        return refuse(engineSentence(own.error().message));
    if (!*own)
        return std::nullopt;
    if (!put(**own, {}))
        return false;
    offerCounting(path, (*own)->family);
    return true;
}

// A text is learned by a network unless somebody wants it counted, which takes no time.
void FileController::offerCounting(const QString& path, const std::string& family)
{
    m_other = otherExperimentOnOwn(path, family);
    if (!m_other)
        return;
    Q_EMIT hinted(tr("A language model learns this text, which takes minutes. n-grams only count which word "
                     "follows which: a "
                     "hundred generations in a moment."),
                  {m_count});
}

bool FileController::openExperiment(const QString& path)
{
    if (pathSize(path) > kLargestExperiment)
        return refuse(
            tr("%1 is too large to be an experiment; at most 16 MB are read.").arg(shownPath(path)));
    const auto experiment = loadExperiment(bytesOf(path));
    if (!experiment)
        return refuse(engineSentence(experiment.error().message));
    return put(*experiment, presetOf(*experiment));
}

bool FileController::openSweep(const QString& path)
{
    const auto folder = SweepFolder::open(bytesOf(path));
    if (!folder)
        return refuse(engineSentence(folder.error().message));
    return put(folder->experiment(), {}, path);
}

// What runs may not be lost unasked.
bool FileController::put(const Experiment& experiment, const QString& preset, const QString& sweepFolder)
{
    if (!m_guard.mayEnd())
        return false;
    m_presetId = preset;
    m_sweepFolder = sweepFolder;
    m_session.setExperiment(experiment);
    Q_EMIT opened();
    return true;
}

bool FileController::openSession(const QString& path)
{
    const auto contents = readSessionWatched(path);
    if (!contents && contents.error().kind == ErrorKind::Stopped)
        return false;
    if (!contents)
        return refuse(engineSentence(contents.error().message));
    if (!m_guard.mayEnd())
        return false;
    m_presetId = presetOf(contents->experiment);
    m_sweepFolder.clear();
    m_session.setFinished(*contents, path);
    Q_EMIT sessionOpened(path);
    Q_EMIT opened();
    QStringList notes;
    for (const std::string& note : contents->notes)
        notes << engineSentence(note);
    if (!notes.isEmpty())
        Q_EMIT said(inARow(notes));
    return true;
}

// The dialog is no loop of its own: what runs goes on, and what is no table is said in the window.
bool FileController::openData(const QString& path)
{
    if (QFileInfo(path).size() == 0)
        return refuse(tr("%1: the file is empty.").arg(path));
    const auto preview = previewCsv(path.toStdString());
    if (!preview)
        return refuse(engineSentence(preview.error().message));
    // A window that was opened on a table has nothing behind the dialog yet.
    if (m_session.experiment().title.empty() && m_session.history().isEmpty())
        openPreset(fromView(kDefaultPreset));
    auto* dialog = new DataDialog(path, *preview, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { put(dialog->experiment(), {}); });
    dialog->open();
    return true;
}

void FileController::askForSession()
{
    const QString path = askForFile(
        &m_window, tr("Open session or experiment"),
        tr("Sessions, experiments and tables (*.hareloom *.json *.csv *.tsv *.txt *.dat *.order);;Sessions "
           "(*.hareloom);;Experiments (*.json);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void FileController::askForData()
{
    const QString path =
        askForFile(&m_window, tr("Open data"),
                   tr("Tables, texts and images (*.csv *.tsv *.txt *.dat *.md *.tokens *.raw "
                      "*-ubyte *-ubyte.gz);;All files (*)"));
    if (!path.isEmpty() && !openOwn(path))
        openData(path);
}

void FileController::askForFolderOfData()
{
    const QString path = askForFolder(&m_window, tr("Open folder of images or texts"));
    if (!path.isEmpty())
        openFile(path);
}

bool FileController::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::DragEnter) {
        auto* enter = static_cast<QDragEnterEvent*>(event);
        if (enter->mimeData()->hasUrls()) {
            enter->acceptProposedAction();
            Q_EMIT draggedOver(true);
        }
        return true;
    }
    if (watched == &m_window && event->type() == QEvent::DragLeave) {
        Q_EMIT draggedOver(false);
        return true;
    }
    if (watched == &m_window && event->type() == QEvent::Drop) {
        Q_EMIT draggedOver(false);
        take(static_cast<QDropEvent*>(event)->mimeData()->urls());
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void FileController::take(const QList<QUrl>& dropped)
{
    QStringList sessions;
    for (const QUrl& url : dropped)
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).suffix() == QLatin1String("hareloom"))
            sessions << url.toLocalFile();
    if (sessions.size() > 1)
        Q_EMIT comparisonRequested(sessions);
    else if (dropped.isEmpty())
        return;
    else if (dropped.front().isLocalFile())
        openFile(dropped.front().toLocalFile());
    else if (isAddress(dropped.front().toString().toStdString()))
        Q_EMIT addressGiven(dropped.front().toString(QUrl::FullyEncoded));
    else
        Q_EMIT said(tr("%1 is not a file on this computer.").arg(dropped.front().toString()));
}

} // namespace hareloom::ui
