// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Categorical.h"
#include "core/theory/AnchoredTheory.h"

namespace hareloom {

/// E[1 - sum p^2] of states that keep real or fresh rows in their diet, entry 0 belonging to generation 0,
/// which is fitted on all of `originalRows`; `counts[g]` is what generation g + 1 is fitted on. Exact, our
/// derivation (docs/theory.md): with N = r + f
/// + s rows, Q = sum q^2 of the truth, J = E sum p_g^2, C = E sum p_g p_0,
///   J' = (N + s(s-1) J + (r(r-1) + f(f-1) + 2 r f) Q + 2 s r C + 2 s f Q) / N^2
///   C' = (s C + r J_0 + f Q) / N,   J_0 = C_0 = 1/M_0 + (1 - 1/M_0) Q
Curve anchoredHeterozygosity(const Categorical& truth, std::int64_t originalRows,
                             std::span<const RowCounts> counts);

} // namespace hareloom
