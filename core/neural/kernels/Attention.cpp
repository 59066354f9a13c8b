// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/Attention.h"

#include "core/neural/kernels/FloatLanes.h"
#include "core/neural/kernels/Gemm.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom::neural {
namespace {

using namespace lanes;

constexpr std::int64_t kTile = 64; // queries at a time
constexpr float kNever = -std::numeric_limits<float>::infinity();

/// The same weights again, from the scores and what softmaxRow() returned.
HARELOOM_EVERY_WIDTH
void weightsAgain(float* row, std::int64_t count, std::int64_t all, float scale, float logSum,
                  const std::uint8_t* isToken)
{
    for (std::int64_t i = 0; i < count; i += kLanes) {
        const std::int64_t here = std::min(kLanes, count - i);
        const F e = exp((here == kLanes ? load(row + i) : loadSome(row + i, here, kNever)) * scale - logSum);
        here == kLanes ? store(row + i, e) : storeSome(row + i, e, here);
    }
    if (isToken)
        for (std::int64_t j = 0; j < count; ++j)
            row[j] = isToken[j] ? row[j] : 0.0F;
    std::fill(row + count, row + all, 0.0F);
}

/// d scores = weights * (d weights - their mean) * scale.
HARELOOM_EVERY_WIDTH
void scoreGradient(const float* weights, float* gradient, std::int64_t count, float mean, float scale)
{
    for (std::int64_t j = 0; j < count; ++j)
        gradient[j] = weights[j] * (gradient[j] - mean) * scale;
}

float dot(const float* a, const float* b, std::int64_t count)
{
    float total = 0;
    for (std::int64_t i = 0; i < count; ++i)
        total += a[i] * b[i];
    return total;
}

/// Scratch of the calling thread: `count` floats for each of three uses.
float* scratch(int use, std::int64_t count)
{
    thread_local Floats memory[3];
    Floats& mine = memory[use];
    if (std::ssize(mine) < count)
        mine.resize(static_cast<std::size_t>(count));
    return mine.data();
}

/// One tile of queries of one head.
struct Tile
{
    Tile(const Attention& attention, std::int64_t h, std::int64_t at)
        : a(attention),
          head(h),
          first(at),
          rows(std::min(kTile, a.length - first)),
          keys(first + rows),
          scale(1 / std::sqrt(static_cast<float>(a.headSize)))
    {
    }

    MatrixRef part(const float* qkv, int which, std::int64_t row) const
    {
        const std::int64_t stride = 3 * a.width();
        return {qkv + row * stride + which * a.width() + head * a.headSize, stride, 1};
    }
    void scores(const float* qkv, float* to) const
    {
        gemm(rows, keys, a.headSize, part(qkv, 0, first), part(qkv, 1, 0).transposed(), to, keys);
    }
    /// Where this tile's numbers of dropout begin.
    std::uint64_t place(std::int64_t row) const
    {
        const auto stride = static_cast<std::uint64_t>((a.length + 127) / 128 * 128);
        return a.firstPlace + (static_cast<std::uint64_t>(head * a.length + first + row)) * stride;
    }
    void drop(const float* from, float* to) const
    {
        for (std::int64_t i = 0; i < rows; ++i)
            a.dropout.apply(place(i), keys, from + i * keys, to + i * keys);
    }

    const Attention& a;
    std::int64_t head, first, rows, keys;
    float scale;
};

void backwardTile(const Tile& t, const float* qkv, const float* out, const float* logSums, const float* dOut,
                  float* dQkv)
{
    const Attention& a = t.a;
    const std::int64_t width = a.width(), stride = 3 * width, size = a.headSize;
    float* weights = scratch(0, t.rows * t.keys);
    float* gradient = scratch(1, t.rows * t.keys);
    const MatrixRef dHead = {dOut + t.first * width + t.head * size, width, 1};
    t.scores(qkv, weights);
    for (std::int64_t i = 0; i < t.rows; ++i)
        weightsAgain(weights + i * t.keys, t.first + i + 1, t.keys, t.scale,
                     logSums[t.head * a.length + t.first + i], a.isToken);
    gemm(t.rows, t.keys, size, dHead, t.part(qkv, 2, 0).transposed(), gradient, t.keys);
    const float* dropped = weights;
    if (a.dropout.isOn()) {
        float* kept = scratch(2, t.rows * t.keys);
        t.drop(weights, kept);
        t.drop(gradient, gradient);
        dropped = kept;
    }
    float* dHere = dQkv + t.head * size;
    const auto sumUp = [&](const float* from, const MatrixRef& by, float* to) {
        gemm(t.keys, size, t.rows, MatrixRef{from, t.keys, 1}.transposed(), by, to, stride,
             {nullptr, t.first > 0 ? to : nullptr, stride, false});
    };
    // Keys of this tile alone have no sum of earlier tiles yet.
    if (t.first > 0)
        for (std::int64_t j = t.first; j < t.keys; ++j)
            for (int which = 1; which < 3; ++which)
                std::fill_n(dHere + j * stride + which * width, size, 0.0F);
    sumUp(dropped, dHead, dHere + 2 * width);
    for (std::int64_t i = 0; i < t.rows; ++i) {
        const std::int64_t at = (t.first + i) * width + t.head * size;
        scoreGradient(weights + i * t.keys, gradient + i * t.keys, t.keys, dot(out + at, dOut + at, size),
                      t.scale);
    }
    gemm(t.rows, size, t.keys, {gradient, t.keys, 1}, t.part(qkv, 1, 0), dHere + t.first * stride, stride);
    sumUp(gradient, t.part(qkv, 0, t.first), dHere + width);
}

} // namespace

HARELOOM_EVERY_WIDTH
float softmaxRow(float* row, std::int64_t count, std::int64_t all, float scale, const std::uint8_t* isToken)
{
    if (isToken)
        for (std::int64_t j = 0; j < count; ++j)
            row[j] = isToken[j] ? row[j] : kNever;
    F best = F{} + kNever;
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        best = larger(load(row + i), best);
    if (i < count)
        best = larger(loadSome(row + i, count - i, kNever), best);
    const float most = largest(best) * scale;
    if (most == kNever) {
        std::fill_n(row, all, 0.0F);
        return 0;
    }
    F total{};
    for (i = 0; i < count; i += kLanes) {
        const std::int64_t here = std::min(kLanes, count - i);
        const F e = exp((here == kLanes ? load(row + i) : loadSome(row + i, here, kNever)) * scale - most);
        total += e;
        here == kLanes ? store(row + i, e) : storeSome(row + i, e, here);
    }
    const float whole = sum(total), share = 1 / whole;
    for (i = 0; i < count; ++i)
        row[i] *= share;
    std::fill(row + count, row + all, 0.0F);
    return most + std::log(whole);
}

std::uint64_t Attention::places() const
{
    return static_cast<std::uint64_t>(heads * length) *
           static_cast<std::uint64_t>((length + 127) / 128 * 128);
}

void Attention::forward(const float* qkv, float* out, float* logSums) const
{
    for (std::int64_t head = 0; head < heads; ++head)
        for (std::int64_t first = 0; first < length; first += kTile) {
            const Tile t(*this, head, first);
            float* weights = scratch(0, t.rows * t.keys);
            t.scores(qkv, weights);
            for (std::int64_t i = 0; i < t.rows; ++i) {
                const float logSum =
                    softmaxRow(weights + i * t.keys, t.first + i + 1, t.keys, t.scale, isToken);
                if (logSums)
                    logSums[head * length + t.first + i] = logSum;
            }
            if (dropout.isOn())
                t.drop(weights, weights);
            gemm(t.rows, headSize, t.keys, {weights, t.keys, 1}, t.part(qkv, 2, 0),
                 out + first * width() + head * headSize, width());
        }
}

void Attention::backward(const float* qkv, const float* out, const float* logSums, const float* dOut,
                         float* dQkv) const
{
    for (std::int64_t head = 0; head < heads; ++head)
        for (std::int64_t first = 0; first < length; first += kTile)
            backwardTile(Tile(*this, head, first), qkv, out, logSums, dOut, dQkv);
}

} // namespace hareloom::neural
