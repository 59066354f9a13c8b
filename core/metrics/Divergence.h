// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"

namespace hareloom {

/// A mean over random rows, with its own standard error (NaN from fewer than two rows).
struct Estimate
{
    double value = 0;
    double standardError = 0;
};

/// Log densities in nats of two distributions p and q at the same n rows.
struct LogDensities
{
    Vector p;
    Vector q;
};

/// KL(p || q) in nats at rows drawn from p: the mean of ln p - ln q (Hershey and Olsen 2007,
/// doi:10.1109/ICASSP.2007.366913). Unbiased, so a KL near 0 may come out slightly negative.
/// +inf when a row has no density under q, and also when it has none under p, which drew it: p is then
/// concentrated on a null set (a collapsed model). NaN without rows.
Estimate klMonteCarlo(const LogDensities& atRowsOfP);

/// Jensen-Shannon divergence in nats, from rows drawn from each: half the mean of ln(p / m) at rows of p
/// plus half that of ln(q / m) at rows of q, m = (p + q) / 2 (Lin 1991). The truth lies in [0, ln 2]; the
/// estimate never exceeds ln 2 and may fall slightly below 0. ln 2 where one of them is
/// collapsed to a null set. NaN without rows.
Estimate jsMonteCarlo(const LogDensities& atRowsOfP, const LogDensities& atRowsOfQ);

/// Negative log-likelihood a row in nats, the mean of -logDensity. +inf when a row has no density; NaN
/// without rows.
double meanNll(const Vector& logDensity);

} // namespace hareloom
