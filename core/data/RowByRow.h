// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"

namespace hareloom {

/// Rows that are made one at a time, each from its number alone.
class RowByRow : public Dataset
{
public:
    RowByRow(int dimension, std::int64_t rows) : m_dimension(dimension), m_rows(rows) {}
    std::int64_t rows() const final { return m_rows; }
    int dimension() const final { return m_dimension; }
    void read(std::int64_t first, MatrixRef out) const final
    {
        for (Eigen::Index i = 0; i < out.rows(); ++i)
            place(static_cast<std::uint64_t>(first + i), out, i);
    }
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const final
    {
        for (std::size_t i = 0; i < indices.size(); ++i)
            place(static_cast<std::uint64_t>(indices[i]), out, static_cast<Eigen::Index>(i));
    }

private:
    /// Writes row number `row` to row i of `out`.
    virtual void place(std::uint64_t row, MatrixRef out, Eigen::Index i) const = 0;

    int m_dimension;
    std::int64_t m_rows;
};

} // namespace hareloom
