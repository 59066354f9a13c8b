// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presets/OwnSource.h"

namespace hareloom::ui {

/// The quick experiment on somebody's own prose: a text file whose beginning is no table of numbers, or a
/// folder of text files. Nothing where there is none.
OwnExperiment experimentOnText(const QString& path);

} // namespace hareloom::ui
