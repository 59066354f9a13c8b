// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/HelpController.h"

#include "ui/filmstrip/Filmstrip.h"
#include "ui/gallery/LiteratureDialog.h"
#include "ui/help/Documentation.h"
#include "ui/help/HelpPages.h"
#include "ui/help/WindowTour.h"
#include "ui/presets/PresetList.h"
#include "ui/session/LabSession.h"
#include "ui/stage/StageView.h"
#include "ui/sweep/SweepPage.h"
#include "ui/teller/StoryStrip.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/Actions.h"
#include "ui/window/FamilyRail.h"
#include "ui/window/Header.h"
#include "ui/window/Laboratory.h"
#include "ui/window/Shortcuts.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/Transport.h"

#include <QAction>
#include <QMainWindow>
#include <QStackedWidget>

namespace hareloom::ui {

HelpController::HelpController(const Parts& parts) : QObject(&parts.window), m_parts(parts)
{
    const Actions& a = parts.actions;
    connect(a.help, &QAction::triggered, this, &HelpController::startTour);
    connect(a.documentation, &QAction::triggered, this, [this] { openDocumentation(); });
    connect(a.literature, &QAction::triggered, this, &HelpController::openLiterature);
    connect(a.glossary, &QAction::triggered, this, [this] { showGlossary(&m_parts.window); });
    connect(a.shortcuts, &QAction::triggered, this, [this] { showShortcuts(m_parts.window); });
    connect(a.about, &QAction::triggered, this, [this] { showAbout(&m_parts.window); });
}

void HelpController::openDocumentation(const QString& place)
{
    if (!m_documentation)
        m_documentation = new Documentation(&m_parts.window);
    if (!place.isEmpty())
        m_documentation->open(place);
    m_documentation->show();
    m_documentation->raise();
    m_documentation->activateWindow();
}

void HelpController::openLiterature()
{
    if (!m_literature) {
        m_literature = new LiteratureDialog(&m_parts.window);
        m_literature->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_literature, &LiteratureDialog::presetChosen, this, [this](const QString& id) {
            m_literature->close();
            Q_EMIT presetChosen(id);
        });
    }
    m_literature->showWorkOf(presetOf(m_parts.session.experiment()));
    m_literature->show();
    m_literature->raise();
    m_literature->activateWindow();
}

void HelpController::startTour()
{
    if (m_parts.window.findChild<WindowTour*>())
        return;
    auto* tour = new WindowTour(regions(), &m_parts.window);
    connect(tour, &WindowTour::documentationRequested, this, [this] { openDocumentation(); });
}

// The same of a sweep.
std::vector<HelpRegion> HelpController::regionsOf(SweepPage& page) const
{
    return {
        {page.words(), tr("The sweep and its question"),
         tr("A sweep runs one experiment at many settings, with several chains at each point. The story below says what "
            "comes of it.")},
        {&page.chart(), tr("The picture of the sweep"),
         tr("Each place is one point: the settings are on the axes, and the colour or the height is what was measured of "
            "its chains. A dashed line is what theory expects. A corner, or a hollow point, says that some of the chains "
            "are missing. Point at a place to read it, or go there with the arrow keys; a click or Return shows its "
            "chains on the stage. Ctrl+T shows all numbers.")},
        {&page.controls(), tr("What the picture shows"),
         tr("The metric, the generation, what of the chains, the settings along the axes, and the values of all other "
            "settings. Point at a box to read what it means.")},
        {page.buttons(), tr("Run, change, export"),
         tr("Run makes every chain that is missing; Space does the same. What is done is kept. Vary chooses other "
            "settings or values, Export writes the picture or its numbers, One run leaves the sweep.")},
        {page.foot(), tr("How far the sweep is"), tr("How many chains are done, and how long the others take.")},
        {&m_parts.recipe, tr("The recipe"),
         tr("Everything that can be changed. The main settings stand first, all others below them. Change one, then press "
            "Run this.")},
    };
}

// In the order in which one reads them; what is not in sight is left out by the tour.
std::vector<HelpRegion> HelpController::regions() const
{
    Laboratory& lab = m_parts.laboratory;
    QWidget* page = m_parts.pages.currentWidget();
    if (auto* sweep = qobject_cast<SweepPage*>(page))
        return regionsOf(*sweep);
    if (page != &lab)
        return {{page, tr("All experiments"),
                 tr("Lessons come first: they ask what you expect before they show it. Each other card is an experiment: a click opens it and runs it. The picture on a card comes from a small run of "
                    "the same experiment. Type a word to find a card, or what it means; drop a table, a text or a folder of images on the "
                    "window to use your own data.")}};
    return {
        {&lab.header(), tr("The experiment and its question"),
         tr("What is being tried. The button beside the title opens another experiment.")},
        {&lab.stage(), tr("The stage: one generation"),
         tr("Generation 0 is a model fitted to real data. Each later generation is a model fitted to what the one before "
            "it made. The stage shows one of them; generation 0 stays behind it, and the axes stay as generation 0 had "
            "them, so that what shrinks is seen to shrink. Point at it to read values; the box above it has other ways of "
            "looking.")},
        {&lab.strip(), tr("What happens, in sentences"),
         tr("Each line tells of one generation, with its numbers and the reason. Click a line to go to that generation. "
            "When the run ends, three sentences say what became of it.")},
        {&lab.filmstrip(), tr("All generations"),
         tr("One picture for each generation. Click, drag, turn the wheel, or press Left and Right. A mark says where early "
            "or late collapse begins: point at it and read what that means.")},
        {&lab.vitals(), tr("The measurements"),
         tr("Each chart follows one number through the generations. The dotted line is its value in generation 0, the dashed "
            "line is what theory expects. Point at a chart to read its value and what it means; a double click enlarges it.")},
        {&lab.transport(), tr("Run and play"),
         tr("Space runs and pauses; N runs one generation. The speed holds for running and for playing again. The seed decides "
            "about chance: the same seed gives the same run, another seed gives another chain.")},
        {&m_parts.lesson, tr("The lesson"),
         tr("What the step tells and asks. Return takes your answer and goes on; nothing is shown that you are still to "
            "predict. The cross leaves the lesson, and it goes on from here the next time.")},
        {&m_parts.recipe, tr("The recipe"),
         tr("Everything that can be changed. The main settings stand first, all others below them. Change one, then press "
            "Run this.")},
        {&m_parts.comparison, tr("Side by side"),
         tr("Runs of the same experiment with different settings, at the same generation and on the same axes. The lines below "
            "the pictures say with which a measure changed most, with which least, and why; the table, which settings differ.")},
        {&lab.rail(), tr("Kinds of models"), tr("A click opens the usual experiment of another kind of model.")},
        {&lab.status(), tr("What is going on"), tr("How far the run is, how long it will take, and where it is recorded.")},
    };
}

} // namespace hareloom::ui
