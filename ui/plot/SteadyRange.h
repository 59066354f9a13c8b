// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/Ticks.h"

#include <optional>
#include <utility>

namespace hareloom::ui {

/// Of two ranges of one kind, what holds both.
AxisRange covering(const AxisRange& a, const AxisRange& b);

/// Least and greatest of some values; nothing while there are none.
using Ends = std::optional<std::pair<double, double>>;

/// An axis for values of which more are to come: it ends at round numbers, so that it seldom changes while
/// they come, and it never shrinks while their ends move apart. Where no value is negative it begins at zero,
/// unless that would flatten them.
AxisRange steadyRange(const Ends& ends);
/// The same on a logarithmic axis, in whole powers of ten; 0 < low.
AxisRange steadyLogRange(double low, double high);

} // namespace hareloom::ui
