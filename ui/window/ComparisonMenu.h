// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/RecentSessions.h"
#include "ui/session/LabSession.h"

#include <QMenu>

namespace hareloom::ui {

struct Actions;

/// What there is to put beside the run on the bench: the run before, the runs that are recorded, the latest
/// first, and files.
class ComparisonMenu : public QMenu
{
    Q_OBJECT
public:
    /// All outlive this.
    ComparisonMenu(const LabSession& session, const RecentSessions& recents, const Actions& actions,
                   QWidget* parent);

Q_SIGNALS:
    void sessionChosen(const QString& path);

private:
    void fill();

    const LabSession& m_session;
    const RecentSessions& m_recents;
    const Actions& m_actions;
};

} // namespace hareloom::ui
