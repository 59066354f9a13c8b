// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/EmKernel.h"

#include "core/base/VectorMath.h"

namespace hareloom::detail {
namespace {

constexpr int kLanes = 8;

HARELOOM_INLINE double sumLanes(const double* x)
{
    return ((x[0] + x[4]) + (x[1] + x[5])) + ((x[2] + x[6]) + (x[3] + x[7]));
}

// D > 0: dimension known to the compiler, which unrolls; D = 0: any dimension.
template<int D>
HARELOOM_INLINE void logJoint(const EmParameters& p, int k, const double* const* x, double* y, double* out)
{
    const int d = D > 0 ? D : p.dimension;
    const double* mean = p.mean.data() + k * d;
    const double* whitening = p.whitening.data() + k * d * d;
    const double constant = p.constant[static_cast<std::size_t>(k)];
    if constexpr (D > 0) {
        for (int i = 0; i < kEmRows; ++i) {
            double square = 0;
            for (int a = 0; a < D; ++a) {
                double z = 0;
                for (int b = 0; b <= a; ++b)
                    z += whitening[a * D + b] * (x[b][i] - mean[b]);
                square += z * z;
            }
            out[i] = constant - 0.5 * square;
        }
    } else {
        double square[kEmRows] = {};
        for (int b = 0; b < d; ++b)
            for (int i = 0; i < kEmRows; ++i)
                y[b * kEmRows + i] = x[b][i] - mean[b];
        for (int a = 0; a < d; ++a) {
            double z[kEmRows] = {};
            for (int b = 0; b <= a; ++b)
                for (int i = 0; i < kEmRows; ++i)
                    z[i] += whitening[a * d + b] * y[b * kEmRows + i];
            for (int i = 0; i < kEmRows; ++i)
                square[i] += z[i] * z[i];
        }
        for (int i = 0; i < kEmRows; ++i)
            out[i] = constant - 0.5 * square[i];
    }
}

// Turns log joints (K, rows) into responsibilities; returns the block's log-likelihood.
HARELOOM_INLINE double normalise(int components, const double* present, double* joint)
{
    double highest[kEmRows], total[kEmRows] = {};
    for (int i = 0; i < kEmRows; ++i)
        highest[i] = joint[i];
    for (int k = 1; k < components; ++k)
        for (int i = 0; i < kEmRows; ++i)
            highest[i] = joint[k * kEmRows + i] > highest[i] ? joint[k * kEmRows + i] : highest[i];
    for (int k = 0; k < components; ++k)
        for (int i = 0; i < kEmRows; ++i) {
            const double e = vec::expOfNegative(joint[k * kEmRows + i] - highest[i]);
            joint[k * kEmRows + i] = e;
            total[i] += e;
        }
    double lanes[kLanes] = {};
    for (int i = 0; i < kEmRows; i += kLanes)
        for (int l = 0; l < kLanes; ++l)
            lanes[l] += present[i + l] * (highest[i + l] + vec::log(total[i + l]));
    for (int i = 0; i < kEmRows; ++i)
        total[i] = present[i] / total[i];
    for (int k = 0; k < components; ++k)
        for (int i = 0; i < kEmRows; ++i)
            joint[k * kEmRows + i] *= total[i];
    return sumLanes(lanes);
}

template<int D>
HARELOOM_INLINE void accumulateSmall(const double* mean, const double* const* x, const double* r, double* out)
{
    constexpr int kSums = 1 + D + D * (D + 1) / 2;
    double lanes[kSums][kLanes] = {};
    for (int i = 0; i < kEmRows; i += kLanes)
        for (int l = 0; l < kLanes; ++l) {
            lanes[0][l] += r[i + l];
            int second = 1 + D;
            for (int a = 0; a < D; ++a) {
                const double weighted = r[i + l] * (x[a][i + l] - mean[a]);
                lanes[1 + a][l] += weighted;
                for (int b = 0; b <= a; ++b)
                    lanes[second++][l] += weighted * (x[b][i + l] - mean[b]);
            }
        }
    for (int s = 0; s < kSums; ++s)
        out[s] += sumLanes(lanes[s]);
}

HARELOOM_INLINE double dot(const double* a, const double* b)
{
    double lanes[kLanes] = {};
    for (int i = 0; i < kEmRows; i += kLanes)
        for (int l = 0; l < kLanes; ++l)
            lanes[l] += a[i + l] * b[i + l];
    return sumLanes(lanes);
}

HARELOOM_INLINE void accumulateAny(int d, const double* mean, const double* const* x, const double* r, double* y, double* out)
{
    double ones[kEmRows], weighted[kEmRows];
    for (int i = 0; i < kEmRows; ++i)
        ones[i] = 1;
    out[0] += dot(r, ones);
    for (int b = 0; b < d; ++b)
        for (int i = 0; i < kEmRows; ++i)
            y[b * kEmRows + i] = x[b][i] - mean[b];
    int second = 1 + d;
    for (int a = 0; a < d; ++a) {
        for (int i = 0; i < kEmRows; ++i)
            weighted[i] = r[i] * y[a * kEmRows + i];
        out[1 + a] += dot(weighted, ones);
        for (int b = 0; b <= a; ++b)
            out[second++] += dot(weighted, y + b * kEmRows);
    }
}

template<int D>
HARELOOM_INLINE void expectationOf(const EmParameters& p, const double* const* x, const double* present, double* scratch, EmSums& sums)
{
    const int d = D > 0 ? D : p.dimension;
    double* joint = scratch;
    double* y = scratch + p.components * kEmRows;
    for (int k = 0; k < p.components; ++k)
        logJoint<D>(p, k, x, y, joint + k * kEmRows);
    sums.logLikelihood += normalise(p.components, present, joint);
    const int size = EmSums::sizeFor(d);
    for (int k = 0; k < p.components; ++k) {
        double* out = sums.values.data() + k * size;
        if constexpr (D > 0)
            accumulateSmall<D>(p.mean.data() + k * D, x, joint + k * kEmRows, out);
        else
            accumulateAny(d, p.mean.data() + k * d, x, joint + k * kEmRows, y, out);
    }
}

HARELOOM_EVERY_WIDTH
void expectation1(const EmParameters& p, const double* const* x, const double* present, double* scratch, EmSums& sums)
{
    expectationOf<1>(p, x, present, scratch, sums);
}

HARELOOM_EVERY_WIDTH
void expectation2(const EmParameters& p, const double* const* x, const double* present, double* scratch, EmSums& sums)
{
    expectationOf<2>(p, x, present, scratch, sums);
}

HARELOOM_EVERY_WIDTH
void expectation3(const EmParameters& p, const double* const* x, const double* present, double* scratch, EmSums& sums)
{
    expectationOf<3>(p, x, present, scratch, sums);
}

HARELOOM_EVERY_WIDTH
void expectationAny(const EmParameters& p, const double* const* x, const double* present, double* scratch, EmSums& sums)
{
    expectationOf<0>(p, x, present, scratch, sums);
}

} // namespace

void expectation(const EmParameters& parameters, const double* const* columns, const double* present, double* scratch, EmSums& sums)
{
    switch (parameters.dimension) {
    case 1: return expectation1(parameters, columns, present, scratch, sums);
    case 2: return expectation2(parameters, columns, present, scratch, sums);
    case 3: return expectation3(parameters, columns, present, scratch, sums);
    default: return expectationAny(parameters, columns, present, scratch, sums);
    }
}

} // namespace hareloom::detail
