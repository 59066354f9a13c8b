// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/TinyNumbers.h"

#if defined(__x86_64__)
#include <xmmintrin.h>
#elif defined(__aarch64__)
#include <cstdint>
#endif

namespace hareloom::neural {

void flushTinyNumbers()
{
#if defined(__x86_64__)
    constexpr unsigned kFlushToZero = 0x8000, kDenormalsAreZero = 0x0040; // of MXCSR
    _mm_setcsr(_mm_getcsr() | kFlushToZero | kDenormalsAreZero);
#elif defined(__aarch64__)
    constexpr std::uint64_t kFlushToZero = std::uint64_t{1} << 24; // of FPCR: operands and results
    std::uint64_t control = 0;
    asm volatile("mrs %0, fpcr" : "=r"(control));
    asm volatile("msr fpcr, %0" : : "r"(control | kFlushToZero));
#endif
}

} // namespace hareloom::neural
