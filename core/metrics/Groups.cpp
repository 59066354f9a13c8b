// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Groups.h"

#include <Eigen/LU>

#include <cmath>
#include <limits>
#include <numeric>

namespace hareloom {
namespace {

constexpr double kApart = 2;            // Ashman's D
constexpr double kLeastVariance = 1e-12; // of a component's own mean variance: a line or a point has an inverse, too

Matrix widened(const Matrix& covariance)
{
    const Eigen::Index d = covariance.rows();
    const double mean = covariance.trace() / static_cast<double>(d);
    const double added = std::max(kLeastVariance * mean, std::numeric_limits<double>::min());
    return covariance + added * Matrix::Identity(d, d);
}

bool areApart(const NormalMixture& mixture, int a, int b)
{
    const Vector between = (mixture.means.row(a) - mixture.means.row(b)).transpose();
    const Matrix common = widened((mixture.covariance(a) + mixture.covariance(b)) / 2);
    return between.dot(common.inverse() * between) > kApart * kApart;
}

/// Numbers groups from 0 in the order of their first components.
std::vector<int> groupNumbers(const NormalMixture& mixture)
{
    const int components = mixture.components();
    std::vector<int> of(static_cast<std::size_t>(components));
    std::iota(of.begin(), of.end(), 0);
    for (int a = 0; a < components; ++a)
        for (int b = a + 1; b < components; ++b) {
            const int low = of[static_cast<std::size_t>(a)], high = of[static_cast<std::size_t>(b)];
            if (low == high || areApart(mixture, a, b))
                continue;
            for (int& group : of)
                group = group == std::max(low, high) ? std::min(low, high) : group;
        }
    std::vector<int> numbers(of.size(), -1);
    int next = 0;
    for (std::size_t k = 0; k < of.size(); ++k) {
        int& number = numbers[static_cast<std::size_t>(of[k])];
        number = number < 0 ? next++ : number;
        of[k] = number;
    }
    return of;
}

} // namespace

Groups::Groups(const NormalMixture& generation0) : m_first(generation0), m_of(groupNumbers(generation0))
{
    const int components = m_first.components();
    m_logHeight.resize(components);
    for (int k = 0; k < components; ++k) {
        const Matrix covariance = widened(m_first.covariance(k));
        m_inverse.push_back(covariance.inverse());
        m_logHeight[k] = std::log(m_first.weights[k]) - 0.5 * std::log(covariance.determinant());
        m_count = std::max(m_count, m_of[static_cast<std::size_t>(k)] + 1);
    }
    m_means = Matrix::Zero(m_count, m_first.dimension());
    m_shares = Vector::Zero(m_count);
    for (int k = 0; k < components; ++k) {
        const int group = m_of[static_cast<std::size_t>(k)];
        m_means.row(group) += m_first.weights[k] * m_first.means.row(k);
        m_shares[group] += m_first.weights[k];
    }
    for (int group = 0; group < m_count; ++group)
        if (m_shares[group] > 0)
            m_means.row(group) /= m_shares[group];
}

std::vector<int> Groups::membersOf(const NormalMixture& model) const
{
    std::vector<int> members(static_cast<std::size_t>(model.components()), 0);
    for (int c = 0; m_count > 1 && c < model.components(); ++c) {
        double densest = -std::numeric_limits<double>::infinity();
        for (int k = 0; k < m_first.components(); ++k) {
            const Vector away = (model.means.row(c) - m_first.means.row(k)).transpose();
            const double logDensity =
                m_logHeight[k] - 0.5 * away.dot(m_inverse[static_cast<std::size_t>(k)] * away);
            if (logDensity > densest) {
                densest = logDensity;
                members[static_cast<std::size_t>(c)] = m_of[static_cast<std::size_t>(k)];
            }
        }
    }
    return members;
}

Vector groupShares(const NormalMixture& model, const Groups& groups)
{
    Vector shares = Vector::Zero(groups.count());
    const std::vector<int> members = groups.membersOf(model);
    for (int c = 0; c < model.components(); ++c)
        shares[members[static_cast<std::size_t>(c)]] += model.weights[c];
    return shares;
}

int survivingGroups(const NormalMixture& model, const Groups& groups)
{
    return static_cast<int>((groupShares(model, groups).array() >= kLeastGroupShare).count());
}

double groupVariance(const NormalMixture& model, const Groups& groups)
{
    const std::vector<int> members = groups.membersOf(model);
    const double perVariable = 1.0 / static_cast<double>(model.dimension());
    double sum = 0;
    for (int group = 0; group < groups.count(); ++group) {
        NormalMixture own{Vector::Zero(model.components()), model.means, model.covariances};
        for (int c = 0; c < model.components(); ++c)
            own.weights[c] = members[static_cast<std::size_t>(c)] == group ? model.weights[c] : 0;
        const double share = own.weights.sum();
        if (share <= 0)
            continue;
        own.weights /= share;
        sum += share * std::pow(std::max(0.0, covarianceOf(own).determinant()), perVariable);
    }
    return sum;
}

} // namespace hareloom
