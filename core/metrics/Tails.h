// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Categorical.h"
#include "core/data/NormalMixture.h"

#include <span>
#include <vector>

namespace hareloom {

/// Share of generation 0's mass beyond each of its two limits in a variable.
inline constexpr double kTailShare = 0.01;
/// Largest share of generation 0's mass that its rare states hold together.
inline constexpr double kRareShare = 0.10;

/// Generation 0's own 1% and 99% points in each variable (d), which later generations are held against.
struct TailLimits
{
    Vector low;
    Vector high;
};

/// What it returns after a stop is of no use.
TailLimits tailLimitsOf(const NormalMixture& generation0, const StopToken& stop = {});

/// Mass strictly below `low` or above `high` in variable j, averaged over the variables; in [0, 1]. It is
/// 2 kTailShare at generation 0 unless that has no variance. Falls when the spread shrinks, and rises when
/// the mean drifts beyond a limit. A collapsed variable (zero variance) counts 0 or 1. NaN when dimensions
/// differ. What it returns after a stop is of no use.
double tailMass(const NormalMixture& model, const TailLimits& limits, const StopToken& stop = {});

/// Generation 0's rare states: taken in ascending order of probability (of two equal ones the later state
/// first) while they hold at most kRareShare together; at least one where generation 0 has two or more
/// living states, none where it has one. Ascending state numbers.
std::vector<int> rareStatesOf(const Categorical& generation0);

/// Mass that the model gives to those states, in [0, 1]. Its expectation never changes in a chain of refits,
/// because each probability is a martingale; its median falls.
double tailMass(const Categorical& model, std::span<const int> rareStates);

/// How many of those states still live (p > 0). Never rises in a chain without new real rows.
int rareSurvivors(const Categorical& model, std::span<const int> rareStates);

} // namespace hareloom
