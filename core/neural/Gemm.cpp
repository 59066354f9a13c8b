// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/Gemm.h"

#include "core/neural/GemmKernel.h"

#include <algorithm>
#include <cstring>

namespace hareloom::neural {
namespace {

// Steps of the sum for which a panel stays in the nearest cache.
constexpr std::int64_t kDepth = 256;
constexpr std::int64_t kRowBlock = 256; // rows of A that stay in the next one

std::int64_t panels(std::int64_t n)
{
    return (n + kPanel - 1) / kPanel;
}

/// (k, columns) of B, as one panel; what it has too few of are zeros.
void packPanel(const MatrixRef& b, std::int64_t k, std::int64_t columns, float* to)
{
    if (columns < kPanel)
        std::fill_n(to, k * kPanel, 0.0F);
    if (b.columnStride == 1) {
        for (std::int64_t i = 0; i < k; ++i)
            std::memcpy(to + i * kPanel, b.data + i * b.rowStride,
                        static_cast<std::size_t>(columns) * sizeof(float));
        return;
    }
    constexpr std::int64_t kBlock = 16; // a cache line of each column at a time
    for (std::int64_t i0 = 0; i0 < k; i0 += kBlock)
        for (std::int64_t j0 = 0; j0 < columns; j0 += kBlock) {
            const std::int64_t i1 = std::min(k, i0 + kBlock), j1 = std::min(columns, j0 + kBlock);
            for (std::int64_t i = i0; i < i1; ++i)
                for (std::int64_t j = j0; j < j1; ++j)
                    to[i * kPanel + j] = b.data[i * b.rowStride + j * b.columnStride];
        }
}

/// A piece of the sum against a panel that is wider than what is left of C.
void multiplyNarrow(GemmStrip strip, std::int64_t columns)
{
    alignas(64) float tile[kRowBlock * kPanel];
    alignas(64) float bias[kPanel] = {};
    float* const c = strip.c;
    const std::int64_t cStride = strip.cStride;
    const auto bytes = static_cast<std::size_t>(columns) * sizeof(float);
    if (strip.bias) {
        std::memcpy(bias, strip.bias, bytes);
        strip.bias = bias;
    }
    if (strip.addend) {
        for (std::int64_t i = 0; i < strip.m; ++i)
            std::memcpy(tile + i * kPanel, strip.addend + i * strip.addendStride, bytes);
        strip.addend = tile;
        strip.addendStride = kPanel;
    }
    strip.columns = columns;
    strip.c = tile;
    strip.cStride = kPanel;
    multiplyStrip(strip);
    for (std::int64_t i = 0; i < strip.m; ++i)
        std::memcpy(c + i * cStride, tile + i * kPanel, bytes);
}

/// `rows` of C's columns [column, column + columns) and steps [k0, k1) of the sum.
struct Piece
{
    std::int64_t row, rows, column, columns, k0, k1, k;
};

void multiplyPiece(const Piece& p, const MatrixRef& a, const float* panel, float* c, std::int64_t cStride,
                   const GemmExtras& extras)
{
    GemmStrip strip;
    strip.m = p.rows;
    strip.k = p.k1 - p.k0;
    const MatrixRef part = a.from(p.row, p.k0);
    strip.a = part.data;
    strip.aRow = part.rowStride;
    strip.aColumn = part.columnStride;
    strip.panel = panel;
    strip.c = c + p.row * cStride + p.column;
    strip.cStride = cStride;
    if (p.k0 > 0) {
        strip.addend = strip.c;
        strip.addendStride = cStride;
    } else {
        strip.bias = extras.bias ? extras.bias + p.column : nullptr;
        strip.addend = extras.addend ? extras.addend + p.row * extras.addendStride + p.column : nullptr;
        strip.addendStride = extras.addendStride;
    }
    strip.rectifies = extras.rectifies && p.k1 == p.k;
    p.columns == kPanel ? multiplyStrip(strip) : multiplyNarrow(strip, p.columns);
}

template<class PanelOf>
void multiplyAll(std::int64_t m, std::int64_t n, std::int64_t k, const MatrixRef& a, const PanelOf& panelOf,
                 float* c, std::int64_t cStride, const GemmExtras& extras)
{
    std::int64_t k0 = 0;
    do {
        const std::int64_t k1 = std::min(k, k0 + kDepth);
        for (std::int64_t p = 0; p < panels(n); ++p) {
            const float* panel = panelOf(p, k0, k1);
            for (std::int64_t row = 0; row < m; row += kRowBlock)
                multiplyPiece({row, std::min(kRowBlock, m - row), p * kPanel,
                               std::min(kPanel, n - p * kPanel), k0, k1, k},
                              a, panel, c, cStride, extras);
        }
        k0 = k1;
    } while (k0 < k);
}

} // namespace

void PackedMatrix::assign(const MatrixRef& b, std::int64_t k, std::int64_t n)
{
    m_values.resize(static_cast<std::size_t>(panels(n) * kPanel * k));
    m_k = k;
    m_n = n;
    for (std::int64_t p = 0; p < panels(n); ++p)
        packPanel(b.from(0, p * kPanel), k, std::min(kPanel, n - p * kPanel),
                  m_values.data() + p * kPanel * k);
}

const float* PackedMatrix::panel(std::int64_t index) const
{
    return m_values.data() + index * kPanel * m_k;
}

void gemm(std::int64_t m, const MatrixRef& a, const PackedMatrix& b, float* c, std::int64_t cStride,
          const GemmExtras& extras)
{
    multiplyAll(
        m, b.n(), b.k(), a,
        [&b](std::int64_t p, std::int64_t k0, std::int64_t) { return b.panel(p) + k0 * kPanel; }, c, cStride,
        extras);
}

void gemm(std::int64_t m, std::int64_t n, std::int64_t k, const MatrixRef& a, const MatrixRef& b, float* c,
          std::int64_t cStride, const GemmExtras& extras)
{
    thread_local Floats scratch(static_cast<std::size_t>(kDepth * kPanel));
    multiplyAll(
        m, n, k, a,
        [&](std::int64_t p, std::int64_t k0, std::int64_t k1) {
            packPanel(b.from(k0, p * kPanel), k1 - k0, std::min(kPanel, n - p * kPanel), scratch.data());
            return static_cast<const float*>(scratch.data());
        },
        c, cStride, extras);
}

} // namespace hareloom::neural
