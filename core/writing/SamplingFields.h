// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Field.h"

#include <functional>

namespace hareloom {

/// The settings of SamplingSettings.h, for experiments whose models draw their tokens by chance.
std::vector<ExperimentField> samplingFields(const std::function<bool(const Experiment&)>& drawsTokens);

} // namespace hareloom
