// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/AnchoredStates.h"

namespace hareloom {

Curve anchoredHeterozygosity(const Categorical& truth, std::int64_t originalRows,
                             std::span<const RowCounts> counts)
{
    const double q = truth.probabilities.squaredNorm();
    const double first = q + (1 - q) / static_cast<double>(originalRows);
    double same = first, withFirst = first; // J and C
    Curve curve{1 - first};
    for (const RowCounts& rows : counts) {
        const auto r = static_cast<double>(rows.real), f = static_cast<double>(rows.fresh),
                   s = static_cast<double>(rows.synthetic);
        const double n = r + f + s;
        // Two different rows are alike as they were where they come from; a row is like itself.
        const double pairs = s * (s - 1) * same + (r * (r - 1) + f * (f - 1) + 2 * r * f + 2 * s * f) * q +
                             2 * s * r * withFirst;
        same = (n + pairs) / (n * n);
        withFirst = (s * withFirst + r * first + f * q) / n;
        curve.push_back(1 - same);
    }
    return curve;
}

} // namespace hareloom
