// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/Gemm.h"

#include "core/neural/kernels/GemmKernel.h"

#include <algorithm>
#include <cstring>

namespace hareloom::neural {
namespace {

// Steps of the sum for which a panel stays in the nearest cache.
constexpr std::int64_t kDepth = 256;
constexpr std::int64_t kRowBlock = 384; // rows of A that stay in the next one: a multiple of 16

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
template<class Strip>
void multiplyNarrow(Strip strip, std::int64_t columns)
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

/// Where a product goes.
struct Target
{
    float* c;
    std::int64_t cStride;
    const GemmExtras& extras;
};

/// The strip has its factors.
template<class Strip>
void multiplyPiece(const Piece& p, Strip strip, const Target& to)
{
    strip.m = p.rows;
    strip.c = to.c + p.row * to.cStride + p.column;
    strip.cStride = to.cStride;
    if (p.k0 > 0) {
        strip.addend = strip.c;
        strip.addendStride = to.cStride;
    } else {
        const GemmExtras& e = to.extras;
        strip.bias = e.bias ? e.bias + p.column : nullptr;
        strip.addend = e.addend ? e.addend + p.row * e.addendStride + p.column : nullptr;
        strip.addendStride = e.addendStride;
    }
    strip.rectifies = to.extras.rectifies && p.k1 == p.k;
    p.columns == kPanel ? multiplyStrip(strip) : multiplyNarrow(strip, p.columns);
}

template<class PanelOf>
void multiplyAll(std::int64_t m, std::int64_t n, std::int64_t k, const MatrixRef& a, const PanelOf& panelOf,
                 const Target& to)
{
    std::int64_t k0 = 0;
    do {
        const std::int64_t k1 = std::min(k, k0 + kDepth);
        for (std::int64_t p = 0; p < panels(n); ++p) {
            const float* panel = panelOf(p, k0, k1);
            for (std::int64_t row = 0; row < m; row += kRowBlock) {
                const MatrixRef part = a.from(row, k0);
                GemmStrip strip;
                strip.k = k1 - k0;
                strip.a = part.data;
                strip.aRow = part.rowStride;
                strip.aColumn = part.columnStride;
                strip.panel = panel;
                multiplyPiece({row, std::min(kRowBlock, m - row), p * kPanel,
                               std::min(kPanel, n - p * kPanel), k0, k1, k},
                              strip, to);
            }
        }
        k0 = k1;
    } while (k0 < k);
}

/// The same in halves: rows of A are rounded once for all panels.
template<class PanelOf>
void multiplyHalves(std::int64_t m, std::int64_t n, std::int64_t k, const MatrixRef& a,
                    const PanelOf& panelOf, const Target& to)
{
    thread_local Aligned<HalfPair> scratch(static_cast<std::size_t>(kRowBlock * kDepth / 2));
    std::int64_t k0 = 0;
    do {
        const std::int64_t k1 = std::min(k, k0 + kDepth);
        for (std::int64_t row = 0; row < m; row += kRowBlock) {
            const std::int64_t rows = std::min(kRowBlock, m - row);
            HalfStrip strip;
            strip.pairs = pairsOf(k1 - k0);
            packHalfRows(a.from(row, k0), rows, k1 - k0, scratch.data(), strip);
            for (std::int64_t p = 0; p < panels(n); ++p) {
                strip.panel = panelOf(p, k0, k1);
                multiplyPiece({row, rows, p * kPanel, std::min(kPanel, n - p * kPanel), k0, k1, k}, strip,
                              to);
            }
        }
        k0 = k1;
    } while (k0 < k);
}

} // namespace

void PackedMatrix::assign(const MatrixRef& b, std::int64_t k, std::int64_t n, Precision precision)
{
    m_k = k;
    m_n = n;
    m_precision = precision;
    if (precision == Precision::Bf16) {
        m_halves.resize(static_cast<std::size_t>(panels(n) * kPanel * pairsOf(k)));
        for (std::int64_t p = 0; p < panels(n); ++p)
            packHalfPanel(b.from(0, p * kPanel), k, std::min(kPanel, n - p * kPanel),
                          m_halves.data() + p * kPanel * pairsOf(k));
        return;
    }
    m_values.resize(static_cast<std::size_t>(panels(n) * kPanel * k));
    for (std::int64_t p = 0; p < panels(n); ++p)
        packPanel(b.from(0, p * kPanel), k, std::min(kPanel, n - p * kPanel),
                  m_values.data() + p * kPanel * k);
}

const float* PackedMatrix::panel(std::int64_t index) const
{
    return m_values.data() + index * kPanel * m_k;
}

const HalfPair* PackedMatrix::halfPanel(std::int64_t index) const
{
    return m_halves.data() + index * kPanel * pairsOf(m_k);
}

void gemm(std::int64_t m, const MatrixRef& a, const PackedMatrix& b, float* c, std::int64_t cStride,
          const GemmExtras& extras)
{
    const Target to{c, cStride, extras};
    if (b.precision() == Precision::Bf16)
        multiplyHalves(
            m, b.n(), b.k(), a,
            [&b](std::int64_t p, std::int64_t k0, std::int64_t) { return b.halfPanel(p) + k0 / 2 * kPanel; },
            to);
    else
        multiplyAll(
            m, b.n(), b.k(), a,
            [&b](std::int64_t p, std::int64_t k0, std::int64_t) { return b.panel(p) + k0 * kPanel; }, to);
}

void gemm(std::int64_t m, std::int64_t n, std::int64_t k, const MatrixRef& a, const MatrixRef& b, float* c,
          std::int64_t cStride, const GemmExtras& extras, Precision precision)
{
    const Target to{c, cStride, extras};
    if (precision == Precision::Bf16) {
        thread_local Aligned<HalfPair> halves(static_cast<std::size_t>(kDepth / 2 * kPanel));
        multiplyHalves(
            m, n, k, a,
            [&](std::int64_t p, std::int64_t k0, std::int64_t k1) {
                packHalfPanel(b.from(k0, p * kPanel), k1 - k0, std::min(kPanel, n - p * kPanel),
                              halves.data());
                return static_cast<const HalfPair*>(halves.data());
            },
            to);
        return;
    }
    thread_local Floats scratch(static_cast<std::size_t>(kDepth * kPanel));
    multiplyAll(
        m, n, k, a,
        [&](std::int64_t p, std::int64_t k0, std::int64_t k1) {
            packPanel(b.from(k0, p * kPanel), k1 - k0, std::min(kPanel, n - p * kPanel), scratch.data());
            return static_cast<const float*>(scratch.data());
        },
        to);
}

} // namespace hareloom::neural
