// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/SweepPlan.h"

#include <QString>

namespace hareloom::ui {

/// What the window calls a setting of a sweep: its label. An axis or a column with a name of its own keeps
/// it.
QString settingName(const std::string& path);
/// "Real share 0.1, Sample size 100": a point's value of all that varies.
QString pointName(const SweepPlan& plan, std::int64_t point);
/// "Real share 0, Sample size 100": what the experiment itself has of all that its sweep varies, by one
/// setting each.
QString ownPointName(const Experiment& experiment);
/// A refusal of a sweep as the window says it: its setting by name, its values counted from 1.
QString refusalOf(const Error& error);
/// Which points cannot run, and why the first cannot; empty where all can.
QString problemsOf(const SweepPlan& plan);

} // namespace hareloom::ui
