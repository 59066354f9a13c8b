// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Face.h"

#include <span>

namespace hareloom::ui {

/// Of the families whose models are mixtures of normals: one, a few, or one a row. They look the same but for
/// their glyphs. In core's order.
std::span<const Face* const> normalFaces();

} // namespace hareloom::ui
