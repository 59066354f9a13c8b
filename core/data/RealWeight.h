// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hareloom {

/// Whether policy.realWeight counts in a fit of which `real` of `all`, rows or shares of them, are real: it
/// is set, and there are rows of both kinds. Else every row counts alike.
inline bool countsRealWeight(double realWeight, double real, double all)
{
    return realWeight > 0 && real > 0 && real < all;
}

} // namespace hareloom
