// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hareloom::ui {

/// What tells experiments from each other, in words, one for each: "Real share 0.1, Sample size 50". The
/// first two settings in which not all agree, and "…" for more; empty words where all are the same.
QStringList changeWords(const std::vector<const Experiment*>& experiments);

/// What is other in `experiment` than in `from`; empty where nothing is.
QString changesAgainst(const Experiment& from, const Experiment& experiment);

} // namespace hareloom::ui
