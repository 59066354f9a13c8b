// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"

#include <string>
#include <string_view>

namespace hareloom {

/// An invented name of a kind (place, person, language, river, headland, cheese, composer, star, italian,
/// latin, word, ship), put together from syllables. Empty for a kind that is not known. Same `rng` state,
/// same name.
std::string inventName(std::string_view kind, Rng& rng);

} // namespace hareloom
