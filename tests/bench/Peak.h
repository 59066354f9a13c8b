// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/kernels/Gemm.h"

#include <algorithm>
#include <chrono>

namespace hareloom::bench {

/// Multiplications and additions a second of one thread in a product of (256, 768) by (768, 768): the best of
/// several, measured once. A ceiling for all else in the same run.
inline double peakFlops()
{
    static const double peak = [] {
        using Clock = std::chrono::steady_clock;
        constexpr std::int64_t m = 256, n = 768;
        const neural::Floats a(m * n, 0.5F), b(n * n, 0.25F);
        neural::Floats c(m * n);
        const neural::PackedMatrix packed({b.data(), n, 1}, n, n);
        double best = 0;
        for (int i = 0; i < 200; ++i) {
            const auto start = Clock::now();
            neural::gemm(m, {a.data(), n, 1}, packed, c.data(), n);
            best =
                std::max(best, 2.0 * m * n * n / std::chrono::duration<double>(Clock::now() - start).count());
        }
        return best;
    }();
    return peak;
}

} // namespace hareloom::bench
