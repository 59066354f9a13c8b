// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ExperimentTitle.h"

#include "ui/language/EngineWords.h"

#include <QCoreApplication>

namespace hareloom::ui {

QString experimentTitle(const Experiment& experiment)
{
    return experiment.title.empty() ? QCoreApplication::translate("MainWindow", "Untitled experiment")
                                    : engineWords(EngineList::Preset, experiment.title);
}

} // namespace hareloom::ui
