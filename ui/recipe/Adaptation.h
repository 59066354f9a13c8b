// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Experiment.h"

#include <QStringList>

#include <string>

namespace hareloom::ui {

/// Brings settings that cannot stay after a change of family or source into line with it: a source the family
/// cannot read, metrics that are no longer defined, shares of rows that there are not. Returns the labels of
/// what it changed; leaves alone what a person must decide. `path`: the setting that was changed.
QStringList adapt(Experiment& experiment, const std::string& path);

} // namespace hareloom::ui
