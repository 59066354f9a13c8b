// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace hareloom {

/// Sums over n doubles in eight interleaved partial sums: the order of additions is part of the contract, so
/// the bytes are the same on every instruction set.
double sumOf(const double* x, std::int64_t n);
double squaresAbout(const double* x, std::int64_t n, double centre); // sum of (x - centre)^2

/// x = offset + factor * x.
void scaleAndShift(double* x, std::int64_t n, double factor, double offset);

/// Columns of eight doubles that hold `n`: what the tables below are padded to.
constexpr std::int64_t padded(std::int64_t n)
{
    return (n + 7) / 8 * 8;
}

/// An affine map of d variables: x = start + F z, z of d numbers.
struct AffineMap
{
    int d = 0;
    const double* factor = nullptr; // F, as packedFactor() lays it out
    const double* start = nullptr;  // padded(d)
    bool isTriangle = false;        // nothing above the diagonal of F
};
/// F (d, d), by columns, in the order in which mapRows() reads it: of eight rows at a time, the last padded
/// with zeros, the columns one after another; of a triangle without those that hold zeros only.
std::vector<double> packedFactor(const double* factor, int d, bool isTriangle);
/// Row i of `x` (n, d), by columns that are `stride` apart, is the map of row i of `z` (n, d), by rows. Each
/// value is start[a] and then, in order of b, + F(a, b) z(i, b).
void mapRows(const AffineMap& map, const double* z, std::int64_t n, double* x, std::int64_t stride);

/// `out` (d, d), by columns, = x' y of two tables (n, d), by columns. Each value is the sum over the rows in
/// their order, whatever the processor's caches are; of more than 504 rows it is the sum of such sums over
/// parts of crossedTogether(n) rows. Where `x` is `y`, half of it is computed.
void crossProducts(const double* x, const double* y, std::int64_t n, int d, double* out);
/// Parts of like sizes, multiples of eight. Version 0.1.0 had these where the nearest cache holds 32 KB, and
/// others elsewhere.
std::int64_t crossedTogether(std::int64_t n);

} // namespace hareloom
