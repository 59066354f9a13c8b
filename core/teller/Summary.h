// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"

#include <vector>

namespace hareloom {

/// A chain's generation 0 and the last one that could be measured; the same where there is only one.
struct ChainEnds
{
    GenerationPtr first, last;
};

/// What happened to the chains of one variant, why, and what one might compare it with: a sentence each, in this
/// order, as far as they are known. `lost`: names of what the only chain lost, in order; empty of several.
std::vector<Event> summaryOf(const ToldRun& run, const std::vector<ChainEnds>& chains, const std::string& lost = {});

} // namespace hareloom
