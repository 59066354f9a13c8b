// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Prediction.h"

#include <functional>
#include <optional>
#include <string>

namespace hareloom::ui {

/// What theory expects of a metric in generations 0 ... experiment.generations, and of which statistic over
/// chains; nothing where no formula exists. May take a while: some formulas read a table or sum over thousands
/// of states. Any thread.
using TheoryCurve =
    std::function<std::optional<Prediction>(const Experiment& variant, const std::string& metric)>;

/// That of the engine: predict().
std::optional<Prediction> theoryOf(const Experiment& variant, const std::string& metric);

} // namespace hareloom::ui
