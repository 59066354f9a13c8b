// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/BlockArithmetic.h"

#include "core/base/VectorMath.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace hareloom {

using vec::kLanes;
using vec::Lanes;

HARELOOM_EVERY_WIDTH
double sumOf(const double* x, std::int64_t n)
{
    Lanes sums{};
    std::int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes)
        sums += vec::load(x + i);
    for (int k = 0; i < n; ++i, ++k)
        sums[k] += x[i];
    return vec::sum(sums);
}

HARELOOM_EVERY_WIDTH
double squaresAbout(const double* x, std::int64_t n, double centre)
{
    Lanes sums{};
    std::int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        const Lanes y = vec::load(x + i) - centre;
        sums += y * y;
    }
    for (int k = 0; i < n; ++i, ++k)
        sums[k] += (x[i] - centre) * (x[i] - centre);
    return vec::sum(sums);
}

HARELOOM_EVERY_WIDTH
void scaleAndShift(double* x, std::int64_t n, double factor, double offset)
{
    for (std::int64_t i = 0; i < n; ++i)
        x[i] = offset + factor * x[i];
}

namespace {

constexpr int kRows = 6;            // whose sums fit into the registers
constexpr std::int64_t kChunk = 32; // rows that fit into the nearest cache, with up to 128 variables

/// Of eight rows of a factor from `a` on, how many columns are kept.
constexpr std::int64_t columnsOf(std::int64_t d, std::int64_t a, bool isTriangle)
{
    return isTriangle ? std::min<std::int64_t>(a + kLanes, d) : d;
}

/// What maps to variables a ... a + 7, or fewer at the end.
struct MapBlock
{
    const double *factor, *start; // from `a` on
    std::int64_t d, columns, variables;
};

/// Rows of `z` to as many of `x`.
template<int rows>
HARELOOM_INLINE void mapTile(const MapBlock& block, const double* z, double* x, std::int64_t stride)
{
    Lanes sums[rows];
    for (int i = 0; i < rows; ++i)
        sums[i] = vec::load(block.start);
    for (std::int64_t b = 0; b < block.columns; ++b) {
        const Lanes column = vec::load(block.factor + b * kLanes);
        for (int i = 0; i < rows; ++i)
            sums[i] += column * z[i * block.d + b];
    }
    for (std::int64_t v = 0; v < block.variables; ++v)
        for (int i = 0; i < rows; ++i)
            x[v * stride + i] = sums[i][v];
}

/// The same of `rows` rows, at most `most`.
template<int most>
HARELOOM_INLINE void mapRest(const MapBlock& block, std::int64_t rows, const double* z, double* x,
                             std::int64_t stride)
{
    if constexpr (most > 0) {
        if (rows == most)
            mapTile<most>(block, z, x, stride);
        else
            mapRest<most - 1>(block, rows, z, x, stride);
    }
}

/// Rows of a table (n, d) by columns, by rows that are padded with zeros.
HARELOOM_INLINE void packRows(const double* columns, std::int64_t n, int d, std::int64_t from,
                              std::int64_t count, double* rows)
{
    for (int j = 0; j < d; ++j)
        for (std::int64_t i = 0; i < count; ++i)
            rows[i * padded(d) + j] = columns[j * n + from + i];
}

/// sums(a ... a + 7, b ... b + 3) += x' y of a chunk's rows.
HARELOOM_INLINE void addTile(const double* x, const double* y, std::int64_t count, std::int64_t width,
                             std::int64_t a, std::int64_t b, double* sums)
{
    double* const to = sums + b * width + a;
    Lanes s0 = vec::load(to), s1 = vec::load(to + width), s2 = vec::load(to + 2 * width),
          s3 = vec::load(to + 3 * width);
    for (std::int64_t k = 0; k < count; ++k) {
        const Lanes row = vec::load(x + k * width + a);
        const double* const other = y + k * width + b;
        s0 += row * other[0];
        s1 += row * other[1];
        s2 += row * other[2];
        s3 += row * other[3];
    }
    vec::store(to, s0);
    vec::store(to + width, s1);
    vec::store(to + 2 * width, s2);
    vec::store(to + 3 * width, s3);
}

HARELOOM_EVERY_WIDTH
void addChunk(const double* x, const double* y, std::int64_t count, int d, bool isSymmetric, double* sums)
{
    const std::int64_t width = padded(d);
    for (std::int64_t a = 0; a < d; a += kLanes)
        for (std::int64_t b = 0; b < (isSymmetric ? std::min<std::int64_t>(a + kLanes, d) : d); b += 4)
            addTile(x, y, count, width, a, b, sums);
}

} // namespace

std::vector<double> packedFactor(const double* factor, int d, bool isTriangle)
{
    std::vector<double> packed;
    for (std::int64_t a = 0; a < d; a += kLanes)
        for (std::int64_t b = 0; b < columnsOf(d, a, isTriangle); ++b)
            for (std::int64_t row = a; row < a + kLanes; ++row)
                packed.push_back(row < d ? factor[b * d + row] : 0);
    return packed;
}

HARELOOM_EVERY_WIDTH
void mapRows(const AffineMap& map, const double* z, std::int64_t n, double* x, std::int64_t stride)
{
    const std::int64_t d = map.d;
    MapBlock block{map.factor, map.start, d, 0, 0};
    for (std::int64_t a = 0; a < d; a += kLanes) {
        block.columns = columnsOf(d, a, map.isTriangle);
        block.variables = std::min<std::int64_t>(kLanes, d - a);
        std::int64_t i = 0;
        for (; i + kRows <= n; i += kRows)
            mapTile<kRows>(block, z + i * d, x + a * stride + i, stride);
        mapRest<kRows - 1>(block, n - i, z + i * d, x + a * stride + i, stride);
        block.factor += block.columns * kLanes;
        block.start += kLanes;
    }
}

std::int64_t crossedTogether(std::int64_t n)
{
    constexpr std::int64_t kMost = 504, kStep = 8;
    if (n % kMost == 0 || n < kMost)
        return kMost;
    return kMost - kStep * ((kMost - 1 - n % kMost) / (kStep * (n / kMost + 1)));
}

void crossProducts(const double* x, const double* y, std::int64_t n, int d, double* out)
{
    const std::int64_t width = padded(d), part = crossedTogether(n);
    const bool isSymmetric = x == y;
    std::vector<double> sums(static_cast<std::size_t>(width * width)), total(sums.size());
    std::vector<double> rows(static_cast<std::size_t>(kChunk * width)), others(isSymmetric ? 0 : rows.size());
    for (std::int64_t from = 0, count; from < n; from += count) {
        count = std::min({kChunk, n - from, part - from % part});
        packRows(x, n, d, from, count, rows.data());
        if (!isSymmetric)
            packRows(y, n, d, from, count, others.data());
        addChunk(rows.data(), isSymmetric ? rows.data() : others.data(), count, d, isSymmetric, sums.data());
        if ((from + count) % part != 0 && from + count < n)
            continue;
        for (std::size_t i = 0; i < sums.size(); ++i)
            total[i] += std::exchange(sums[i], 0);
    }
    for (std::int64_t j = 0; j < d; ++j)
        for (std::int64_t i = 0; i < d; ++i)
            out[j * d + i] =
                total[static_cast<std::size_t>(isSymmetric && i < j ? i * width + j : j * width + i)];
}

} // namespace hareloom
