// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/CurationTheory.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {
namespace {

// The integral over s > 0 as a trapezoid sum over u = ln s, which for such integrands is as exact as its ends are small:
// below the first place e^(u + r) is less than 1e-16, above the last one e^-e^(u + r) is.
constexpr double kStep = 0.25, kBelow = 37, kAbove = 4;
constexpr int kPoints = 161;
constexpr double kReach = 8; // standard deviations
constexpr double kLeast = 1e-300, kMostDifference = 1000;

double total(const std::vector<CurationTaste>& tastes)
{
    double sum = 0;
    for (const CurationTaste& taste : tastes)
        sum += taste.share;
    return sum;
}

/// What one taste keeps of p, which sums to 1.
Vector keptBy(const Vector& p, std::int64_t candidates, const Vector& rewards)
{
    // Points that hardly occur decide nothing, however much they are liked or not.
    double least = 1e300, most = -1e300;
    for (Eigen::Index i = 0; i < p.size(); ++i)
        if (p[i] > kLeast) {
            least = std::min(least, rewards[i]);
            most = std::max(most, rewards[i]);
        }
    if (!(most - least <= kMostDifference))
        return Vector::Constant(p.size(), std::numeric_limits<double>::quiet_NaN());
    const auto k = static_cast<double>(candidates);
    Vector kept = Vector::Zero(p.size()), scaled(p.size());
    for (double u = -most - kBelow; u < -least + kAbove; u += kStep) {
        double others = 0; // E e^-(s e^r)
        for (Eigen::Index i = 0; i < p.size(); ++i) {
            const double place = std::min(u + rewards[i], 700.0), part = std::exp(place);
            scaled[i] = place - part;
            others += p[i] * std::exp(-part);
        }
        if (others <= 0)
            break;
        const double logOthers = (k - 1) * std::log(others);
        for (Eigen::Index i = 0; i < p.size(); ++i)
            kept[i] += std::exp(scaled[i] + logOthers);
    }
    kept.array() *= k * kStep * p.array();
    return kept / kept.sum();
}

} // namespace

Vector curated(const Vector& p, std::int64_t candidates, const std::vector<CurationTaste>& tastes)
{
    Vector mixed = Vector::Zero(p.size());
    for (const CurationTaste& taste : tastes)
        mixed += taste.share / total(tastes) * keptBy(p, candidates, taste.rewards);
    return mixed;
}

Vector tilted(const Vector& p, const std::vector<CurationTaste>& tastes)
{
    Vector mixed = Vector::Zero(p.size());
    for (const CurationTaste& taste : tastes) {
        const Vector kept = p.array() * (taste.rewards.array() - taste.rewards.maxCoeff()).exp();
        mixed += taste.share / total(tastes) / kept.sum() * kept;
    }
    return mixed;
}

double curationSteps(std::int64_t points, std::size_t tastes)
{
    constexpr double kUsualSums = 400;
    return kUsualSums * static_cast<double>(points) * static_cast<double>(tastes);
}

NormalMoments curatedNormal(const NormalMoments& normal, std::int64_t candidates,
                            const std::vector<ScalarTaste>& tastes)
{
    if (!(normal.variance > 0))
        return normal;
    const Vector z = Vector::LinSpaced(kPoints, -kReach, kReach);
    const Vector x = normal.mean + std::sqrt(normal.variance) * z.array();
    Vector p = (-0.5 * z.array().square()).exp();
    p /= p.sum();
    std::vector<CurationTaste> onGrid;
    for (const ScalarTaste& taste : tastes)
        onGrid.push_back({x.unaryExpr(taste.reward), taste.share});
    const Vector kept = curated(p, candidates, onGrid);
    const double mean = kept.dot(x);
    return {mean, (kept.array() * (x.array() - mean).square()).sum()};
}

std::vector<NormalMoments> curatedNormals(const NormalMoments& first, double lambda, std::int64_t candidates,
                                          const std::vector<ScalarTaste>& tastes, int generations)
{
    std::vector<NormalMoments> course = {first};
    for (int g = 1; g <= generations; ++g) {
        const NormalMoments& before = course.back();
        course.push_back(curatedNormal({before.mean, lambda * before.variance}, candidates, tastes));
    }
    return course;
}

NormalMoments tiltedNormal(const NormalMoments& first, double strength, double point, int generation)
{
    const double pull = generation * strength;
    const double variance = 1 / (1 / first.variance + pull);
    return {variance * (first.mean / first.variance + pull * point), variance};
}

} // namespace hareloom
