// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

namespace hareloom {

/// Whether a table's first row holds the columns' names. Auto: it does when one of its cells is no number.
enum class HeaderRow { Auto, Yes, No };
inline constexpr std::array<Word<HeaderRow>, 3> kHeaderRows = {
    {{HeaderRow::Auto, "auto"}, {HeaderRow::Yes, "yes"}, {HeaderRow::No, "no"}}};

} // namespace hareloom
