// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hareloom {

/// What one row is. A source gives one kind and a family takes one: that decides whether they go together.
enum class RowKind {
    Numbers, // (d) real numbers
    States,  // (1) one of K states, by its number from 0
    Images,  // (height * width) pixels in [0, 1]
    Text,    // (length) token ids
};

} // namespace hareloom
