// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <QString>

#include <optional>

namespace hareloom::ui {

/// The quick experiment on a file or folder of somebody's own: of the first family that learns from it.
/// Nothing where none does; tables are for DataDialog.
std::optional<Experiment> experimentOnOwn(const QString& path);

} // namespace hareloom::ui
