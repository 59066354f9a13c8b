// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Face.h"

namespace hareloom::ui {

/// Of models that count which token follows which.
const Face& ngramFace();

} // namespace hareloom::ui
