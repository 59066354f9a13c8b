// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <QString>

namespace hareloom::ui {

/// What the window calls an experiment, also one without a title.
QString experimentTitle(const Experiment& experiment);

} // namespace hareloom::ui
