// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presets/OwnSource.h"

namespace hareloom::ui {

/// The quick experiment on somebody's own prose (ui/texts/OwnProse.h). Nothing where there is none.
OwnExperiment experimentOnText(const QString& path);

} // namespace hareloom::ui
