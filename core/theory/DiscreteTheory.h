// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Categorical.h"
#include "core/theory/Curve.h"

namespace hareloom {

/// States that are refitted by their frequencies among M draws: the Wright-Fisher model of genetic
/// drift (Wright 1931), an absorbing Markov chain in Nature 631, 755. Pure replacement.

/// E[1 - sum p^2] at each generation = (1 - sum p^2 of the truth) prod_{i<=g} (1 - 1/M_i). Exact. Wright
/// 1931.
Curve expectedHeterozygosity(const Categorical& truth, Sizes sizes);

/// P(a state of probability q gets none of M draws) = (1 - q)^M. Exact. q in [0, 1], M >= 0.
double lossProbability(double q, std::int64_t rows);

/// E[number of states among M draws] = sum_k 1 - (1 - p_k)^M. Exact.
double expectedSurvivorsAfterOneStep(const Categorical& distribution, std::int64_t rows);

/// P(a state of probability q is lost by generation g), M rows a generation. Approximate, except at
/// generation 0, where it is lossProbability: from then on each copy of a rare state has Poisson(1) copies
/// in the next generation, independently (Haldane 1927), so a copy's line dies within g steps with
/// probability s_g = exp(s_{g-1} - 1), s_0 = 0, and P = (1 - q + q s_g)^M. Good while q is small; for a
/// common state it underrates what happens after about M generations.
Curve lossProbabilityCurve(double q, std::int64_t rows, int generations);

/// E[survivingStates] at generation 0 ... generations, the sum of one minus lossProbabilityCurve. Exact at
/// generation 0, approximate after; M rows a generation.
Curve expectedSurvivors(const Categorical& truth, std::int64_t rows, int generations);

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
