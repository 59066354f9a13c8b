// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Face.h"

namespace hareloom::ui {

const Face& regressionFace();

} // namespace hareloom::ui
