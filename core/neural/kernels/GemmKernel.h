// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hareloom::neural {

/// One strip of a product: rows of A against one panel of B.
struct GemmStrip
{
    std::int64_t m = 0, k = 0;
    std::int64_t columns = 64; // of the panel that count; those beyond may hold anything afterwards
    const float* a = nullptr;
    std::int64_t aRow = 0, aColumn = 0;
    const float* panel = nullptr; // (k, kPanel), rows side by side
    float* c = nullptr;
    std::int64_t cStride = 0;
    const float* bias = nullptr;   // (kPanel); null: none
    const float* addend = nullptr; // null: none
    std::int64_t addendStride = 0;
    bool rectifies = false;
};

inline constexpr std::int64_t kPanel = 64; // columns of a panel: a multiple of every register's width

/// C (m, kPanel) = A panel + bias + addend, with the widest registers of this processor.
void multiplyStrip(const GemmStrip& strip);

} // namespace hareloom::neural
