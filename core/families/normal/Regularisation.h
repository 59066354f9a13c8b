// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Moments.h"
#include "core/families/normal/NormalSettings.h"

namespace hareloom::detail {

/// What the maximisation step does against components that narrow to nothing. The floor is a constraint: with
/// D the diagonal matrix of unit^2, each covariance minus least D is positive semi-definite.
struct Regularisation
{
    Vector unit;      // (d), > 0: the length that counts as 1 in each variable
    double least = 0; // the floor, as a share of unit^2
    double added = 0; // to each variance, in squared units of the data

    Eigen::Index dimension() const { return unit.size(); }
    /// (d): the variances of a component that no row belongs to.
    Vector smallestVariances() const;
};

/// `real`: of the rows that generation 0 learns from. They stay what the floor refers to for a whole chain: one
/// that followed each generation's own rows would shrink with them and stop nothing. A variable that is constant
/// there takes the largest variance of the others; where all are, a share is of 1 squared unit of the data.
Regularisation regularisationFor(const MixtureSettings& settings, const Moments& real);

} // namespace hareloom::detail
