// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/WindowParts.h"

#include "ui/families/Faces.h"
#include "ui/window/AddressController.h"
#include "ui/window/BranchController.h"
#include "ui/window/CatalogueController.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/CopyController.h"
#include "ui/window/ExportController.h"
#include "ui/window/FileController.h"
#include "ui/window/FilmController.h"
#include "ui/window/GalleryController.h"
#include "ui/window/Laboratory.h"
#include "ui/window/LessonController.h"
#include "ui/window/MechanismController.h"
#include "ui/window/MessageBar.h"
#include "ui/window/OrderController.h"
#include "ui/window/PickController.h"
#include "ui/window/PlaybackController.h"
#include "ui/window/PresenterController.h"
#include "ui/window/RecipeController.h"
#include "ui/window/RunGuard.h"
#include "ui/window/SaveController.h"
#include "ui/window/SweepController.h"
#include "ui/window/ViewController.h"
#include "ui/window/VitalsController.h"

#include <QStackedWidget>

namespace hareloom::ui {

WindowParts::WindowParts(QMainWindow& window, ThemeControl& themes, std::unique_ptr<LabSession> session)
    : m_themes(themes),
      m_bench(std::move(session)),
      m_session(*m_bench),
      m_scene(m_session, faceOf),
      m_actions(&window),
      m_messages(new MessageBar(&window)),
      m_offers(new MessageBar(&window)),
      m_pages(new QStackedWidget(&window)),
      m_guard(new RunGuard(m_session, askOver(window), runningClock(), &window)),
      m_playback(new PlaybackController(m_session, m_actions, &window)),
      m_laboratory(new Laboratory(m_scene, m_look, cursor(), m_actions, m_pages)),
      m_comparing(new ComparisonController({m_scene, m_look, cursor(), m_actions, &window, m_laboratory})),
      m_view(new ViewController(
          {m_session, cursor(), m_scene, m_look, m_actions, *m_laboratory, *m_comparing}, &window)),
      m_saves(new SaveController(m_session, m_actions, window)),
      m_files(new FileController(m_session, *m_guard, m_actions, window)),
      m_gallery(new GalleryController(
          {m_session, cursor(), m_saves->recents(), themes, m_actions, *m_pages, *m_laboratory}, &window)),
      m_order(new OrderController(*m_files, m_actions, window)),
      m_presenter(new PresenterController({m_scene, m_look, cursor(), themes, m_actions, *m_laboratory,
                                           *m_comparing, *m_order, *m_pages, window,
                                           [this] { return m_lessons->isOn() || m_sweeps->isShown(); }})),
      m_exports(new ExportController(
          {m_session, cursor(), m_scene, m_look, *m_laboratory, *m_comparing, *m_view, window}, m_actions)),
      m_films(new FilmController({m_session, m_scene, m_look, themes, *m_laboratory, *m_comparing, window},
                                 m_actions)),
      m_sweeps(new SweepController({m_session, *m_guard, m_actions, *m_pages, *m_exports}, &window)),
      m_vitals(new VitalsController(
          {m_session, cursor(), m_laboratory->vitals(), m_laboratory->stage(), m_laboratory->filmstrip()},
          m_actions, &window)),
      m_recipes(new RecipeController(
          {m_session, m_actions, window, *m_laboratory, m_laboratory->vitals(), m_scene, cursor()})),
      m_branches(new BranchController({m_session, m_scene, cursor(), m_actions, window})),
      m_picks(new PickController({m_session, m_scene, cursor(), m_actions, window})),
      m_mechanism(new MechanismController(
          {m_session, m_scene, cursor(), themes, m_actions, *m_laboratory, *m_pages}, &window)),
      m_catalogue(new CatalogueController(m_session, m_actions, window)),
      m_lessons(new LessonController(
          {m_session, *m_guard, cursor(), m_scene, m_look, m_actions, *m_laboratory, *m_recipes, window})),
      m_addresses(new AddressController(
          {m_session, *m_files, cursor(), *m_view, *m_comparing, *m_presenter, window}, m_actions)),
      m_copies(new CopyController({m_session, *m_saves, cursor(), m_scene, m_look, *m_view, *m_comparing,
                                   m_laboratory->vitals(), window},
                                  m_actions))
{
}

GenerationCursor& WindowParts::cursor()
{
    return m_playback->cursor();
}

} // namespace hareloom::ui
