// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/regression/RegressionSnapshot.h"

namespace hareloom {

/// The best linear answer that a distribution of inputs and response allows: coefficients (d), intercept, and
/// the variance of the response around it.
struct BestLine
{
    Vector coefficients;
    double intercept = 0;
    double noiseVariance = 0;

    Vector predicted(MatrixView inputs) const;
};

/// From mean (d + 1) and covariance (d + 1, d + 1), response last. Where inputs depend on each other the
/// smallest coefficients.
BestLine bestLine(const MeanCovariance& all);

/// E (y - f(x))^2 - E (y - best line)^2 of a model that is linear in its inputs: exact for any distribution
/// of these moments.
double excessError(const RegressionSnapshot& model, const MeanCovariance& truth, const BestLine& best);

/// The same of random features max(0, u x) and inputs from N(0, S): exact, through the arc-cosine kernel of
/// degree 1 (Cho and Saul 2009).
class FeatureError
{
public:
    /// `inputs`: S (d, d).
    FeatureError(const RegressionFeatures& features, const Matrix& inputs);
    /// `best` has no intercept.
    double of(const RegressionSnapshot& model, const BestLine& best) const;

private:
    Matrix m_inputs;  // (d, d)
    Matrix m_kernel;  // (p, p): E[phi_j phi_k]
    Vector m_means;   // (p): E[phi_k]
    Matrix m_crossed; // (p, d): E[phi_k x_j]
};

} // namespace hareloom
