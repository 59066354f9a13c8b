// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/kernels/Floats.h"
#include "core/neural/kernels/HalfKernel.h"
#include "core/neural/kernels/Precision.h"

#include <cstdint>

namespace hareloom::neural {

/// Numbers somewhere in memory: element (i, j) is data[i * rowStride + j * columnStride].
struct MatrixRef
{
    const float* data = nullptr;
    std::int64_t rowStride = 0, columnStride = 1;

    MatrixRef transposed() const { return {data, columnStride, rowStride}; }
    MatrixRef from(std::int64_t i, std::int64_t j) const
    {
        return {data + i * rowStride + j * columnStride, rowStride, columnStride};
    }
};

/// The right-hand side of a product, rearranged once so that it is read from end to end. Bf16 needs
/// multipliesHalves().
class PackedMatrix
{
public:
    PackedMatrix() = default;
    /// `b` is (k, n); one of its strides is 1.
    PackedMatrix(const MatrixRef& b, std::int64_t k, std::int64_t n) { assign(b, k, n); }
    void assign(const MatrixRef& b, std::int64_t k, std::int64_t n, Precision precision = Precision::Fp32);

    std::int64_t k() const { return m_k; }
    std::int64_t n() const { return m_n; }
    Precision precision() const { return m_precision; }
    /// Of the precision that it has.
    const float* panel(std::int64_t index) const;
    const HalfPair* halfPanel(std::int64_t index) const;

private:
    Floats m_values;
    Aligned<HalfPair> m_halves;
    std::int64_t m_k = 0, m_n = 0;
    Precision m_precision = Precision::Fp32;
};

/// What joins the product: C = maybe max(0, A B + bias + addend).
struct GemmExtras
{
    const float* bias = nullptr;   // (n), added to each row
    const float* addend = nullptr; // (m, n), may be C itself
    std::int64_t addendStride = 0;
    bool rectifies = false;
};

/// C (m, n) = A (m, k) B (k, n), in the calling thread; of each factor, one stride is 1. Each element is
/// summed in an order of its own, whatever m and n are: rows do not depend on those computed beside them.
/// BLAS would do, but for that promise, and Debian 12's takes half the time on processors that are newer than
/// it only after it is told what they are.
void gemm(std::int64_t m, const MatrixRef& a, const PackedMatrix& b, float* c, std::int64_t cStride,
          const GemmExtras& extras = {});
void gemm(std::int64_t m, std::int64_t n, std::int64_t k, const MatrixRef& a, const MatrixRef& b, float* c,
          std::int64_t cStride, const GemmExtras& extras = {}, Precision precision = Precision::Fp32);

} // namespace hareloom::neural
