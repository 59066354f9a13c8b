// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/GalleryController.h"

#include "core/recipe/Presets.h"
#include "ui/gallery/Gallery.h"
#include "ui/gallery/Preview.h"
#include "ui/presets/PresetList.h"
#include "ui/window/Actions.h"
#include "ui/window/ExperimentTitle.h"

#include <QAction>
#include <QStackedWidget>

namespace hareloom::ui {

GalleryController::GalleryController(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    connect(&parts.session, &LabSession::stateChanged, this, &GalleryController::clockRun);
}

bool GalleryController::isShown() const
{
    return m_gallery && m_parts.pages.currentWidget() == m_gallery;
}

void GalleryController::show()
{
    if (!m_gallery)
        make();
    m_gallery->clearFilter();
    m_gallery->setOngoing(m_canGoBack ? tr("%1: generation %2")
                                            .arg(experimentTitle(m_parts.session.experiment()),
                                                 QString::number(m_parts.cursor.shown()))
                                      : QString());
    m_parts.pages.setCurrentWidget(m_gallery);
    m_gallery->takeFocus();
}

void GalleryController::make()
{
    m_gallery = new Gallery(m_parts.recents, &m_parts.pages);
    m_gallery->setTheme(m_parts.themes.theme());
    m_gallery->setReducedMotion(m_parts.actions.reducedMotion->isChecked());
    m_parts.pages.addWidget(m_gallery);
    connect(&m_parts.themes, &ThemeControl::themeChanged, m_gallery, &Gallery::setTheme);
    connect(m_parts.actions.reducedMotion, &QAction::toggled, m_gallery, &Gallery::setReducedMotion);
    connect(m_gallery, &Gallery::presetChosen, this, &GalleryController::presetChosen);
    connect(m_gallery, &Gallery::sessionChosen, this, &GalleryController::sessionChosen);
    connect(m_gallery, &Gallery::lessonChosen, this, &GalleryController::lessonChosen);
    connect(m_gallery, &Gallery::ownDataRequested, m_parts.actions.openData, &QAction::trigger);
    connect(m_gallery, &Gallery::ownFolderRequested, m_parts.actions.openFolder, &QAction::trigger);
    connect(m_gallery, &Gallery::openRequested, m_parts.actions.openFile, &QAction::trigger);
    connect(m_gallery, &Gallery::continueRequested, this, &GalleryController::continueRequested);
}

void GalleryController::leave()
{
    m_canGoBack = true;
    if (isShown())
        m_parts.pages.setCurrentWidget(&m_parts.laboratory);
}

// A run of a preset from beginning to end tells the gallery how long it takes here.
void GalleryController::clockRun(RunState state)
{
    const LabSession& session = m_parts.session;
    if (state == RunState::Running && session.history().size() == 0)
        m_runClock.start();
    else if (state == RunState::Paused || state == RunState::Stopped)
        m_runClock.invalidate();
    if (state != RunState::Finished || !m_runClock.isValid())
        return;
    const auto preset = loadPreset(presetOf(session.experiment()).toStdString());
    if (preset && learnsSlowly(preset->family)) // of the others the gallery asks the engine
        rememberSeconds(*preset, double(m_runClock.elapsed()) / 1e3);
    m_runClock.invalidate();
}

} // namespace hareloom::ui
