// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"
#include "core/neural/kernels/Floats.h"

#include <algorithm>

namespace hareloom::neural {

/// Rows that a network makes when they are read, in blocks that begin at the same rows for every reader and
/// are always computed whole.
class RowsInBlocks : public Dataset
{
public:
    static constexpr std::int64_t kBlock = 256;

    RowsInBlocks(int dimension, std::int64_t rows) : m_dimension(dimension), m_rows(rows) {}
    std::int64_t rows() const final { return m_rows; }
    int dimension() const final { return m_dimension; }

    void read(std::int64_t first, MatrixRef out) const final
    {
        const std::int64_t end = first + out.rows();
        for (std::int64_t row = first; row < end;) {
            const std::int64_t number = row / kBlock, stop = std::min(end, (number + 1) * kBlock);
            const Floats values = block(number);
            for (; row < stop; ++row)
                copyRow(values, row % kBlock, out, row - first);
        }
    }

    void gather(std::span<const std::int64_t> indices, MatrixRef out) const final
    {
        Floats values;
        std::int64_t number = -1;
        for (std::size_t i = 0; i < indices.size(); ++i) {
            if (indices[i] / kBlock != number)
                values = block(number = indices[i] / kBlock);
            copyRow(values, indices[i] % kBlock, out, static_cast<std::int64_t>(i));
        }
    }

private:
    /// Rows [number * kBlock, (number + 1) * kBlock), (kBlock, d), a row's numbers side by side.
    virtual Floats block(std::int64_t number) const = 0;

    static void copyRow(const Floats& values, std::int64_t from, MatrixRef out, std::int64_t to)
    {
        const float* row = values.data() + from * out.cols();
        for (Eigen::Index j = 0; j < out.cols(); ++j)
            out(to, j) = row[j];
    }

    int m_dimension;
    std::int64_t m_rows;
};

} // namespace hareloom::neural
