// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Face.h"

namespace hareloom::ui {

/// Of models that draw small images.
const Face& imageFace();

} // namespace hareloom::ui
