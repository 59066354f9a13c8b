// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ComparisonMenu.h"

#include "ui/paths/PathBytes.h"
#include "ui/window/Actions.h"

#include <QAction>

namespace hareloom::ui {

namespace {

constexpr int kMostRuns = 12; // a menu is read at a glance

QString entryOf(const RecentSession& run)
{
    QStringList words{titleOf(run), changesOf(run), momentOf(run)};
    words.removeAll(QString());
    return words.join(QStringLiteral(" · ")).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

ComparisonMenu::ComparisonMenu(const LabSession& session, const RecentSessions& recents,
                               const Actions& actions, QWidget* parent)
    : QMenu(parent), m_session(session), m_recents(recents), m_actions(actions)
{
    setAccessibleName(tr("Compare with"));
    connect(this, &QMenu::aboutToShow, this, &ComparisonMenu::fill);
    fill(); // a menu without entries does not open
}

void ComparisonMenu::fill()
{
    clear();
    addAction(m_actions.compareBefore);
    addSeparator();
    int offered = 0;
    for (const RecentSession& run : m_recents.list()) {
        if (offered == kMostRuns || run.path == m_session.recordingPath() || !pathExists(run.path))
            continue;
        QAction* entry = addAction(entryOf(run));
        connect(entry, &QAction::triggered, this, [this, path = run.path] { Q_EMIT sessionChosen(path); });
        ++offered;
    }
    if (offered == 0)
        addAction(tr("No other run is recorded yet"))->setEnabled(false);
    addSeparator();
    addAction(m_actions.compareFiles);
}

} // namespace hareloom::ui
