// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"
#include "ui/session/RunningOrder.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace hareloom::ui {

class RunGuard;
struct Actions;

/// Opens what a user names, chooses or drops on the window, and puts it on the bench. What cannot be opened
/// is said, and what was on the bench stays; so it does where its run is not to end.
class FileController : public QObject
{
    Q_OBJECT
public:
    /// All outlive this. Files that are dropped on `window` are taken from there.
    FileController(LabSession& session, const RunGuard& guard, const Actions& actions, QWidget& window);

    /// A session file, an experiment file or a preset's id, a path or as file:///; an address, which is
    /// handed on (addressGiven()): nothing is on the bench then.
    bool open(const QString& what);
    bool openFile(const QString& path);
    bool openPreset(const QString& id);
    /// What an address names, once a person has agreed to it.
    bool openAddressed(const Experiment& experiment);
    /// Lets the user choose a table, a text or images.
    void askForData();
    void askForFolderOfData();
    /// The preset that is on the bench, apart from its seed; empty for any other experiment.
    QString presetOnBench() const;
    /// What is on the bench was opened by another window, as this preset or from this folder of a sweep.
    void adopt(const QString& preset, const QString& sweepFolder);
    /// The folder of the sweep that is on the bench; empty where it came from none.
    const QString& sweepFolder() const { return m_sweepFolder; }

Q_SIGNALS:
    void said(const QString& sentence);
    /// A file is held over the window, or no longer.
    void draggedOver(bool isThere);
    /// What else can be done with what was opened.
    void hinted(const QString& sentence, const QList<QAction*>& remedies);
    /// Something else is on the bench.
    void opened();
    /// The run of this file is on the bench; before opened().
    void sessionOpened(const QString& path);
    /// A folder of experiments and sessions, or a list of them: the first is on the bench.
    void orderOpened(const std::vector<hareloom::ui::OrderEntry>& order);
    /// Somebody gave an address (core/address/Address.h) where a file could have been.
    void addressGiven(const QString& address);
    /// Several sessions were dropped.
    void comparisonRequested(const QStringList& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool refuse(const QString& sentence);
    void askForSession();
    bool openOrder(const QString& path);
    std::optional<bool> openOwn(const QString& path);
    void offerCounting(const QString& path, const std::string& family);
    bool openOddlyNamed(const QString& path);
    bool openData(const QString& path);
    bool openExperiment(const QString& path);
    bool openSession(const QString& path);
    bool openSweep(const QString& path);
    bool put(const Experiment& experiment, const QString& preset, const QString& sweepFolder = {});
    void take(const QList<QUrl>& dropped);

    LabSession& m_session;
    const RunGuard& m_guard;
    QWidget& m_window;
    QString m_sweepFolder;
    QAction* m_count;                  // the text on the bench by n-grams
    std::optional<Experiment> m_other; // that does so
    QString m_presetId; // of what was opened last; empty where it was no preset
};

} // namespace hareloom::ui
