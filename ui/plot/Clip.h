// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>
#include <QRectF>

#include <optional>

namespace hareloom::ui {

/// The part of a segment inside `area`: in the data, because a vector figure knows no clipping. Nothing when
/// it lies outside or is not finite.
std::optional<QLineF> clipped(const QLineF& line, const QRectF& area);

/// Appends the part that is inside.
void appendClipped(QList<QLineF>& lines, const QLineF& line, const QRectF& area);

} // namespace hareloom::ui
