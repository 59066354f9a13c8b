// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <QDir>
#include <QString>

#include <optional>

namespace hareloom::ui {

/// A preset on a source of somebody's own, of this kind and at this path, under a name of its own; what does
/// not suit the source is adapted. Nothing where there is no such preset.
std::optional<Experiment> presetOn(const char* preset, const char* kind, const QString& path);

/// How many files of a folder have such names ("*.png").
qsizetype filesIn(const QDir& folder, const QStringList& patterns);

} // namespace hareloom::ui
