// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/Dropout.h"

#include "core/neural/kernels/FloatLanes.h"

#include <algorithm>
#include <cmath>

namespace hareloom::neural {
namespace {

using namespace lanes;

typedef std::uint64_t Wide __attribute__((vector_size(kLanes * sizeof(std::uint64_t))));

/// Sixteen counters of Philox4x32-10 (core/base/Rng.h) side by side: 128 choices of 16 bits.
struct Sixteen
{
    U word[4];
};

HARELOOM_INLINE Sixteen philox(std::uint64_t counter, std::uint32_t k0, std::uint32_t k1)
{
    U c0, c1, c2{}, c3{};
    for (int i = 0; i < kLanes; ++i) {
        c0[i] = static_cast<std::uint32_t>(counter + static_cast<std::uint64_t>(i));
        c1[i] = static_cast<std::uint32_t>((counter + static_cast<std::uint64_t>(i)) >> 32);
    }
    for (int round = 0; round < 10; ++round) {
        const Wide p0 = __builtin_convertvector(c0, Wide) * 0xD2511F53u;
        const Wide p1 = __builtin_convertvector(c2, Wide) * 0xCD9E8D57u;
        const U high0 = __builtin_convertvector(p0 >> 32, U), low0 = __builtin_convertvector(p0, U);
        const U high1 = __builtin_convertvector(p1 >> 32, U), low1 = __builtin_convertvector(p1, U);
        c0 = high1 ^ c1 ^ k0;
        c2 = high0 ^ c3 ^ k1;
        c1 = low1;
        c3 = low0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    return {{c0, c1, c2, c3}};
}

constexpr std::int64_t kChoices = 128;

HARELOOM_EVERY_WIDTH
void drop(const Dropout& dropout, std::uint64_t first, std::int64_t count, const float* x, float* y)
{
    const auto limit = static_cast<std::uint32_t>(std::lround(dropout.share * 65536));
    const auto grown = static_cast<float>(1 / (1 - dropout.share));
    const auto k0 = static_cast<std::uint32_t>(dropout.seed),
               k1 = static_cast<std::uint32_t>(dropout.seed >> 32);
    for (std::int64_t at = 0; at < count; at += kChoices) {
        const Sixteen words = philox((first + static_cast<std::uint64_t>(at)) / 8, k0, k1);
        for (int w = 0; w < 8; ++w) {
            const std::int64_t here = at + w * kLanes, left = std::min(kLanes, count - here);
            if (left <= 0)
                break;
            const U bits = (words.word[w / 2] >> (w % 2 * 16)) & 0xFFFFu;
            const F scale = bits >= limit ? F{} + grown : F{};
            if (left == kLanes)
                store(y + here, load(x + here) * scale);
            else
                storeSome(y + here, loadSome(x + here, left, 0) * scale, left);
        }
    }
}

} // namespace

void Dropout::apply(std::uint64_t first, std::int64_t count, const float* x, float* y) const
{
    drop(*this, first, count, x, y);
}

} // namespace hareloom::neural
