// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/VaeSnapshot.h"
#include "ui/stage/RealRows.h"

namespace hareloom::ui {

/// What the model draws of its latent points so far, and, smaller, as many of the images that it learns from,
/// which are of its size.
void paintLearningImages(QPainter& painter, const QRectF& inner, const RealData& data,
                         const VaeSnapshot& draft, const Theme& theme);

} // namespace hareloom::ui
