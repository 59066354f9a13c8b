// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/RecentSessions.h"
#include "ui/session/LabSession.h"

namespace hareloom::ui {

struct Actions;

/// Which file the run on the bench is in: saves it where the user says, and remembers for the gallery what
/// was run, opened or saved.
class SaveController : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    SaveController(LabSession& session, const Actions& actions, QWidget& window);

    RecentSessions& recents() { return m_recents; }
    /// That the user opened or saved; empty where there is only the automatic recording.
    const QString& file() const { return m_file; }
    /// Whether file() lacks generations that the recording has.
    bool isModified() const;
    /// The run on the bench was read from `path`.
    void adopt(const QString& path);

Q_SIGNALS:
    void said(const QString& sentence);
    /// The run was saved where the user said.
    void saved(const QString& path);
    /// file() is another.
    void named();

private:
    void save();
    void saveAs();
    QString proposedName() const;
    void saveTo(const QString& path);
    void name(const QString& path);
    void remember(const QString& path);
    void rememberRun();
    void tidyRecordings() const;

    LabSession& m_session;
    QWidget& m_window;
    RecentSessions m_recents;
    QString m_remembered; // the run's recording, once the gallery knows of it
    QString m_file;
    std::size_t m_linksInFile = 0; // generations that it holds
};

} // namespace hareloom::ui
