// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ExperimentTitle.h"

#include <QCoreApplication>

namespace hareloom::ui {

QString experimentTitle(const Experiment& experiment)
{
    return experiment.title.empty() ? QCoreApplication::translate("MainWindow", "Untitled experiment")
                                    : QString::fromStdString(experiment.title);
}

} // namespace hareloom::ui
