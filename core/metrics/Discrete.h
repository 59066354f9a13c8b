// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"

namespace hareloom {

/// Measures of distributions over states: `p` and `q` are (K), each entry >= 0, sum 1. Zero times the
/// logarithm of zero is zero. Where two are compared, different lengths give NaN.

/// Number of states with p_k > 0, in [1, K].
int survivingStates(const Vector& p);

/// -sum p ln p in nats, in [0, ln K]; Shannon 1948.
double entropyNats(const Vector& p);

/// exp(entropy): how many equally likely states have the same entropy, in [1, K]; Hill number of order 1
/// (Hill 1973, doi:10.2307/1934352).
double effectiveStates(const Vector& p);

/// 1 - sum p^2: the chance that two independent draws differ, in [0, 1 - 1/K] (Nei 1973; Gini-Simpson).
double heterozygosity(const Vector& p);

/// KL(p || q) = sum p ln(p / q) in nats, in [0, +inf]: +inf as soon as a state of p is extinct in q.
double klDiscrete(const Vector& p, const Vector& q);

/// Jensen-Shannon divergence in nats, in [0, ln 2]: half KL(p || m) plus half KL(q || m) with m = (p + q) / 2
/// (Lin 1991, doi:10.1109/18.61115).
double jsDiscrete(const Vector& p, const Vector& q);

/// The sum of p_k over the states that q has not: how often, of the draws from p, one cannot come from q. In
/// [0, 1).
double extinctMass(const Vector& p, const Vector& q);

/// Negative log-likelihood a row, in nats: -mean ln p[state] over the states (n, 1) of held-out rows.
/// +inf when one of them is extinct; NaN without rows or for a state outside 0 ... K - 1.
double nllDiscrete(const Vector& p, MatrixView states);

} // namespace hareloom
