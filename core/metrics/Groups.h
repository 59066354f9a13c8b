// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/NormalMixture.h"

#include <vector>

namespace hareloom {

/// A group lives while the model gives it at least this share.
inline constexpr double kLeastGroupShare = 0.001;

/// The groups that generation 0's mixture has, against which later models are held. Two components belong to one
/// group when their means lie at most 2 apart in units of their common spread (Ashman, Bird and Zepf 1994,
/// doi:10.1086/117248: two peaks are clearly apart when D > 2), or when both belong with a third.
class Groups
{
public:
    /// `generation0`: K components; finite.
    explicit Groups(const NormalMixture& generation0);

    int count() const { return m_count; }
    /// Mean of each group in generation 0 (count, d), and its share (count).
    const Matrix& means() const { return m_means; }
    const Vector& shares() const { return m_shares; }
    /// Each component of `model` belongs to the group of generation 0 that is densest at its mean, so that it does not
    /// matter in which order a fit names its components. (components of the model).
    std::vector<int> membersOf(const NormalMixture& model) const;

private:
    NormalMixture m_first;
    std::vector<Matrix> m_inverse; // of each component's covariance
    Vector m_logHeight;            // log of each component's weight over the root of its determinant
    std::vector<int> m_of;         // (K): the group of each component
    int m_count = 0;
    Matrix m_means;
    Vector m_shares;
};

/// What `model` gives to each group of generation 0 (count); sums to 1.
Vector groupShares(const NormalMixture& model, const Groups& groups);

/// How many groups hold at least kLeastGroupShare; in [1, count].
int survivingGroups(const NormalMixture& model, const Groups& groups);

/// How wide the groups are themselves: mean over groups, weighted by their shares, of the geometric mean of the
/// variances along a group's principal axes, det(Sigma)^(1/d). In one variable, the mean variance within groups.
double groupVariance(const NormalMixture& model, const Groups& groups);

} // namespace hareloom
