// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Formula.h"
#include "core/family/InteractionCurves.h"

#include <optional>
#include <string>

namespace hareloom {

/// The equation of a curve of interactionCurves(), in generation g: of "variance", or of states
/// "heterozygosity"; of "meanError", the root of the curve; of "betweenVariance". Nothing for other metrics,
/// and after the course has ended.
std::optional<Formula> interactionFormula(const InteractionCourse& course, const std::string& metric,
                                          int generation);

} // namespace hareloom
