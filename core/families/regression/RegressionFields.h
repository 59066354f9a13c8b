// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Field.h"

namespace hareloom {

/// The settings of a regression.
std::vector<ExperimentField> regressionFields();

} // namespace hareloom
