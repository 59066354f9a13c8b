// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generator.h"

#include <algorithm>

namespace hareloom {

/// What RowWeights come to over n rows: weights that sum to n, so that what a fit makes of them is of the
/// order that equal weights give.
struct WeighedRows
{
    std::int64_t heavyRows = 0, lightRows = 0;
    double heavy = 1, light = 1; // of one row each; heavyRows * heavy + lightRows * light = n

    /// `rows` >= 1; rows beyond them are not counted as heavy.
    WeighedRows(const RowWeights& weights, std::int64_t rows)
        : heavyRows(std::min(weights.heavy, rows)), lightRows(rows - heavyRows)
    {
        const double sum = static_cast<double>(heavyRows) * weights.weight + static_cast<double>(lightRows);
        light = static_cast<double>(rows) / sum;
        heavy = weights.weight * light;
    }

    double rows() const { return static_cast<double>(heavyRows + lightRows); }
    double of(std::int64_t row) const { return row < heavyRows ? heavy : light; }
    /// How many rows of equal weight tell as much of a mean: (sum w)^2 / sum w^2 (Kish 1965).
    double effectiveRows() const
    {
        const double squares =
            static_cast<double>(heavyRows) * heavy * heavy + static_cast<double>(lightRows) * light * light;
        return rows() * rows() / squares;
    }
};

} // namespace hareloom
