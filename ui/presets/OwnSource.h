// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/SourceKinds.h"
#include "core/experiment/Experiment.h"

#include <QString>

#include <optional>

namespace hareloom::ui {

/// An experiment on somebody's own file or folder. Nothing where it holds no data of a family's kind; an error
/// where it does, but they cannot be used as they are.
using OwnExperiment = Result<std::optional<Experiment>>;
inline OwnExperiment noExperiment()
{
    return std::optional<Experiment>();
}

/// A preset on a source of somebody's own, of this kind and at this path, under a name of its own; what does
/// not suit the source is adapted. Nothing where there is no such preset.
std::optional<Experiment> presetOn(const char* preset, const SourceKind& kind, const QString& path);

} // namespace hareloom::ui
