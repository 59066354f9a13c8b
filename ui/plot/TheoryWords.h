// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Prediction.h"

#include <QString>

namespace hareloom::ui {

/// "mean", "root mean square", "median": over chains.
QString statisticWords(Statistic statistic);
/// What a curve of theory is called wherever it is shown: "theory (mean)".
QString theoryWords(Statistic statistic);

} // namespace hareloom::ui
