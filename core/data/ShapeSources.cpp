// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ShapeSources.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/data/KindParts.h"
#include "core/data/RowByRow.h"

#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace hareloom {
namespace {

using std::numbers::pi;

struct Point
{
    double x, y;
};

/// A curve or area in the plane: (u, v) uniform in [0, 1) to a point; noise is added around it.
using Shape = Point (*)(double u, double v);

// Two interleaving half circles; v picks one.
Point twoMoons(double u, double v)
{
    const double angle = pi * u;
    return v < 0.5 ? Point{std::cos(angle), std::sin(angle)}
                   : Point{1 - std::cos(angle), 0.5 - std::sin(angle)};
}

// Two rings about the origin, of radius 1 and 0.5.
Point circles(double u, double v)
{
    const double radius = v < 0.5 ? 1.0 : 0.5;
    return {radius * std::cos(2 * pi * u), radius * std::sin(2 * pi * u)};
}

// The roll seen from its end: one spiral from radius 0.47 to 1.41.
Point swissRoll(double u, double)
{
    const double angle = 1.5 * pi * (1 + 2 * u);
    return {angle * std::cos(angle) / 10, angle * std::sin(angle) / 10};
}

// Five arms; u runs along an arm, v picks it.
Point pinwheel(double u, double v)
{
    const double arm = std::floor(v * 5);
    const double radius = 0.3 + 1.7 * u;
    const double angle = 2 * pi * arm / 5 + 0.5 * radius;
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

// Two arms of an Archimedean spiral, opposite each other.
Point spirals(double u, double v)
{
    const double radius = 2 * std::sqrt(u), angle = 1.5 * pi * radius, side = v < 0.5 ? 1 : -1;
    return {side * radius * std::cos(angle), side * radius * std::sin(angle)};
}

// The eight dark squares of a 4 x 4 board over [-2, 2): u picks place and square, v the height within it.
Point checkerboard(double u, double v)
{
    const double x = 4 * u, column = std::floor(x), half = std::floor(2 * v);
    return {x - 2, 2 * half + std::fmod(column, 2) + (2 * v - half) - 2};
}

/// Row r takes uniforms 2r, 2r+1 of one stream and, for its noise, normals 2r, 2r+1 of another.
class ShapeRows final : public RowByRow
{
public:
    ShapeRows(Shape shape, double noise, std::int64_t n, Seed seed)
        : RowByRow(2, n), m_shape(shape), m_noise(noise), m_placeSeed(childSeed(seed, 0)), m_noiseSeed(seed)
    {
    }

private:
    void place(std::uint64_t row, MatrixRef out, Eigen::Index i) const override
    {
        double where[2], noise[2];
        fillUniforms(m_placeSeed, 2 * row, where);
        fillNormals(m_noiseSeed, 2 * row, noise);
        const Point point = m_shape(where[0], where[1]);
        out(i, 0) = point.x + m_noise * noise[0];
        out(i, 1) = point.y + m_noise * noise[1];
    }

    Shape m_shape;
    double m_noise;
    Seed m_placeSeed, m_noiseSeed;
};

/// Nodes and weights of a rule for integrals over [0, 1): Gauss's of four nodes, on pieces between `edges`.
std::vector<std::pair<double, double>> gaussRule(const std::vector<double>& edges)
{
    constexpr std::pair<double, double> kHalf[] = {{0.3399810435848563, 0.6521451548625461},
                                                   {0.8611363115940526, 0.3478548451374538}};
    std::vector<std::pair<double, double>> rule;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const double middle = (edges[i] + edges[i + 1]) / 2, half = (edges[i + 1] - edges[i]) / 2;
        for (const auto& [node, weight] : kHalf) {
            rule.emplace_back(middle - half * node, half * weight);
            rule.emplace_back(middle + half * node, half * weight);
        }
    }
    return rule;
}

/// Pieces that end where shapes jump (at halves, quarters and fifths), the first of them finer and finer: near 0
/// a spiral goes as a square root.
std::vector<double> pieces(int count, bool isGraded)
{
    std::vector<double> edges{0};
    for (int k = 40; isGraded && k > 0; --k)
        edges.push_back(std::ldexp(1.0 / count, -k));
    for (int i = 1; i <= count; ++i)
        edges.push_back(static_cast<double>(i) / count);
    return edges;
}

/// To about 1e-12; tests hold it against sums over fine grids.
TrueMoments momentsOfShape(Shape shape, double noise)
{
    const auto along = gaussRule(pieces(60, true)), across = gaussRule(pieces(10, false));
    Vector mean = Vector::Zero(2);
    Matrix second = Matrix::Zero(2, 2);
    for (const auto& [u, weight] : along)
        for (const auto& [v, share] : across) {
            const Point point = shape(u, v);
            const Vector place{{point.x, point.y}};
            mean += weight * share * place;
            second += weight * share * place * place.transpose();
        }
    return {mean, second - mean * mean.transpose() + noise * noise * Matrix::Identity(2, 2)};
}

class ShapeSource final : public Source
{
public:
    ShapeSource(Shape shape, double noise)
        : m_shape(shape), m_noise(noise), m_moments(momentsOfShape(shape, noise))
    {
    }
    std::optional<TrueMoments> moments() const override { return m_moments; }
    int dimension() const override { return 2; }
    DatasetPtr draw(std::int64_t n, Seed seed) const override
    {
        return std::make_shared<ShapeRows>(m_shape, m_noise, n, seed);
    }

private:
    Shape m_shape;
    double m_noise;
    TrueMoments m_moments;
};

class UniformRows final : public RowByRow
{
public:
    UniformRows(double low, double high, int d, std::int64_t n, Seed seed)
        : RowByRow(d, n), m_low(low), m_high(high), m_seed(seed)
    {
    }

private:
    void place(std::uint64_t row, MatrixRef out, Eigen::Index i) const override
    {
        const auto d = static_cast<std::uint64_t>(dimension());
        for (std::uint64_t j = 0; j < d; ++j)
            out(i, static_cast<Eigen::Index>(j)) = m_low + (m_high - m_low) * uniformAt(m_seed, row * d + j);
    }

    double m_low, m_high;
    Seed m_seed;
};

class UniformSource final : public Source
{
public:
    UniformSource(double low, double high, int d) : m_low(low), m_high(high), m_d(d) {}
    int dimension() const override { return m_d; }
    DatasetPtr draw(std::int64_t n, Seed seed) const override
    {
        return std::make_shared<UniformRows>(m_low, m_high, m_d, n, seed);
    }
    std::optional<TrueMoments> moments() const override
    {
        const double width = m_high - m_low;
        return TrueMoments{Vector::Constant(m_d, m_low + width / 2),
                           Matrix::Identity(m_d, m_d) * (width * width / 12)};
    }
    std::optional<double> quantile(double below, double above) const override
    {
        if (m_d != 1)
            return std::nullopt;
        return below < above ? m_low + below * (m_high - m_low) : m_high - above * (m_high - m_low);
    }

private:
    double m_low, m_high;
    int m_d;
};

MadeSource makeUniform(const SourceConfig& config, RowKind, const std::string&)
{
    if (!(config.low < config.high))
        return refusedSetting("source.high", shortNumber(config.high),
                              "be more than source.low, which is " + shortNumber(config.low));
    return madeOf<UniformSource>(config.low, config.high, static_cast<int>(config.dimension));
}

template<Shape shape>
MadeSource makeShape(const SourceConfig& config, RowKind, const std::string&)
{
    return madeOf<ShapeSource>(shape, config.noise);
}

constexpr Settings<1> kOfShape = {"noise"};
constexpr Settings<3> kOfUniform = {"low", "high", "dimension"};

template<Shape shape>
constexpr SourceKind kindOfShape(std::string_view name, std::string_view title)
{
    return {
        .name = name, .title = title, .rows = kNumberRows, .settings = kOfShape, .make = makeShape<shape>};
}

} // namespace

constinit const SourceKind kUniformSource = {
    .name = "uniform",
    .title = "Uniform",
    .rows = kNumberRows,
    .settings = kOfUniform,
    .make = makeUniform,
};

constinit const SourceKind kTwoMoonsSource = kindOfShape<twoMoons>("twoMoons", "Two moons");
constinit const SourceKind kCirclesSource = kindOfShape<circles>("circles", "Circles");
constinit const SourceKind kSwissRollSource = kindOfShape<swissRoll>("swissRoll", "Swiss roll");
constinit const SourceKind kPinwheelSource = kindOfShape<pinwheel>("pinwheel", "Pinwheel");
constinit const SourceKind kSpiralsSource = kindOfShape<spirals>("spirals", "Spirals");
constinit const SourceKind kCheckerboardSource = kindOfShape<checkerboard>("checkerboard", "Checkerboard");

} // namespace hareloom
