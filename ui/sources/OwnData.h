// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presets/OwnSource.h"

namespace hareloom::ui {

/// The quick experiment on a file or folder of somebody's own: of the first family that learns from it.
/// Without one, the first family's error. Nothing where none knows such data; tables are for DataDialog.
OwnExperiment experimentOnOwn(const QString& path);
/// The same of the first family other than `family`; no error: what cannot be offered is not.
std::optional<Experiment> otherExperimentOnOwn(const QString& path, const std::string& family);

} // namespace hareloom::ui
