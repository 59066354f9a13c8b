// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ShapeSources.h"

#include "core/data/RowByRow.h"

#include <cmath>
#include <numbers>

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

struct NamedShape
{
    std::string_view kind;
    Shape shape;
};

constexpr NamedShape kShapes[] = {{"twoMoons", twoMoons},   {"circles", circles},
                                  {"swissRoll", swissRoll}, {"pinwheel", pinwheel},
                                  {"spirals", spirals},     {"checkerboard", checkerboard}};

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

class ShapeSource final : public Source
{
public:
    ShapeSource(Shape shape, double noise) : m_shape(shape), m_noise(noise) {}
    int dimension() const override { return 2; }
    DatasetPtr draw(std::int64_t n, Seed seed) const override
    {
        return std::make_shared<ShapeRows>(m_shape, m_noise, n, seed);
    }

private:
    Shape m_shape;
    double m_noise;
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

private:
    double m_low, m_high;
    int m_d;
};

} // namespace

Result<std::shared_ptr<const Source>> makeShapeSource(const SourceConfig& config)
{
    using Made = std::shared_ptr<const Source>;
    for (const auto& [kind, shape] : kShapes)
        if (config.kind == kind)
            return Made(std::make_shared<ShapeSource>(shape, config.noise));
    return Made(
        std::make_shared<UniformSource>(config.low, config.high, static_cast<int>(config.dimension)));
}

} // namespace hareloom
