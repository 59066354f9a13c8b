// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Moments.h"

namespace hareloom {

/// A fitted line, plane, ...: response = intercept + coefficients . features.
struct LinearFit
{
    Vector coefficients; // (p)
    double intercept = 0;
    double residualVariance =
        0; // the rows' sum of squared residuals over rows less degrees of freedom; 0 of none
};

/// Minimises the mean squared residual plus ridge |coefficients|^2, from the moments of rows of p features
/// and the response (p + 1 columns). Without an intercept the line goes through the origin. Where rows leave
/// coefficients open, the smallest ones. The degrees of freedom are the trace of the map from responses to
/// fitted responses (Hastie, Tibshirani, Friedman 2009, section 7.6); with ridge 0 the residual variance has
/// no bias. Of weighted rows `rows` has the weighted moments, with weights that sum to the count, and
/// `effectiveRows` is 1 over the sum of the squares of their shares: then each degree of freedom takes
/// count / effectiveRows rows, which leaves a bias of second order. 0: rows weigh alike.
LinearFit leastSquares(const Moments& rows, double ridge, bool hasIntercept, double effectiveRows = 0);

} // namespace hareloom
