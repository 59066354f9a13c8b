// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/Actions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace hareloom::ui {

namespace {

QMenu* addMenu(QMenuBar* bar, const char* title)
{
    QMenu* menu = bar->addMenu(QCoreApplication::translate("Menus", title));
    menu->setToolTipsVisible(false);
    return menu;
}

// Icons belong to the transport's buttons; in a menu they would be white on light.
void addAll(QMenu* menu, std::initializer_list<QAction*> actions)
{
    for (QAction* action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
        if (action)
            action->setIconVisibleInMenu(false);
    }
}

} // namespace

void Actions::fillMenuBar(QMenuBar* bar) const
{
    addAll(addMenu(bar, QT_TRANSLATE_NOOP("Menus", "&File")),
           {gallery,      openFile,       openAddress, openData,    openFolder, catalogue,
            nullptr,      openOrder,      orderNext,   orderBack,   nullptr,    save,
            saveAs,       saveExperiment, nullptr,     compareWith, nullptr,    exportStage,
            exportVitals, exportMetrics,  exportFilm,  exportPage,  nullptr,    quit});
    QMenu* edit = addMenu(bar, QT_TRANSLATE_NOOP("Menus", "&Edit"));
    addAll(edit, {undo, redo, nullptr, copyStage, copyVitals});
    edit->addMenu(QCoreApplication::translate("Menus", "C&opy as"))->addActions(copyAs);
    addAll(edit, {nullptr, copyAddress, showQr, nullptr, reshuffle, nullptr, preferences});
    QMenu* view = addMenu(bar, QT_TRANSLATE_NOOP("Menus", "&View"));
    // The stage's ways of looking are known only when it is there.
    QObject::connect(view, &QMenu::aboutToShow, view, [this, view] {
        view->clear();
        view->addActions(modes->actions());
        addAll(view, {nullptr, nextChain, previousChain});
        view->addSeparator();
        view->addActions(stage);
        view->addSeparator();
        addAll(view,
               {recipe, sweep, compare, compareBefore, nullptr, lockAxes, logScale, hideFuture, nullptr});
        view->addActions(themes->actions());
        addAll(view, {nullptr, chooseVitals, dataTable});
        addAll(view, {nullptr, reducedMotion, fullScreen, presenter, presentFirst});
    });
    addAll(addMenu(bar, QT_TRANSLATE_NOOP("Menus", "&Run")),
           {runOrPause, run,     step,     slowStep, branch, pick,          stop, reset,
            vary,       nullptr, playback, faster,   slower, pauseAtEvents, loop, loopFrom,
            loopTo,     loopAll, nullptr,  previous, next,   first,         last});
    bar->addMenu(lessons);
    addAll(addMenu(bar, QT_TRANSLATE_NOOP("Menus", "&Help")),
           {help, documentation, literature, glossary, shortcuts, about});
}

} // namespace hareloom::ui
