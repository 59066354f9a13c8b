// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CurveSource.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/data/KindParts.h"
#include "core/data/RowByRow.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {
namespace {

/// A piecewise linear density. Heights are scaled so that the area is one.
class Curve
{
public:
    Curve(double low, double high, std::vector<double> heights)
        : m_low(low),
          m_step((high - low) / static_cast<double>(heights.size() - 1)),
          m_heights(std::move(heights))
    {
        const double highest = *std::max_element(m_heights.begin(), m_heights.end());
        double area = 0;
        for (std::size_t i = 0; i < m_heights.size(); ++i) {
            m_heights[i] /= highest; // first, so that no sum is too large
            if (i > 0)
                area += m_step * (m_heights[i - 1] + m_heights[i]) / 2;
        }
        m_below.push_back(0);
        for (double& height : m_heights)
            height /= area;
        for (std::size_t i = 1; i < m_heights.size(); ++i)
            m_below.push_back(m_below.back() + m_step * (m_heights[i - 1] + m_heights[i]) / 2);
    }

    double density(double x) const
    {
        const double place = (x - m_low) / m_step;
        const auto pieces = static_cast<double>(m_heights.size() - 1);
        if (!(place >= 0 && place <= pieces))
            return 0;
        const auto piece = static_cast<std::size_t>(std::min(place, pieces - 1));
        const double share = place - static_cast<double>(piece);
        return m_heights[piece] * (1 - share) + m_heights[piece + 1] * share;
    }

    /// The x that the share `u` in [0, 1) of the mass lies below: within a piece the mass is a quadratic.
    double quantile(double u) const
    {
        const double mass = u * m_below.back();
        const auto above = std::upper_bound(m_below.begin() + 1, m_below.end() - 1, mass);
        const auto piece = static_cast<std::size_t>(above - m_below.begin()) - 1;
        const double c = (mass - m_below[piece]) / m_step;
        const double left = m_heights[piece], slope = m_heights[piece + 1] - left;
        const double root = left + std::sqrt(std::max(0.0, left * left + 2 * slope * c));
        const double share = root > 0 ? std::min(1.0, 2 * c / root) : 0;
        return m_low + (static_cast<double>(piece) + share) * m_step;
    }

    /// E[(x - centre)^power] for a power up to 2: Simpson's rule, which is exact for cubics.
    double moment(double centre, int power) const
    {
        double sum = 0;
        for (std::size_t i = 0; i + 1 < m_heights.size(); ++i) {
            const double left = m_low + static_cast<double>(i) * m_step - centre;
            const double middle = left + m_step / 2, right = left + m_step;
            sum += m_step / 6 *
                   (m_heights[i] * std::pow(left, power) +
                    2 * (m_heights[i] + m_heights[i + 1]) * std::pow(middle, power) +
                    m_heights[i + 1] * std::pow(right, power));
        }
        return sum;
    }

private:
    double m_low, m_step;
    std::vector<double> m_heights; // density at each grid point
    std::vector<double> m_below;   // mass below each grid point
};

class CurveRows final : public RowByRow
{
public:
    CurveRows(std::shared_ptr<const Curve> curve, std::int64_t n, Seed seed)
        : RowByRow(1, n), m_curve(std::move(curve)), m_seed(seed)
    {
    }

private:
    void place(std::uint64_t row, MatrixRef out, Eigen::Index i) const override
    {
        out(i, 0) = m_curve->quantile(uniformAt(m_seed, row));
    }

    std::shared_ptr<const Curve> m_curve;
    Seed m_seed;
};

class CurveSource final : public Source
{
public:
    explicit CurveSource(Curve curve) : m_curve(std::make_shared<const Curve>(std::move(curve))) {}

    int dimension() const override { return 1; }
    DatasetPtr draw(std::int64_t n, Seed seed) const override
    {
        return std::make_shared<CurveRows>(m_curve, n, seed);
    }
    std::optional<TrueMoments> moments() const override
    {
        const double mean = m_curve->moment(0, 1);
        return TrueMoments{Vector::Constant(1, mean), Matrix::Constant(1, 1, m_curve->moment(mean, 2))};
    }
    std::optional<double> quantile(double below, double above) const override
    {
        return m_curve->quantile(below < above ? below : 1 - above);
    }
    std::optional<Vector> logDensity(MatrixView rows) const override
    {
        return Vector(rows.col(0).unaryExpr([this](double x) { return std::log(m_curve->density(x)); }));
    }

private:
    std::shared_ptr<const Curve> m_curve;
};

MadeSource makeCurve(const SourceConfig& config, RowKind, const std::string&)
{
    const auto& heights = config.heights;
    if (heights.size() < 2)
        return invalidSetting("source.heights",
                              "the number of heights is " + std::to_string(heights.size()) +
                                  ". It must be two or more, evenly spaced from source.low to source.high.");
    if (*std::max_element(heights.begin(), heights.end()) <= 0)
        return invalidSetting("source.heights", "the curve is 0 everywhere. It must be above 0 somewhere.");
    if (!(config.low < config.high))
        return refusedSetting("source.high", shortNumber(config.high),
                              "be more than source.low, which is " + shortNumber(config.low));
    return madeOf<CurveSource>(Curve(config.low, config.high, heights));
}

constexpr Settings<3> kOfCurve = {"low", "high", "heights"};

} // namespace

constinit const SourceKind kCurveSource = {
    .name = "curve",
    .title = "Drawn curve",
    .rows = kNumberRows,
    .settings = kOfCurve,
    .truth = Truth::Density,
    .drawnAs = DrawnAs::Heights,
    .make = makeCurve,
};

} // namespace hareloom
