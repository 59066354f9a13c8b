// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Face.h"

#include <span>

namespace hareloom::ui {

/// One of each family, in core's order (families() of core/recipe/Families.h).
std::span<const Face* const> faces();

/// By core's name. A family that nobody has drawn yet gets a face that shows nothing of its models.
const Face& faceOf(std::string_view family);

} // namespace hareloom::ui
