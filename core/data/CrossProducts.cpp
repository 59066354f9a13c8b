// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CrossProducts.h"

#include "core/base/BlockArithmetic.h"

namespace hareloom {

namespace {

// Below it a plain product fits nothing to caches, and is faster.
constexpr Eigen::Index kSmall = 20;

} // namespace

Matrix crossProducts(const Matrix& x, const Matrix& y)
{
    const Eigen::Index n = x.rows(), d = x.cols();
    if (d == 1 || n + 2 * d < kSmall)
        return x.transpose() * y;
    Matrix sums(d, d);
    crossProducts(x.data(), y.data(), n, static_cast<int>(d), sums.data());
    return sums;
}

} // namespace hareloom
