// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Lesson.h"

#include <span>
#include <string>

namespace hareloom {

/// Empty axes to draw a curve on, as SVG within HTML. `outcome`: the run's values at the question's
/// generations, drawn in; empty: none. The vertical axis is called `title`,
/// the horizontal one `name`.
std::string axesSvg(const Question& question, const std::string& title, std::span<const double> outcome = {},
                    const std::string& name = "generation");

/// An axis of generations alone, to set a mark on. `last`: its end; `outcome`: where the run sets it,
/// negative: nowhere.
std::string generationsSvg(std::int64_t last, double outcome = -1, const std::string& name = "generation");

} // namespace hareloom
