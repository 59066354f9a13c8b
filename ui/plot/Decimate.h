// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace hareloom::ui {

/// Which of values[from ... to] to draw when there is room for `buckets` of them: of neighbours that share a
/// bucket the least and the greatest, in their order, so that no peak is lost; both ends; and one that is
/// not finite where there is no other, so that a gap stays a gap. All of them when they fit. Ascending.
/// `to` is clamped to the last.
std::vector<std::size_t> tellingIndices(const std::vector<double>& values, std::size_t from, std::size_t to,
                                        std::size_t buckets);

} // namespace hareloom::ui
