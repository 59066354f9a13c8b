// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/RunCharts.h"
#include "ui/filmstrip/CollapseMarks.h"

namespace hareloom::ui {

/// What is told of a run of one variant: the most telling events of its first chain, then what became of all its chains,
/// why, and what to compare it with. Nothing of several variants: one page has no room. `names`: of states, variables or
/// classes.
QStringList toldOf(const LabSession& session, const std::vector<std::string>& names);

/// What became of a run, a sentence each (of several variants: a few together for each), every number of it
/// computed from the run's own metrics: by what factor which of them fell and by when, where collapse begins,
/// which chains ended early. Medians over the chains of a variant. `marker` may be
/// empty.
QStringList whatHappened(const LabSession& session, const RunCharts& charts, const CollapseMarker& marker);

/// Whether early and late collapse are defined for such an experiment.
bool hasCollapseMarks(const Experiment& experiment);
/// What is meant by them.
QString collapseNote();

} // namespace hareloom::ui
