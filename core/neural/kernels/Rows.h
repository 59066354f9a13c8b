// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"
#include "core/neural/kernels/Floats.h"

#include <algorithm>

namespace hareloom::neural {

/// Rows as the library wants them: 32-bit, a row's numbers side by side.
inline void copyRows(MatrixView rows, float* to)
{
    constexpr Eigen::Index kTile =
        32; // of rows: what is written stays in the nearest cache until a line is full
    const Eigen::Index d = rows.cols();
    for (Eigen::Index first = 0; first < rows.rows(); first += kTile) {
        const Eigen::Index end = std::min(rows.rows(), first + kTile);
        for (Eigen::Index j = 0; j < d; ++j)
            for (Eigen::Index i = first; i < end; ++i)
                to[i * d + j] = static_cast<float>(rows(i, j));
    }
}

inline Floats floatsOf(MatrixView rows)
{
    Floats values(static_cast<std::size_t>(rows.size()));
    copyRows(rows, values.data());
    return values;
}

/// Rows [first, first + count) of (n, d) floats, `count` of them, as a matrix.
inline Matrix matrixOf(const float* values, Eigen::Index rows, Eigen::Index columns)
{
    using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const RowMajor>(values, rows, columns).cast<double>();
}

} // namespace hareloom::neural
