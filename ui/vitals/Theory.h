// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hareloom::ui {

/// What theory expects of a metric in generations 0 ... experiment.generations; nothing where no formula
/// exists. May take a while: some formulas read a table or sum over thousands of states. Any thread.
using TheoryCurve =
    std::function<std::optional<std::vector<double>>(const Experiment& variant, const std::string& metric)>;

/// That of the engine: predict().
std::optional<std::vector<double>> theoryOf(const Experiment& variant, const std::string& metric);

} // namespace hareloom::ui
