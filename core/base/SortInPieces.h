// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace hareloom {

/// std::stable_sort for work that may be stopped: a piece at a time, then pieces are merged. After a stop the
/// values are in no order.
template<class T, class Less = std::less<>>
void sortInPieces(std::vector<T>& values, const StopToken& stop, const Less& less = {})
{
    constexpr std::ptrdiff_t kPiece = 1 << 17;
    const std::ptrdiff_t count = std::ssize(values);
    const auto at = [&](std::ptrdiff_t i) { return values.begin() + std::min(i, count); };
    for (std::ptrdiff_t first = 0; first < count && stop.proceed(); first += kPiece)
        std::stable_sort(at(first), at(first + kPiece), less);
    for (std::ptrdiff_t length = kPiece; length < count; length *= 2)
        for (std::ptrdiff_t first = 0; first + length < count && stop.proceed(); first += 2 * length)
            std::inplace_merge(at(first), at(first + length), at(first + 2 * length), less);
}

} // namespace hareloom
