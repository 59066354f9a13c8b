// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "ui/plot/AxisWishes.h"

#include <optional>

namespace hareloom::ui {

/// The two ends of an axis as somebody writes them: "0:50", "1e-3:10". Empty: nothing is wished. Errors:
/// InvalidInput, one sentence (no two numbers, the lower end is not the smaller one).
Result<std::optional<AxisWish::Range>> readAxisRange(const QString& text);
/// The same the other way round; readAxisRange() of it gives the same numbers.
QString axisRangeText(const std::optional<AxisWish::Range>& range);

} // namespace hareloom::ui
