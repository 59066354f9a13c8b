// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/Holdings.h"
#include "ui/catalogue/CatalogueDialog.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"

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

// Made when first asked for, and kept: its downloads go on while it is closed.
CatalogueDialog& MainWindow::catalogue()
{
    if (m_catalogue)
        return *m_catalogue;
    m_catalogue = new CatalogueDialog(catalogueEntries(), this);
    connect(m_catalogue, &CatalogueDialog::runRequested, this, [this] {
        m_messages->dismiss();
        const Experiment again = m_session.experiment(); // what is real is read anew
        m_session.setExperiment(again);
        run();
    });
    return *m_catalogue;
}

void MainWindow::connectCatalogue()
{
    connect(m_actions.catalogue, &QAction::triggered, this, [this] { catalogue().browse(); });
    connect(&m_session, &LabSession::failed, this, [this] {
        const CatalogueEntry* missing = missingFor(m_session.experiment());
        if (missing && m_session.history().isEmpty())
            catalogue().offer(*missing, experimentTitle());
    });
}

} // namespace hareloom::ui
