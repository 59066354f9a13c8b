// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/EmKernel.h"

#include "core/base/VectorMath.h"

namespace hareloom::detail {
namespace {

using vec::kLanes;
using vec::Lanes;
using vec::load;
using vec::store;

// D > 0: the compiler knows the dimension and keeps everything in registers; D = 0: any dimension, through y.
template<int D>
HARELOOM_INLINE void logJoint(const EmParameters& p, int k, const double* const* x, double* y, double* out)
{
    const int d = D > 0 ? D : p.dimension;
    const double* mean = p.mean.data() + k * d;
    const double* whitening = p.whitening.data() + k * d * d;
    const double constant = p.constant[static_cast<std::size_t>(k)];
    for (int i = 0; i < kEmRows; i += kLanes) {
        for (int b = 0; b < d; ++b)
            store(y + b * kLanes, load(x[b] + i) - mean[b]);
        Lanes square{};
        for (int a = 0; a < d; ++a) {
            Lanes z{};
            for (int b = 0; b <= a; ++b)
                z += whitening[a * d + b] * load(y + b * kLanes);
            square += z * z;
        }
        store(out + i, constant - 0.5 * square);
    }
}

// Turns log joints (K, rows) into responsibilities; returns the block's log-likelihood.
HARELOOM_INLINE double normalise(int components, const double* present, double* joint)
{
    Lanes logLikelihood{};
    for (int i = 0; i < kEmRows; i += kLanes) {
        double* column = joint + i;
        Lanes highest = load(column);
        for (int k = 1; k < components; ++k) {
            const Lanes x = load(column + k * kEmRows);
            highest = x > highest ? x : highest;
        }
        Lanes total{};
        for (int k = 0; k < components; ++k) {
            const Lanes e = vec::expOfNegative(Lanes(load(column + k * kEmRows) - highest));
            store(column + k * kEmRows, e);
            total += e;
        }
        const Lanes counted = load(present + i);
        logLikelihood += counted * (highest + vec::log(total));
        const Lanes scale = counted / total;
        for (int k = 0; k < components; ++k)
            store(column + k * kEmRows, load(column + k * kEmRows) * scale);
    }
    return vec::sum(logLikelihood);
}

template<int D>
HARELOOM_INLINE void accumulateSmall(const double* mean, const double* const* x, const double* r, double* out)
{
    constexpr int kSums = 1 + D + D * (D + 1) / 2;
    Lanes sums[kSums] = {};
    for (int i = 0; i < kEmRows; i += kLanes) {
        const Lanes weight = load(r + i);
        Lanes y[D];
        sums[0] += weight;
        int second = 1 + D;
        for (int a = 0; a < D; ++a) {
            y[a] = load(x[a] + i) - mean[a];
            const Lanes weighted = weight * y[a];
            sums[1 + a] += weighted;
            for (int b = 0; b <= a; ++b)
                sums[second++] += weighted * y[b];
        }
    }
    for (int s = 0; s < kSums; ++s)
        out[s] += vec::sum(sums[s]);
}

HARELOOM_INLINE void accumulateAny(int d, const double* mean, const double* const* x, const double* r,
                                   double* out)
{
    int second = 1 + d;
    for (int a = 0; a < d; ++a)
        for (int b = 0; b <= a; ++b) {
            Lanes product{};
            for (int i = 0; i < kEmRows; i += kLanes)
                product += load(r + i) * (load(x[a] + i) - mean[a]) * (load(x[b] + i) - mean[b]);
            out[second++] += vec::sum(product);
        }
    for (int a = -1; a < d; ++a) {
        Lanes first{};
        for (int i = 0; i < kEmRows; i += kLanes)
            first += a < 0 ? load(r + i) : load(r + i) * (load(x[a] + i) - mean[a]);
        out[1 + a] += vec::sum(first);
    }
}

template<int D>
HARELOOM_INLINE void expectationOf(const EmParameters& p, const double* const* x, const double* present,
                                   double* scratch, EmSums& sums)
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
            accumulateAny(d, p.mean.data() + k * d, x, joint + k * kEmRows, out);
    }
}

HARELOOM_EVERY_WIDTH
void expectation1(const EmParameters& p, const double* const* x, const double* present, double* scratch,
                  EmSums& sums)
{
    expectationOf<1>(p, x, present, scratch, sums);
}

HARELOOM_EVERY_WIDTH
void expectation2(const EmParameters& p, const double* const* x, const double* present, double* scratch,
                  EmSums& sums)
{
    expectationOf<2>(p, x, present, scratch, sums);
}

HARELOOM_EVERY_WIDTH
void expectation3(const EmParameters& p, const double* const* x, const double* present, double* scratch,
                  EmSums& sums)
{
    expectationOf<3>(p, x, present, scratch, sums);
}

HARELOOM_EVERY_WIDTH
void expectationAny(const EmParameters& p, const double* const* x, const double* present, double* scratch,
                    EmSums& sums)
{
    expectationOf<0>(p, x, present, scratch, sums);
}

} // namespace

void expectation(const EmParameters& parameters, const double* const* columns, const double* present,
                 double* scratch, EmSums& sums)
{
    switch (parameters.dimension) {
    case 1:
        return expectation1(parameters, columns, present, scratch, sums);
    case 2:
        return expectation2(parameters, columns, present, scratch, sums);
    case 3:
        return expectation3(parameters, columns, present, scratch, sums);
    default:
        return expectationAny(parameters, columns, present, scratch, sums);
    }
}

} // namespace hareloom::detail
