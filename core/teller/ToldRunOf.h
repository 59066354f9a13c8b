// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"

namespace hareloom {

/// What is told of a variant's chains, with the changes of its settings. `names`: as ToldRun has them.
ToldRunPtr toldRunOf(const Experiment& variant, std::vector<std::string> names, bool hasVariants);

} // namespace hareloom
