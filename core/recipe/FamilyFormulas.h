// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Formula.h"
#include "core/family/Prediction.h"

#include <optional>
#include <string>

namespace hareloom {

struct Family;

/// The equation of a curve that Family::predict gives, in one generation; value and exactness are the
/// caller's to fill in.
using FamilyFormula = std::optional<Formula> (*)(const Loop& loop, const std::string& metric, int generation);

/// Null where a family's curves have no equation that can be opened.
FamilyFormula formulaOf(const Family& family);

} // namespace hareloom
