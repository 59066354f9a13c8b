// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <vector>

namespace hareloom::ui {

/// One line of the list; the file may be gone.
struct RecentSession
{
    QString path, title;
    QDateTime used;  // when it was last run, opened or saved
    QString changes; // in what it is other than the preset of its title; empty: in nothing, or there is none
};

// What it is called, how it differs and when it was used, in the language of the window.
QString titleOf(const RecentSession& run);
QString changesOf(const RecentSession& run);
QString momentOf(const RecentSession& run);

/// The sessions that were last run, opened or saved, the latest first. Kept in QSettings, written at once: a
/// run is on the list while it goes on. GUI thread.
class RecentSessions : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 24;

    explicit RecentSessions(QObject* parent = nullptr);

    const std::vector<RecentSession>& list() const { return m_list; }
    /// Of one of them, as it was added.
    QString changesOf(const QString& path) const;
    /// Puts it first; once, whatever it was called.
    void add(const QString& path, const QString& title, const QString& changes = {});
    /// From the list; the file stays.
    void remove(const QString& path);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void drop(const QString& path);
    void keep();

    std::vector<RecentSession> m_list;
};

} // namespace hareloom::ui
