// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Field.h"

namespace hareloom {

/// The settings of DiffusionSettings.h, as experiments and the recipe have them.
std::vector<ExperimentField> diffusionFields();

} // namespace hareloom
