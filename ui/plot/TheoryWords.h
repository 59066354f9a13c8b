// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Prediction.h"

#include <QString>
#include <QStringList>

namespace hareloom::ui {

/// "mean", "root mean square", "median": over chains.
QString statisticWords(Statistic statistic);
/// What a curve of theory is called wherever it is shown: "theory (mean)".
QString theoryWords(Statistic statistic);
/// What the thin lines beside it are: one standard deviation of a chain to either side.
QString theoryEdgeWords();
/// The heads of a table's columns with the lower and the upper one.
QStringList theoryEdgeHeads();

} // namespace hareloom::ui
