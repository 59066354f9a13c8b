// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Face.h"

namespace hareloom::ui {

/// How the family of diffusion models looks: points in the plane, or small images, each with the row that it
/// may be a copy of.
const Face& diffusionFace();

} // namespace hareloom::ui
