// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"

namespace hareloom::ui {

struct Actions;
class CatalogueDialog;

/// The catalogue's dialog: opened from the menu, or when a run fails because its data are not here yet.
class CatalogueController : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    CatalogueController(LabSession& session, const Actions& actions, QWidget& window);

Q_SIGNALS:
    /// The data are here now, and the experiment is on the bench anew: it should run.
    void runRequested();

private:
    CatalogueDialog& dialog();
    void offerMissing();

    LabSession& m_session;
    QWidget& m_window;
    CatalogueDialog* m_dialog =
        nullptr; // made when first shown, and kept: its downloads go on while it is closed
};

} // namespace hareloom::ui
