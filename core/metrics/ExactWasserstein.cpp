// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/ExactWasserstein.h"

#include "core/base/SortInPieces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace hareloom {
namespace {

constexpr double kReach = 9;      // deviations to either side: 1e-19 of a normal's mass lies beyond
constexpr double kNarrowest = 1e-9;
constexpr double kTolerance = 1e-10; // of the scale, for all pieces together
constexpr std::ptrdiff_t kBetweenPolls = 1 << 17; // bells
constexpr int kDeepest = 40;         // halvings of a piece: where the truth has a gap, T jumps

/// One normal on the line.
struct Bell
{
    double mean, deviation, weight;
};

/// Density and mass to either side at a place.
struct Place
{
    double density = 0, below = 0, above = 0;
};

/// The mixture's bells by mean, with what is needed to look only at those nearby.
class Bells
{
public:
    Bells(std::vector<Bell> bells, const StopToken& stop) : m_bells(std::move(bells)), m_stop(stop)
    {
        sortInPieces(m_bells, stop, [](const Bell& a, const Bell& b) { return a.mean < b.mean; });
        m_before.reserve(m_bells.size() + 1);
        m_before.push_back(0);
        for (const Bell& bell : m_bells) {
            if (m_before.size() % kBetweenPolls == 0 && !stop.proceed())
                return;
            m_before.push_back(m_before.back() + bell.weight);
            m_widest = std::max(m_widest, bell.deviation);
        }
    }

    Place at(double x) const
    {
        if (m_stop.stopRequested())
            return {};
        const auto byMean = [](const Bell& bell, double value) { return bell.mean < value; };
        const auto first = std::lower_bound(m_bells.begin(), m_bells.end(), x - kReach * m_widest, byMean);
        const auto end = std::lower_bound(first, m_bells.end(), x + kReach * m_widest, byMean);
        Place place;
        place.below = m_before[static_cast<std::size_t>(first - m_bells.begin())];
        place.above = m_before.back() - m_before[static_cast<std::size_t>(end - m_bells.begin())];
        for (auto bell = first; bell != end; ++bell) {
            if ((bell - first) % kBetweenPolls == kBetweenPolls - 1 && !m_stop.proceed())
                return {};
            const double z = (x - bell->mean) / bell->deviation;
            const double tail = 0.5 * std::erfc(std::abs(z) * std::numbers::sqrt2 / 2);
            place.below += bell->weight * (z < 0 ? tail : 1 - tail);
            place.above += bell->weight * (z < 0 ? 1 - tail : tail);
            place.density += bell->weight * std::exp(-z * z / 2) / bell->deviation;
        }
        place.density /= std::sqrt(2 * std::numbers::pi);
        return place;
    }

    /// Ends of the pieces that the integral is taken over: within each, every bell is smooth.
    std::vector<double> edges() const { return isAlike() ? alongTheRow() : aroundEach(); }

private:
    bool isAlike() const
    {
        return m_bells.size() > 64 && std::all_of(m_bells.begin(), m_bells.end(), [this](const Bell& bell) {
                   return bell.deviation == m_widest;
               });
    }

    // Steps of 1.5 deviations wherever a bell is near.
    std::vector<double> alongTheRow() const
    {
        std::vector<double> edges;
        double end = -std::numeric_limits<double>::infinity();
        const double reach = kReach * m_widest, step = 1.5 * m_widest;
        for (const Bell& bell : m_bells) {
            if (bell.mean - reach > end) {
                edges.push_back(bell.mean - reach);
                end = edges.back();
            }
            while (end < bell.mean + reach)
                edges.push_back(end = std::max(end + step, std::nextafter(end, bell.mean + 2 * reach)));
        }
        return edges;
    }

    std::vector<double> aroundEach() const
    {
        std::vector<double> edges;
        for (const Bell& bell : m_bells)
            for (const double z : {0.0, 1.5, 3.0, 4.5, 6.0, kReach})
                for (const double side : {-1.0, 1.0})
                    edges.push_back(bell.mean + side * z * bell.deviation);
        std::sort(edges.begin(), edges.end());
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        return edges;
    }

    std::vector<Bell> m_bells;
    StopToken m_stop;
    std::vector<double> m_before; // weight of the bells before each
    double m_widest = 0;
};

/// Gauss's rule of 7 nodes within Kronrod's of 15 (QUADPACK's qk15): node, its weight, Gauss's.
constexpr std::array<std::array<double, 3>, 8> kRule = {{{0.0, 0.2094821410847278, 0.4179591836734694},
                                                         {0.2077849550078985, 0.2044329400752989, 0},
                                                         {0.4058451513773972, 0.1903505780647854, 0.3818300505051189},
                                                         {0.5860872354676911, 0.1690047266392679, 0},
                                                         {0.7415311855993945, 0.1406532597159811, 0.2797053914892767},
                                                         {0.8648644233597691, 0.1047900103222502, 0},
                                                         {0.9491079123427585, 0.0630920926299786, 0.1294849661688697},
                                                         {0.9914553711208126, 0.0229353220105292, 0}}};

template<class F>
double integral(const F& f, double low, double high, double tolerance, int depth)
{
    const double middle = low + (high - low) / 2, half = (high - low) / 2;
    double fine = 0, coarse = 0;
    for (const auto& [node, weight, gauss] : kRule) {
        const double values = node == 0 ? f(middle) : f(middle - half * node) + f(middle + half * node);
        fine += weight * values;
        coarse += gauss * values;
    }
    if (depth == 0 || !(half * std::abs(fine - coarse) > tolerance) || !(low < middle && middle < high))
        return half * fine;
    return integral(f, low, middle, tolerance / 2, depth - 1) +
           integral(f, middle, high, tolerance / 2, depth - 1);
}

double overBells(std::vector<Bell> bells, double scale, const QuantileFunction& truth, const StopToken& stop)
{
    for (Bell& bell : bells)
        bell.deviation = std::max({bell.deviation, kNarrowest * std::sqrt(scale),
                                   64 * std::numeric_limits<double>::epsilon() * std::abs(bell.mean)});
    const Bells all(std::move(bells), stop);
    if (stop.stopRequested())
        return std::numeric_limits<double>::quiet_NaN();
    const auto squaredWay = [&](double x) {
        const Place place = all.at(x);
        if (!(place.density > 0))
            return 0.0;
        const double way = truth(place.below, place.above) - x;
        return way * way * place.density;
    };
    const std::vector<double> edges = all.edges();
    const double tolerance = kTolerance * scale / static_cast<double>(edges.size());
    double sum = 0;
    for (std::size_t i = 0; i + 1 < edges.size() && !stop.stopRequested(); ++i)
        sum += integral(squaredWay, edges[i], edges[i + 1], tolerance, kDeepest);
    return sum;
}

} // namespace

double w2SquaredExact(const NormalMixture& model, const QuantileFunction& truth, double mean, double variance,
                      const StopToken& stop)
{
    const auto [ownMean, ownCovariance] = momentsOf(model, stop);
    const double shift = ownMean[0] - mean;
    const double scale = variance + ownCovariance(0, 0) + shift * shift;
    std::vector<Bell> bells;
    for (int k = 0; k < model.components() && (k % kBetweenPolls != 0 || stop.proceed()); ++k)
        if (model.weights[k] > 0)
            bells.push_back({model.means(k, 0), std::sqrt(model.covariance(k)(0, 0)), model.weights[k]});
    return std::isfinite(scale) && !bells.empty() ? overBells(std::move(bells), scale, truth, stop)
                                                  : std::numeric_limits<double>::quiet_NaN();
}

double w2SquaredExact(const Vector& sample, const QuantileFunction& truth, double mean, double variance,
                      const StopToken& stop)
{
    NormalMixture atoms;
    atoms.weights = Vector::Constant(sample.size(), 1.0 / static_cast<double>(sample.size()));
    atoms.means = sample;
    atoms.covariances.push_back(Matrix::Zero(1, 1));
    return w2SquaredExact(atoms, truth, mean, variance, stop);
}

} // namespace hareloom
