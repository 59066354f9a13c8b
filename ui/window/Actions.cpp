// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/Actions.h"

#include "ui/theme/Icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QWidget>

namespace hareloom::ui {

namespace {

constexpr int kOfTheExperimentAlone = 5; // the first CopyAs that needs no run

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::Actions", text);
}

/// "Run or pause (Space)": the key as the language calls it.
QString withKey(const QString& tip, const QKeySequence& key)
{
    return tr("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText));
}

QAction* add(QWidget* window, const QString& text, const QKeySequence& key = {}, const QString& tip = {})
{
    auto* action = new QAction(text, window);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!tip.isEmpty())
        action->setToolTip(key.isEmpty() ? tip : withKey(tip, key));
    window->addAction(action);
    return action;
}

QAction* addSwitch(QWidget* window, const QString& text, bool isOn, const QKeySequence& key = {})
{
    QAction* action = add(window, text, key);
    action->setCheckable(true);
    action->setChecked(isOn);
    return action;
}

} // namespace

Actions::Actions(QWidget* window)
{
    makeFileActions(window);
    makeCopyActions(window);
    makeViewActions(window);
    makeRunActions(window);
    makePlaybackActions(window);
    makeRecipeActions(window);
    expect = add(window, tr("&What do you expect?"), QKeySequence(Qt::CTRL | Qt::Key_P),
                 tr("Say what will become of this experiment before you see it"));
    worksheet = add(window, tr("Wor&ksheet…"), {}, tr("A lesson on paper, with or without the answers"));
    classAnswers =
        add(window, tr("&Answers of a class…"), {}, tr("What learners expected, and what came of it"));
    lessons = new QMenu(tr("&Lessons"), window);
    help = add(window, tr("&What am I looking at?"), QKeySequence::HelpContents);
    documentation = add(window, tr("&Documentation"));
    literature = add(window, tr("&Literature…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
                     tr("Works on chains of models: what each found, and what is measured here"));
    glossary = add(window, tr("&Glossary"));
    shortcuts = add(window, tr("&Keys"), QKeySequence(Qt::CTRL | Qt::Key_Slash));
    about = add(window, tr("&About Hareloom"));
}

void Actions::makeFileActions(QWidget* window)
{
    gallery = add(window, tr("&Gallery of experiments"), QKeySequence::New,
                  tr("All experiments and recent sessions"));
    openFile = add(window, tr("&Open session or experiment…"), QKeySequence::Open);
    openOrder = add(window, tr("Open &running order…"), {},
                    tr("A folder of experiments and sessions, one after another"));
    orderNext = add(window, tr("&Next of the running order"), QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    orderBack = add(window, tr("&Back in the running order"), QKeySequence(Qt::CTRL | Qt::Key_PageUp));
    save = add(window, tr("&Save session"), QKeySequence::Save);
    saveAs = add(window, tr("Save session &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    preferences = add(window, tr("&Preferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    vary = add(window, tr("&Vary settings…"), QKeySequence(Qt::CTRL | Qt::Key_K),
               tr("Run the experiment at many values of a few settings"));
    sweep = add(window, tr("Back to the s&weep"), QKeySequence(Qt::ALT | Qt::Key_Left),
                tr("The picture of all points"));
    compare = addSwitch(window, tr("&Compare"), false, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    compareBefore = add(window, tr("Compare with the run &before"), QKeySequence(Qt::CTRL | Qt::Key_B));
    compareWith = add(window, tr("Compare &with…"), {}, tr("Other runs to put beside this one"));
    compareFiles = add(window, tr("&Other sessions…"));
    leaveComparison = add(window, tr("Close comparison"), QKeySequence(Qt::Key_Escape));
    leaveComparison->setEnabled(false);
    exportStage = add(window, tr("&Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    exportVitals = add(window, tr("Export e&very chart…"));
    exportMetrics = add(window, tr("Export &metrics…"));
    exportFilm = add(window, tr("Make a fi&lm…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
                     tr("The run as MP4, WebM, animated WebP or GIF"));
    exportPage =
        add(window, tr("Export a &page that plays…"), {}, tr("One file that plays the run in any browser"));
    quit = add(window, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    copyStage = add(window, tr("&Copy chart"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copyVitals = add(window, tr("Copy &vital signs"));
}

void Actions::makeCopyActions(QWidget* window)
{
    openAddress = add(window, tr("Open address…"), {},
                      tr("An address of an experiment or of a moment in it, from a mail, a page or a slide"));
    copyAddress =
        add(window, tr("Copy &address of this moment"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
            tr("A line that opens this experiment at this generation in this view"));
    showQr = add(window, tr("Show address as &QR code"), QKeySequence(Qt::Key_Q),
                 tr("The address, to be scanned"));
    const QStringList names{tr("&Command line"),         tr("&Python (pandas, matplotlib)"),
                            tr("&R (ggplot2)"),          tr("&LaTeX (pgfplots)"),
                            tr("Paragraph of &methods"), tr("&BibTeX of program and sources"),
                            tr("&Experiment as JSON")}; // in the order of CopyAs
    for (int i = 0; i < names.size(); ++i) {
        copyAs << add(window, names[i]);
        copyAs.back()->setData(i);
    }
}

void Actions::makeViewActions(QWidget* window)
{
    hideFuture = addSwitch(window, tr("&Hide what comes later"), false, QKeySequence(Qt::CTRL | Qt::Key_H));
    lockAxes = addSwitch(window, tr("&Lock axes to generation 0"), true, QKeySequence(Qt::CTRL | Qt::Key_L));
    logScale = addSwitch(window, tr("Lo&garithmic scale"), false, QKeySequence(Qt::CTRL | Qt::Key_G));
    reducedMotion = addSwitch(window, tr("R&educed motion"), false);
    fullScreen = addSwitch(window, tr("&Full screen"), false, QKeySequence(Qt::SHIFT | Qt::Key_F11));
    presenter = addSwitch(window, tr("&Present"), false, QKeySequence(Qt::Key_F11));
    presentFirst = add(window, tr("Present from the first ge&neration"), QKeySequence(Qt::Key_F5));
    nextChain = add(window, tr("Ne&xt variant or chain"), QKeySequence(Qt::Key_X));
    previousChain = add(window, tr("V&ariant or chain before"), QKeySequence(Qt::SHIFT | Qt::Key_X));
    chooseVitals = add(window, tr("Choose &vital signs…"));
    dataTable = add(window, tr("Show data &table"), QKeySequence(Qt::CTRL | Qt::Key_T));
    modes = new QActionGroup(window);
    themes = new QActionGroup(window);
    const QStringList names{tr("Theme of the &system"), tr("Light the&me"), tr("&Dark theme")};
    for (int i = 0; i < names.size(); ++i) {
        QAction* theme = addSwitch(window, names[i], i == 0);
        theme->setData(i);
        themes->addAction(theme);
    }
}

void Actions::makeRunActions(QWidget* window)
{
    runOrPause = add(window, tr("Run"), QKeySequence(Qt::Key_Space), tr("Run or pause"));
    run = add(window, tr("Run from the &beginning"), QKeySequence(Qt::CTRL | Qt::Key_R));
    step = add(window, tr("St&ep"), QKeySequence(Qt::Key_N), tr("One more generation of each chain"));
    slowStep = add(window, tr("S&how one step slowly"), QKeySequence(Qt::Key_S),
                   tr("How the next generation comes from this one"));
    branch = add(window, tr("&What if from here on…"), QKeySequence(Qt::Key_W),
                 tr("Go on from the generation shown with other settings, beside this run"));
    pick = add(window, tr("&Choose what survives…"), QKeySequence(Qt::Key_J),
               tr("Click the rows that the next generation learns from"));
    stop = add(window, tr("&Stop"), QKeySequence(Qt::CTRL | Qt::Key_Period));
    reset =
        add(window, tr("Rese&t"), QKeySequence(Qt::CTRL | Qt::Key_Backspace), tr("Back to the real data"));
    reshuffle =
        add(window, tr("New &seed"), QKeySequence(Qt::CTRL | Qt::Key_D), tr("Another seed, and run again"));
}

void Actions::makePlaybackActions(QWidget* window)
{
    playback =
        add(window, tr("&Play generations"), QKeySequence(Qt::Key_P), tr("Play through the generations"));
    pauseAtEvents = addSwitch(window, tr("Pa&use at events"), false, QKeySequence(Qt::Key_E));
    pauseAtEvents->setToolTip(
        withKey(tr("Playing pauses where something is told"), pauseAtEvents->shortcut()));
    loop = addSwitch(window, tr("&Loop"), false);
    loop->setToolTip(tr("Play over and over"));
    previous = add(window, tr("Previous &generation"), QKeySequence(Qt::Key_Left));
    next = add(window, tr("&Next generation"), QKeySequence(Qt::Key_Right));
    first = add(window, tr("&First generation"), QKeySequence(Qt::Key_Home));
    last = add(window, tr("Last generat&ion"), QKeySequence(Qt::Key_End));
    loopFrom = add(window, tr("Play fro&m here"), QKeySequence(Qt::Key_BracketLeft));
    loopTo = add(window, tr("Play t&o here"), QKeySequence(Qt::Key_BracketRight));
    faster = add(window, tr("F&aster"), QKeySequence(Qt::Key_Greater));
    slower = add(window, tr("Slowe&r"), QKeySequence(Qt::Key_Less));
    loopAll = add(window, tr("Pla&y all generations"), QKeySequence(Qt::Key_Backslash));
}

void Actions::makeRecipeActions(QWidget* window)
{
    openData = add(window, tr("Open &data…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    openFolder = add(window, tr("Open &folder of images or texts…"), {},
                     tr("Learn the images (PNG, MNIST's files) or the texts of a folder"));
    catalogue = add(window, tr("Ca&talogue…"), {}, tr("Data that is fetched once and used offline"));
    saveExperiment = add(window, tr("Save e&xperiment as…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S));
    undo = add(window, tr("&Undo"), QKeySequence::Undo);
    redo = add(window, tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    recipe = add(window, tr("&Recipe"), QKeySequence(Qt::CTRL | Qt::Key_E),
                 tr("Every setting of the experiment, beside the stage"));
    recipe->setCheckable(true);
}

void Actions::adapt(RunState state, bool hasGenerations, bool isMoving, bool isAtEnd)
{
    adaptPlayback(state, isMoving, isAtEnd);
    step->setEnabled(state != RunState::Running && state != RunState::Finished);
    stop->setEnabled(state == RunState::Running || state == RunState::Paused);
    reset->setEnabled(state != RunState::Ready);
    for (QAction* action :
         {save, saveAs, exportStage, exportVitals, exportMetrics, exportFilm, exportPage, copyStage,
          copyVitals, playback, previous, next, first, last, loopFrom, loopTo, loopAll})
        action->setEnabled(hasGenerations);
    for (QAction* action : copyAs)
        action->setEnabled(hasGenerations || action->data().toInt() >= kOfTheExperimentAlone);
}

// The words say what a press does now: a view that still walks after a run that is over can be held.
void Actions::adaptPlayback(RunState state, bool isMoving, bool isAtEnd)
{
    const bool pauses = state == RunState::Running || (state == RunState::Finished && isMoving);
    const bool isOver = state == RunState::Finished;
    runOrPause->setText(pauses && isOver           ? tr("Hold view")
                        : pauses                   ? tr("Pause")
                        : isOver && isAtEnd        ? tr("Replay")
                        : isOver                   ? tr("Play on")
                        : state == RunState::Ready ? tr("Run")
                                                   : tr("Go on"));
    const QString tip = state == RunState::Running ? tr("Pause the run and the view")
                        : pauses                   ? tr("Hold the view; the run is finished")
                        : isOver && isAtEnd        ? tr("Play the finished run again")
                        : isOver                   ? tr("Play the finished run on from here")
                        : state == RunState::Ready ? tr("Run the experiment")
                                                   : tr("Go on with the run");
    runOrPause->setToolTip(withKey(tip, runOrPause->shortcut()));
    runOrPause->setIcon(icon(pauses ? Glyph::Pause : Glyph::Play, m_theme->onAccent));
    playback->setIcon(icon(isMoving ? Glyph::Pause : Glyph::Play, m_theme->text));
    playback->setText(isMoving ? tr("Hol&d the view") : tr("&Play generations"));
    playback->setToolTip(withKey(isMoving ? tr("Hold the view") : tr("Play through the generations"),
                                 playback->shortcut()));
}

QList<QAction*> Actions::lockedInLesson() const
{
    return {run,   step,      slowStep, branch,        pick,        vary,         stop,
            reset, reshuffle, recipe,   compareBefore, compareWith, compareFiles, expect};
}

QList<QAction*> Actions::laboratory() const
{
    return copyAs + QList<QAction*>{copyAddress, showQr} + bench();
}

QList<QAction*> Actions::bench() const
{
    return {save,         saveAs,     exportStage,   exportVitals,  exportMetrics, exportFilm,
            exportPage,   copyStage,  copyVitals,    lockAxes,      logScale,      presenter,
            presentFirst, nextChain,  previousChain, faster,        slower,        pauseAtEvents,
            hideFuture,   runOrPause, run,           step,          slowStep,      stop,
            branch,       pick,       compare,       compareBefore, compareWith,   compareFiles,
            reset,        reshuffle,  playback,      loop,          previous,      next,
            first,        last,       loopFrom,      loopTo,        loopAll,       expect};
}

void Actions::setTheme(const Theme& theme)
{
    m_theme = &theme;
    gallery->setIcon(icon(Glyph::Gallery, theme.text));
    step->setIcon(icon(Glyph::Step, theme.text));
    slowStep->setIcon(icon(Glyph::SlowStep, theme.text));
    branch->setIcon(icon(Glyph::Branch, theme.text));
    reset->setIcon(icon(Glyph::Reset, theme.text));
    reshuffle->setIcon(icon(Glyph::Shuffle, theme.text));
    loop->setIcon(icon(Glyph::Loop, theme.text));
    recipe->setIcon(icon(Glyph::Recipe, theme.text));
}

} // namespace hareloom::ui
