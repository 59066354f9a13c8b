// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <optional>
#include <string>
#include <vector>

namespace hareloom::app {

/// The vital signs' dashed line: predict(), by generation.
std::optional<std::vector<double>> theoryOf(const Experiment& variant, const std::string& metric);

} // namespace hareloom::app
