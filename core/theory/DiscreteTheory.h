// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Categorical.h"
#include "core/theory/Curve.h"

namespace hareloom {

/// States that are refitted by their frequencies among M draws: the Wright-Fisher model of genetic
/// drift (Wright 1931), an absorbing Markov chain in Nature 631, 755. Pure replacement.
///
/// What no chart of the product shows is here all the same: tests/theory holds it against simulation, or
/// against a law that is exact.

/// E[1 - sum p^2] at each generation = (1 - sum p^2 of the truth) prod_{i<=g} (1 - 1/M_i). Exact. Wright
/// 1931.
Curve expectedHeterozygosity(const Categorical& truth, Sizes sizes);

/// P(a state of probability q gets none of M draws) = (1 - q)^M. Exact. q in [0, 1], M >= 0.
double lossProbability(double q, std::int64_t rows);

/// E[number of states among M draws] = sum_k 1 - (1 - p_k)^M. Exact.
double expectedSurvivorsAfterOneStep(const Categorical& distribution, std::int64_t rows);

/// Up to this many rows the two curves below are exact; beyond, they are approximate.
inline constexpr std::int64_t kExactAncestryRows = 2000;

/// P(a state of probability q is lost by generation g) = E[(1 - q)^A_g], M rows a generation. A_g is the
/// number of different rows of generation 0's sample from which the M rows of generation g's descend: they
/// are independent draws from the truth, and no other is left. A_0 = M, and A_{g+1} is the number of
/// different values among A_g uniform draws from M (the ancestry of the Wright-Fisher model: Kingman 1982).
/// Exact up to kExactAncestryRows; beyond, A_g is replaced by its mean's recursion
/// A' = M (1 - (1 - 1/M)^A), which is good while g is well below M.
Curve lossProbabilityCurve(double q, std::int64_t rows, int generations);

/// E[survivingStates] at generation 0 ... generations: the sum over the states of one minus the above, with
/// the same exactness.
Curve expectedSurvivors(const Categorical& truth, std::int64_t rows, int generations);

/// E[sum of p_k over the states that are lost] at generation 0 ... generations: sum_k p_k times the above,
/// with the same exactness.
Curve expectedExtinctMass(const Categorical& truth, std::int64_t rows, int generations);

/// E[number of generations among 0 ... g in which a state is there], by g = 0 ... generations, for states of
/// these probabilities, each for itself: what is lost does not come back, so it is how long the state has
/// lived by then. The sum of one minus the loss probability, with the same exactness.
std::vector<Curve> expectedLifetimes(const Vector& shares, std::int64_t rows, int generations);

/// P(the chain ends with only this state) = q, the state's probability. Exact: p is a bounded martingale.
double fixationProbability(double q);

/// Mean number of generations until a state of probability q is lost or alone:
/// -2 M (q ln q + (1 - q) ln(1 - q)). Diffusion approximation, M >> 1; Kimura and Ohta 1969,
/// doi:10.1093/genetics/61.3.763 (with M in place of 2N). 0 at q = 0 and 1.
double meanAbsorptionTime(double q, std::int64_t rows);

/// Mean number of generations until it is lost, among the chains that lose it: -2 M q ln q / (1 - q). Same
/// source. For a count c = qM it is about 2 c ln(M / c): nearly linear in the count, as arXiv 2412.17646
/// finds for words.
double meanForgettingTime(double q, std::int64_t rows);

} // namespace hareloom
