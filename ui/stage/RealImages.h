// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/RealRows.h"

namespace hareloom::ui {

/// The first `most` real images, as (m, height, width); fewer where there are not as many.
std::vector<std::uint8_t> realImages(const RealData& data, int most);

/// Before generation 0: some of the real images, as many as there is room for in twice their size. At least
/// one row.
void paintRealImages(QPainter& painter, const QRectF& inner, const RealData& data, const Theme& theme);

} // namespace hareloom::ui
