// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/DensityCurve.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hareloom::ui {

namespace {

constexpr int kManyComponents = 64;
constexpr double kReach = 6; // standard deviations beyond which a normal is not seen
constexpr double kMapReach = 4, kMostMargin = 256, kCellsAcross = 4; // of a map: deviations, cells, cells

double normalDensity(double z, double spread)
{
    return std::exp(-z * z / 2) / (spread * std::sqrt(2 * std::numbers::pi));
}

// Adds weight * N(mean, spread^2) to the curve. A normal narrower than a cell is drawn as wide as one: its
// peak is then lower than it is, but it stays visible and keeps its place.
void addNormal(std::vector<double>& curve, const AxisRange& range, double weight, double mean, double spread)
{
    const auto points = static_cast<int>(curve.size());
    const double cell = (range.high - range.low) / (points - 1);
    const double s = std::max(spread, cell * 0.5);
    const double centre = (mean - range.low) / cell;
    if (!std::isfinite(centre))
        return;
    const double reach = kReach * s / cell;
    const int first = static_cast<int>(std::clamp(std::ceil(centre - reach), 0.0, points - 1.0));
    const int last = static_cast<int>(std::clamp(std::floor(centre + reach), 0.0, points - 1.0));
    for (int i = first; i <= last; ++i)
        curve[static_cast<std::size_t>(i)] += weight * normalDensity((i - centre) * cell / s, s);
}

// Shares `weight` between the two cells around `at`, which keeps the mean exact.
void deposit(std::vector<double>& cells, double at, double weight)
{
    const double floor = std::floor(at);
    const auto i = static_cast<std::ptrdiff_t>(floor);
    const double right = at - floor;
    const auto size = static_cast<std::ptrdiff_t>(cells.size());
    if (i >= 0 && i < size)
        cells[static_cast<std::size_t>(i)] += weight * (1 - right);
    if (i + 1 >= 0 && i + 1 < size)
        cells[static_cast<std::size_t>(i + 1)] += weight * right;
}

std::vector<double> binnedCurve(const NormalMixture& mixture, int variable, const AxisRange& range,
                                int points)
{
    const double spread = std::sqrt(mixture.covariance(0)(variable, variable));
    const double margin = kReach * spread;
    const int bins = 4 * points;
    const double cell = (range.high - range.low + 2 * margin) / bins;
    std::vector<double> counts(static_cast<std::size_t>(bins) + 1);
    for (int k = 0; k < mixture.components(); ++k)
        deposit(counts, (mixture.means(k, variable) - range.low + margin) / cell, mixture.weights[k]);
    std::vector<double> curve(static_cast<std::size_t>(points));
    for (std::size_t b = 0; b < counts.size(); ++b)
        if (counts[b] > 0)
            addNormal(curve, range, counts[b], range.low - margin + double(b) * cell, spread);
    return curve;
}

struct Plane
{
    AxisRange x, y;
    int width, height;
    double cellX() const { return (x.high - x.low) / width; }
    double cellY() const { return (y.high - y.low) / height; }
};

void addNormal(std::vector<float>& map, const Plane& plane, double weight, double mx, double my,
               const Matrix& covariance)
{
    const double least = std::pow(0.5 * std::min(plane.cellX(), plane.cellY()), 2);
    const double a = covariance(0, 0) + least, b = covariance(0, 1), c = covariance(1, 1) + least;
    const double det = std::max(a * c - b * b, 1e-300);
    const double norm = weight / (2 * std::numbers::pi * std::sqrt(det));
    const auto bound = [](double v, int n) { return static_cast<int>(std::clamp(v, 0.0, double(n))); };
    const double rx = 4 * std::sqrt(a) / plane.cellX(), ry = 4 * std::sqrt(c) / plane.cellY();
    const double cx = (mx - plane.x.low) / plane.cellX(), cy = (plane.y.high - my) / plane.cellY();
    if (!std::isfinite(cx) || !std::isfinite(cy))
        return;
    for (int row = bound(cy - ry, plane.height); row < bound(cy + ry + 1, plane.height); ++row) {
        const double dy = plane.y.high - (row + 0.5) * plane.cellY() - my;
        for (int column = bound(cx - rx, plane.width); column < bound(cx + rx + 1, plane.width); ++column) {
            const double dx = plane.x.low + (column + 0.5) * plane.cellX() - mx;
            const double q = (c * dx * dx - 2 * b * dx * dy + a * dy * dy) / det;
            map[static_cast<std::size_t>(row * plane.width + column)] +=
                static_cast<float>(norm * std::exp(-q / 2));
        }
    }
}

// Every cell's weight spread by the same kernel, which is computed once: cells lie on a grid.
std::vector<float> stamped(const std::vector<double>& counts, const Plane& plane, const Matrix& covariance)
{
    const auto reach = [](double spread, double cell, int most) {
        return static_cast<int>(std::clamp(std::ceil(kMapReach * spread / cell), 1.0, double(most)));
    };
    const int rx = reach(std::sqrt(std::max(0.0, covariance(0, 0))), plane.cellX(), plane.width);
    const int ry = reach(std::sqrt(std::max(0.0, covariance(1, 1))), plane.cellY(), plane.height);
    const Plane around{{-(rx + 0.5) * plane.cellX(), (rx + 0.5) * plane.cellX(), false},
                       {-(ry + 0.5) * plane.cellY(), (ry + 0.5) * plane.cellY(), false},
                       2 * rx + 1,
                       2 * ry + 1};
    std::vector<float> kernel(static_cast<std::size_t>(around.width * around.height));
    addNormal(kernel, around, 1, 0, 0, covariance);
    std::vector<float> map(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] <= 0)
            continue;
        const auto weight = static_cast<float>(counts[i]);
        const int column = static_cast<int>(i) % plane.width, row = static_cast<int>(i) / plane.width;
        const int first = std::max(0, column - rx), last = std::min(plane.width - 1, column + rx);
        for (int y = std::max(0, row - ry); y <= std::min(plane.height - 1, row + ry); ++y) {
            const float* from =
                &kernel[static_cast<std::size_t>((y - row + ry) * around.width + first - column + rx)];
            float* to = &map[static_cast<std::size_t>(y * plane.width + first)];
            for (int x = 0; x <= last - first; ++x)
                to[x] += weight * from[x];
        }
    }
    return map;
}

// Cells of which a kernel is several wide, and a margin for the kernels that reach in from outside.
Plane binsFor(const Plane& plane, const Matrix& covariance)
{
    const double a = covariance(0, 0), b = covariance(0, 1), c = covariance(1, 1);
    const double least = (a + c) / 2 - std::hypot((a - c) / 2, b); // the variance across
    const double finest = std::sqrt(std::max(0.0, least)) / kCellsAcross;
    const auto axis = [&](const AxisRange& range, double cell, double spread, AxisRange* wide) {
        const double size = std::max(cell, finest);
        const int margin = static_cast<int>(std::min(std::ceil(kMapReach * spread / size) + 1, kMostMargin));
        const int count = static_cast<int>(std::ceil((range.high - range.low) / size - 1e-9)) + 2 * margin;
        *wide = {range.low - margin * size, range.low - margin * size + count * size, false};
        return count;
    };
    Plane bins{};
    bins.width = axis(plane.x, plane.cellX(), std::sqrt(std::max(0.0, a)), &bins.x);
    bins.height = axis(plane.y, plane.cellY(), std::sqrt(std::max(0.0, c)), &bins.y);
    return bins;
}

// Linear between the centres of the bins; the margin has enough of them.
std::vector<float> sampledFrom(const std::vector<float>& bins, const Plane& from, const Plane& plane)
{
    std::vector<float> map(static_cast<std::size_t>(plane.width * plane.height));
    for (int row = 0; row < plane.height; ++row) {
        const double y = (from.y.high - plane.y.high + (row + 0.5) * plane.cellY()) / from.cellY() - 0.5;
        const int top = std::clamp(static_cast<int>(y), 0, from.height - 2);
        const auto down = static_cast<float>(y - top);
        for (int column = 0; column < plane.width; ++column) {
            const double x = (plane.x.low - from.x.low + (column + 0.5) * plane.cellX()) / from.cellX() - 0.5;
            const int left = std::clamp(static_cast<int>(x), 0, from.width - 2);
            const auto right = static_cast<float>(x - left);
            const float* at = &bins[static_cast<std::size_t>(top * from.width + left)];
            const float above = at[0] + (at[1] - at[0]) * right;
            const float below = at[from.width] + (at[from.width + 1] - at[from.width]) * right;
            map[static_cast<std::size_t>(row * plane.width + column)] = above + (below - above) * down;
        }
    }
    return map;
}

// Sharing a weight among four bins widens it by a sixth of a bin's square: the kernel is made that much
// narrower where it is wide enough.
Matrix narrowed(const Matrix& covariance, const Plane& bins)
{
    Matrix result = covariance;
    result(0, 0) -= bins.cellX() * bins.cellX() / 6;
    result(1, 1) -= bins.cellY() * bins.cellY() / 6;
    const auto det = [](const Matrix& m) { return m(0, 0) * m(1, 1) - m(0, 1) * m(0, 1); };
    const bool isWide = result(0, 0) > 0 && result(1, 1) > 0 && det(result) > det(covariance) / 4;
    return isWide ? result : covariance;
}

std::vector<float> binnedMap(const NormalMixture& mixture, const Plane& plane)
{
    const Plane bins = binsFor(plane, mixture.covariance(0));
    std::vector<double> counts(static_cast<std::size_t>(bins.width * bins.height));
    for (int k = 0; k < mixture.components(); ++k) {
        const double x = (mixture.means(k, 0) - bins.x.low) / bins.cellX() - 0.5;
        const double y = (bins.y.high - mixture.means(k, 1)) / bins.cellY() - 0.5;
        if (!(x >= 0 && x < bins.width - 1 && y >= 0 && y < bins.height - 1))
            continue;
        const auto column = static_cast<std::size_t>(x), row = static_cast<std::size_t>(y);
        const double right = x - double(column), down = y - double(row), weight = mixture.weights[k];
        double* at = &counts[row * static_cast<std::size_t>(bins.width) + column];
        at[0] += weight * (1 - right) * (1 - down);
        at[1] += weight * right * (1 - down);
        at[bins.width] += weight * (1 - right) * down;
        at[bins.width + 1] += weight * right * down;
    }
    return sampledFrom(stamped(counts, bins, narrowed(mixture.covariance(0), bins)), bins, plane);
}

bool isManyAlike(const NormalMixture& mixture)
{
    return mixture.components() > kManyComponents && mixture.covariances.size() == 1;
}

} // namespace

std::vector<double> densityCurve(const NormalMixture& mixture, int variable, const AxisRange& range,
                                 int points)
{
    if (isManyAlike(mixture) && mixture.components() > 4 * points)
        return binnedCurve(mixture, variable, range, points);
    std::vector<double> curve(static_cast<std::size_t>(points));
    for (int k = 0; k < mixture.components(); ++k)
        addNormal(curve, range, mixture.weights[k], mixture.means(k, variable),
                  std::sqrt(std::max(0.0, mixture.covariance(k)(variable, variable))));
    return curve;
}

std::vector<float> densityMap(const NormalMixture& mixture, const AxisRange& x, const AxisRange& y, int width,
                              int height)
{
    const Plane plane{x, y, width, height};
    if (isManyAlike(mixture))
        return binnedMap(mixture, plane);
    std::vector<float> map(static_cast<std::size_t>(width * height));
    for (int k = 0; k < mixture.components(); ++k)
        addNormal(map, plane, mixture.weights[k], mixture.means(k, 0), mixture.means(k, 1),
                  mixture.covariance(k));
    return map;
}

} // namespace hareloom::ui
