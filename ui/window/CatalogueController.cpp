// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/CatalogueController.h"

#include "core/catalogue/Holdings.h"
#include "ui/catalogue/CatalogueDialog.h"
#include "ui/window/Actions.h"
#include "ui/window/ExperimentTitle.h"

#include <QAction>

namespace hareloom::ui {

namespace {

/// The entry whose files the experiment reads and that is not complete here; else null.
const CatalogueEntry* missingFor(const Experiment& experiment)
{
    const CatalogueEntry* entry = findCatalogueEntry(experiment.source.kind);
    return entry && holdingOf(*entry).state != HoldingState::Present ? entry : nullptr;
}

} // namespace

CatalogueController::CatalogueController(LabSession& session, const Actions& actions, QWidget& window)
    : QObject(&window), m_session(session), m_window(window)
{
    connect(actions.catalogue, &QAction::triggered, this, [this] { dialog().browse(); });
    connect(&session, &LabSession::failed, this, &CatalogueController::offerMissing);
}

CatalogueDialog& CatalogueController::dialog()
{
    if (m_dialog)
        return *m_dialog;
    m_dialog = new CatalogueDialog(catalogueEntries(), &m_window);
    connect(m_dialog, &CatalogueDialog::runRequested, this, [this] {
        const Experiment again = m_session.experiment(); // what is real is read anew
        m_session.setExperiment(again);
        Q_EMIT runRequested();
    });
    return *m_dialog;
}

void CatalogueController::offerMissing()
{
    const CatalogueEntry* missing = missingFor(m_session.experiment());
    if (missing && m_session.history().isEmpty())
        dialog().offer(*missing, experimentTitle(m_session.experiment()));
}

} // namespace hareloom::ui
